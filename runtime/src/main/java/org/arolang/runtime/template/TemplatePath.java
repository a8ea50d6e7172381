package org.arolang.runtime.template;

import org.arolang.runtime.Failure;

/** The paths by which programs name templates ([WEB-302]). */
public final class TemplatePath {

    private TemplatePath() {}

    /**
     * The path without leading slashes.
     *
     * @throws Failure when it can be no path of a template
     */
    public static String checked(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        String relative = path.substring(start);
        if (!isValid(relative)) {
            throw new Failure("Invalid template path: " + path);
        }
        return relative;
    }

    private static boolean isValid(String path) {
        int segment = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' || Character.isISOControl(c)) {
                return false;
            }
            if (c == '/') {
                if (!isSegment(path, segment, i)) {
                    return false;
                }
                segment = i + 1;
            }
        }
        return isSegment(path, segment, path.length()) && !isDrive(path);
    }

    private static boolean isSegment(String path, int start, int end) {
        int length = end - start;
        return length > 0 && !(path.startsWith(".", start) && (length == 1 || length == 2 && path.charAt(start + 1) == '.'));
    }

    private static boolean isDrive(String path) {
        return path.length() >= 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
    }

    /** Whether a segment begins with a dot: such files are never found. */
    public static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }
}
