package org.arolang.web.contract;

import java.util.List;
import java.util.Map;
import org.arolang.web.routing.PathTemplate;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract with everything about it decided. Immutable.
 *
 * @param id the name of its feature set ([WEB-20], [WEB-23])
 * @param method upper case
 * @param bodyRequired {@code requestBody.required}
 * @param bodies the declared request media types in document order, without parameters, lower case
 * @param responses what the contract says of the responses
 * @param security who may call it
 */
public record Operation(
        String id,
        String method,
        PathTemplate template,
        boolean deprecated,
        List<Parameter> parameters,
        boolean bodyRequired,
        List<Media> bodies,
        Responses responses,
        Security security) {

    /**
     * A declared media type.
     *
     * @param type lower case, without parameters
     * @param written as the contract writes it
     */
    public record Media(String type, String written, @Nullable Map<String, @Nullable Object> schema) {

        boolean isJson() {
            return type.equals("application/json") || type.endsWith("+json");
        }
    }

    /** Whether it is a WebSocket upgrade endpoint ([WEB-22]). */
    public boolean isUpgrade() {
        return responses.declares("101");
    }

    /** Whether a successful response opens an event stream ([WEB-229]). */
    public boolean isEventStream() {
        return responses.isEventStream();
    }

    /** The declared media type that {@code type} (lower case, no parameters) falls under: exactly, by {@code type/*}, by {@code *&#47;*}. */
    public @Nullable Media bodyFor(String type) {
        Media best = null;
        int quality = 0;
        for (Media media : bodies) {
            int fit = media.type().equals(type) ? 3
                    : media.type().equals("*/*") ? 1
                            : media.type().endsWith("/*") && type.startsWith(media.type().substring(0, media.type().length() - 1)) ? 2 : 0;
            if (fit > quality) {
                best = media;
                quality = fit;
            }
        }
        return best;
    }

    /** {@code GET /tides}. */
    public String title() {
        return method + " " + template.text();
    }
}
