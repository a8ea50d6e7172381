package org.arolang.web.request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.contract.Security;
import org.jspecify.annotations.Nullable;

/** Looks for the credentials that an operation asks for; only their presence and form count ([WEB-50]). */
public final class Credentials {

    private Credentials() {}

    /** The credentials of the first alternative that is satisfied ([WEB-52]); null when none is. */
    public static @Nullable ObjectValue find(Security security, RequestHead head) {
        if (security.isPublic()) return ObjectValue.EMPTY;
        for (List<Security.Requirement> alternative : security.alternatives()) {
            ObjectValue.Builder found = new ObjectValue.Builder(2);
            boolean satisfied = true;
            for (Security.Requirement requirement : alternative) {
                Object credential = credential(requirement, head);
                if (credential == null) {
                    satisfied = false;
                    break;
                }
                found.put(requirement.name(), credential);
            }
            if (satisfied) return found.build();
        }
        return null;
    }

    /** The value of {@code WWW-Authenticate} ([WEB-51]). */
    public static String challenge(Security security) {
        for (List<Security.Requirement> alternative : security.alternatives()) {
            if (!alternative.isEmpty()) return alternative.getFirst().scheme().challenge();
        }
        return Security.Scheme.BEARER.challenge();
    }

    private static @Nullable Object credential(Security.Requirement requirement, RequestHead head) {
        return switch (requirement.scheme()) {
            case KEY_IN_HEADER -> head.header(requirement.key());
            case KEY_IN_QUERY -> head.query().last(requirement.key());
            case KEY_IN_COOKIE -> head.cookies().get(requirement.key());
            case BEARER -> authorization("bearer ", head);
            case BASIC -> basic(authorization("basic ", head));
            case NEVER -> null;
        };
    }

    private static @Nullable String authorization(String scheme, RequestHead head) {
        String header = head.headers().get("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(scheme) ? header.substring(scheme.length()).trim() : null;
    }

    private static @Nullable ObjectValue basic(@Nullable String encoded) {
        if (encoded == null) return null;
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 0 ? null : ObjectValue.of("username", decoded.substring(0, colon), "password", decoded.substring(colon + 1));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
