package org.arolang.runtime.template;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Values inside URLs. */
final class UrlText {

    /** What stands in place of a URL that a browser would run. */
    static final String BLOCKED = "about:invalid";

    private UrlText() {}

    /** The URL, or {@link #BLOCKED} when its scheme runs scripts. */
    static String checked(String url) {
        return isScript(url) ? BLOCKED : url;
    }

    private static boolean isScript(String url) {
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == ':') {
                return runs(scheme.toString(), url.substring(i + 1));
            }
            if (c == '/' || c == '?' || c == '#') {
                return false;
            }
            // Browsers ignore blanks and control characters around and line ends inside.
            if (c > ' ' && c != '\u007F' && !Character.isISOControl(c) && !Character.isSpaceChar(c)) {
                scheme.append(c);
            }
        }
        return false;
    }

    private static boolean runs(String scheme, String rest) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "javascript", "vbscript" -> true;
            // Pictures that are no documents.
            case "data" -> !rest.strip().toLowerCase(Locale.ROOT).matches("image/(png|gif|jpeg|webp|avif|bmp)[;,].*(\\R.*)*");
            default -> false;
        };
    }

    /** Text in which no scheme can end: colons before the first slash, question mark or number sign are encoded. */
    static String withoutScheme(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != '?' && text.charAt(end) != '#') {
            end++;
        }
        return text.substring(0, end).replace(":", "%3A") + text.substring(end);
    }

    /** Everything but the unreserved characters of RFC 3986 percent-encoded. */
    static String component(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~') {
                out.append(c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        return out.toString();
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }
}
