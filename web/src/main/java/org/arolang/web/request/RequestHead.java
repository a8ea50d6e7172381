package org.arolang.web.request;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * The part of a request before its body. Belongs to one request; what it works out on demand never changes, so that several threads may
 * read it once the request has been handed on.
 */
public final class RequestHead {

    private final String method;
    private final String url;
    private final String path;
    private final MultiMap headers;
    private final String remoteAddress;
    private volatile @Nullable QueryString query;
    private volatile @Nullable Map<String, String> cookies;

    /**
     * @param url the request target as received
     * @param path the target without its query
     */
    public RequestHead(String method, String url, String path, MultiMap headers, String remoteAddress) {
        this.method = method;
        this.url = url;
        this.path = path;
        this.headers = headers;
        this.remoteAddress = remoteAddress;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public String url() {
        return url;
    }

    public String remoteAddress() {
        return remoteAddress;
    }

    public MultiMap headers() {
        return headers;
    }

    public QueryString query() {
        QueryString known = query;
        if (known == null) {
            known = QueryString.of(path.length() == url.length() ? null : url.substring(path.length() + 1));
            query = known;
        }
        return known;
    }

    Map<String, String> cookies() {
        Map<String, String> known = cookies;
        if (known == null) {
            known = Cookies.of(header("Cookie"));
            cookies = known;
        }
        return known;
    }

    /** A header's value, several joined ([WEB-66]); null when there is none. */
    public @Nullable String header(String name) {
        String first = headers.get(name);
        if (first == null) return null;
        List<String> all = headers.getAll(name);
        return all.size() == 1 ? first : String.join(separator(name), all);
    }

    private static String separator(String name) {
        return name.equalsIgnoreCase("Cookie") ? "; " : ", ";
    }

    /** All headers by their names as received. */
    public ObjectValue allHeaders() {
        ObjectValue.Builder object = new ObjectValue.Builder();
        for (Map.Entry<String, String> entry : headers) {
            String joined = header(entry.getKey());
            object.put(entry.getKey(), joined == null ? entry.getValue() : joined);
        }
        return object.build();
    }
}
