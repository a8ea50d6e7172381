package org.arolang.web.request;

import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.value.Ids;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The request as what made a feature set run: the names of [WEB-66], each put together when it is first asked for. */
public final class RequestTrigger extends Trigger {

    private final RequestHead head;
    private final Parameters parameters;
    private final String[] pathValues;
    private final Body body;
    private final ObjectValue security;
    private @Nullable Object request;
    private @Nullable Object path;
    private @Nullable Object query;
    private @Nullable Object headers;
    private @Nullable Object headerParameters;
    private @Nullable Object cookies;
    private volatile @Nullable String id;

    /** @param security what {@code <request: security>} is ([WEB-52]) */
    public RequestTrigger(RequestHead head, Parameters parameters, String[] pathValues, Body body, ObjectValue security) {
        this.head = head;
        this.parameters = parameters;
        this.pathValues = pathValues;
        this.body = body;
        this.security = security;
    }

    /** The request's id ([WEB-66]). */
    public String id() {
        String known = id;
        if (known == null) {
            synchronized (this) {
                known = id;
                if (known == null) {
                    known = Ids.uuid7();
                    id = known;
                }
            }
        }
        return known;
    }

    @Override
    public @Nullable Object variable(ContextName name) {
        return switch (name) {
            case BODY -> body.value();
            case REQUEST -> request == null ? request = new LazyObject(this::property, this::whole) : request;
            case PATH_PARAMETERS -> path == null ? path = parameters.path(head, pathValues) : path;
            case QUERY_PARAMETERS -> query == null ? query = parameters.query(head) : query;
            case HEADERS -> headers == null ? headers = parameters.allHeaders(head) : headers;
            case HEADER_PARAMETERS -> headerParameters == null ? headerParameters = parameters.headers(head) : headerParameters;
            case COOKIE_PARAMETERS -> cookies == null ? cookies = parameters.cookies(head) : cookies;
            default -> null;
        };
    }

    /** A property of {@code <request>}; may be asked for by any thread, since the value can outlive its execution. */
    private @Nullable Object property(String name) {
        return switch (name) {
            case "method" -> head.method();
            case "path" -> head.path();
            case "url" -> head.url();
            case "headers" -> parameters.allHeaders(head);
            case "body" -> body.value();
            case "queryParameters", "query" -> parameters.query(head);
            case "pathParameters" -> parameters.path(head, pathValues);
            case "headerParameters" -> parameters.headers(head);
            case "cookieParameters" -> parameters.cookies(head);
            case "files" -> body.files();
            case "security" -> security;
            case "id" -> id();
            case "remoteAddress" -> head.remoteAddress();
            default -> null;
        };
    }

    private ObjectValue whole() {
        return ObjectValue.of("method", head.method(), "path", head.path(), "url", head.url(), "headers", head.allHeaders(), "body",
                body.value(), "queryParameters", parameters.query(head).properties(), "pathParameters", parameters.path(head, pathValues),
                "headerParameters", parameters.headers(head).properties(), "cookieParameters", parameters.cookies(head), "files",
                body.files(), "security", security, "id", id(), "remoteAddress", head.remoteAddress());
    }
}
