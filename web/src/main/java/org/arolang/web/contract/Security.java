package org.arolang.web.contract;

import java.util.List;

/**
 * Who may call an operation ([WEB-50]): one of the alternatives must be satisfied, each of whose requirements must be met. No alternative
 * at all means public.
 */
public record Security(List<List<Requirement>> alternatives) {

    public static final Security PUBLIC = new Security(List.of());

    public boolean isPublic() {
        return alternatives.isEmpty();
    }

    /** How a credential travels. */
    public enum Scheme {
        KEY_IN_HEADER("ApiKey"), KEY_IN_QUERY("ApiKey"), KEY_IN_COOKIE("ApiKey"), BEARER("Bearer"), BASIC("Basic realm=\"aro\""),
        /** Unknown, or not possible here. */
        NEVER("Bearer");

        private final String challenge;

        Scheme(String challenge) {
            this.challenge = challenge;
        }

        /** The value of {@code WWW-Authenticate}. */
        public String challenge() {
            return challenge;
        }
    }

    /**
     * @param name the scheme's name in {@code components.securitySchemes}
     * @param key the name of the header, query parameter or cookie of an API key, else empty
     */
    public record Requirement(String name, Scheme scheme, String key) {}
}
