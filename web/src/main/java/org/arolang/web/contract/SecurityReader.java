package org.arolang.web.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.arolang.web.contract.Security.Requirement;
import org.arolang.web.contract.Security.Scheme;

/** Reads {@code security} and {@code components.securitySchemes} ([WEB-50]). */
final class SecurityReader {

    private final Shaped root;

    SecurityReader(Shaped root) {
        this.root = root;
    }

    /** The requirements of an operation: its own, else the document's. */
    Security of(Shaped own) {
        Shaped list = own.isAbsent() ? root.at("security") : own;
        List<List<Requirement>> alternatives = new ArrayList<>();
        for (Shaped item : list.items()) {
            List<Requirement> together = new ArrayList<>();
            for (Map.Entry<String, Shaped> entry : item.entries()) together.add(requirement(entry.getKey()));
            alternatives.add(List.copyOf(together));
        }
        return alternatives.isEmpty() ? Security.PUBLIC : new Security(List.copyOf(alternatives));
    }

    private Requirement requirement(String name) {
        Shaped components = root.at("components");
        Shaped schemes = components.isAbsent() ? components : components.at("securitySchemes");
        Shaped scheme = schemes.isMap() ? schemes.at(name) : schemes;
        if (!scheme.isMap()) return new Requirement(name, Scheme.NEVER, "");
        String key = scheme.at("name").isAbsent() ? "" : scheme.at("name").scalarText();
        return switch (word(scheme, "type")) {
            case "apikey" -> new Requirement(name, switch (word(scheme, "in")) {
                case "header" -> Scheme.KEY_IN_HEADER;
                case "query" -> Scheme.KEY_IN_QUERY;
                case "cookie" -> Scheme.KEY_IN_COOKIE;
                default -> Scheme.NEVER;
            }, key);
            case "http" -> new Requirement(name, switch (word(scheme, "scheme")) {
                case "bearer" -> Scheme.BEARER;
                case "basic" -> Scheme.BASIC;
                default -> Scheme.NEVER;
            }, "");
            case "oauth2", "openidconnect" -> new Requirement(name, Scheme.BEARER, "");
            default -> new Requirement(name, Scheme.NEVER, "");
        };
    }

    private static String word(Shaped scheme, String key) {
        Shaped place = scheme.at(key);
        return place.isAbsent() ? "" : place.scalarText().toLowerCase(Locale.ROOT);
    }
}
