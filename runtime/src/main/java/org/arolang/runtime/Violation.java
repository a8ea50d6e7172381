package org.arolang.runtime;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One way in which a value is not as it should be ([DATA-131], [DATA-132]).
 *
 * @param path where: a JSON Pointer from the value that was examined, empty for that value itself
 * @param message what is wrong, without the offending value
 */
public record Violation(String path, String message) {

    /** {@code /email: must match /@/}; the message alone for the value itself. */
    public String text() {
        return path.isEmpty() ? message : path + ": " + message;
    }

    /** All of them on one line, as causes show them ([DATA-133]). */
    public static String text(List<Violation> violations) {
        return violations.stream().map(Violation::text).collect(Collectors.joining("; "));
    }
}
