package org.arolang.runtime.template;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The filters for screens ([IO-193] to [IO-195]); all but {@code rows} leave text alone when there is no terminal. */
final class TerminalFilters {

    private static final String ESCAPE = "\u001B[";
    private static final String END = "\u001B[0m";
    private static final List<String> COLOURS = List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");
    private static final Pattern RGB = Pattern.compile("rgb\\(\\s*(-?\\d{1,9})\\s*,\\s*(-?\\d{1,9})\\s*,\\s*(-?\\d{1,9})\\s*\\)");
    private static final Pattern ROWS = Pattern.compile("full([-+])(\\d{1,9})|(\\d{1,9})/(\\d{1,9})|(\\d{1,9})");

    private TerminalFilters() {}

    static @Nullable Filter find(String name, @Nullable String argument) {
        String given = argument == null ? "" : argument;
        return switch (name) {
            case "bold" -> style(1);
            case "dim" -> style(2);
            case "italic" -> style(3);
            case "underline" -> style(4);
            case "strikethrough" -> style(9);
            case "color" -> colour(given, 0);
            case "bg" -> colour(given, 10);
            case "rows" -> (value, activation) -> rows(Printed.of(value), rowCount(given.strip(), terminal(activation)));
            default -> null;
        };
    }

    private static ObjectValue terminal(Activation activation) {
        return activation.application().console().terminal();
    }

    private static boolean is(ObjectValue terminal, String property) {
        return Boolean.TRUE.equals(terminal.get(property));
    }

    private static Filter style(int code) {
        return (value, activation) -> is(terminal(activation), "is_tty") ? ESCAPE + code + "m" + Printed.of(value) + END : value;
    }

    private static Filter colour(String name, int offset) {
        String basic = basicCode(name, offset);
        Matcher rgb = RGB.matcher(name.strip().toLowerCase(Locale.ROOT));
        String exact = rgb.matches() ? exactCode(rgb, offset) : null;
        String near = rgb.matches() ? nearCode(rgb, offset) : null;
        return (value, activation) -> {
            ObjectValue terminal = terminal(activation);
            if (!is(terminal, "supports_color")) {
                return value;
            }
            String code = basic != null ? basic : is(terminal, "supports_true_color") ? exact : near;
            return code == null ? value : ESCAPE + code + "m" + Printed.of(value) + END;
        };
    }

    private static @Nullable String basicCode(String name, int offset) {
        String word = name.strip().toLowerCase(Locale.ROOT);
        int first = 30;
        if (word.startsWith("bright")) {
            word = word.substring("bright".length()).replaceFirst("^-", "");
            first = 90;
        }
        String colour = switch (word) {
            case "success" -> "green";
            case "error" -> "red";
            case "warning" -> "yellow";
            case "info" -> "blue";
            default -> word;
        };
        int index = COLOURS.indexOf(colour);
        return index < 0 || first == 90 && !colour.equals(word) ? null : String.valueOf(first + index + offset);
    }

    private static int part(Matcher rgb, int group) {
        return Math.clamp(Long.parseLong(rgb.group(group)), 0, 255);
    }

    private static String exactCode(Matcher rgb, int offset) {
        return (38 + offset) + ";2;" + part(rgb, 1) + ";" + part(rgb, 2) + ";" + part(rgb, 3);
    }

    /** The nearest of 256 colours. */
    private static String nearCode(Matcher rgb, int offset) {
        int r = part(rgb, 1);
        int g = part(rgb, 2);
        int b = part(rgb, 3);
        int number;
        if (Math.abs(r - g) < 10 && Math.abs(g - b) < 10 && Math.abs(r - b) < 10) {
            int grey = (r + g + b) / 3;
            number = grey < 8 ? 16 : grey > 247 ? 231 : 232 + (grey - 8) * 24 / 240;
        } else {
            number = 16 + 36 * (r * 5 / 255) + 6 * (g * 5 / 255) + b * 5 / 255;
        }
        return (38 + offset) + ";5;" + number;
    }

    private static long rowCount(String spec, ObjectValue terminal) {
        long full = terminal.get("rows") instanceof Long rows ? rows : 24;
        Matcher matcher = ROWS.matcher(spec);
        if (!matcher.matches()) {
            return full;
        }
        if (matcher.group(1) != null) {
            long change = Long.parseLong(matcher.group(2));
            return matcher.group(1).equals("-") ? Math.max(0, full - change) : full + change;
        }
        if (matcher.group(3) != null) {
            long divisor = Long.parseLong(matcher.group(4));
            return divisor == 0 ? full : full * Long.parseLong(matcher.group(3)) / divisor;
        }
        return Long.parseLong(matcher.group(5));
    }

    /** The text with exactly {@code count} line ends, padded or cut. */
    private static String rows(String text, long count) {
        int at = 0;
        long lines = 0;
        while (lines < count) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                int missing = (int) Math.min(count - lines, OutputBuffer.LIMIT);
                return text + "\n".repeat(missing);
            }
            at = next + 1;
            lines++;
        }
        // Whatever follows the last line end that counts is cut at the next one.
        int end = text.indexOf('\n', at);
        return end < 0 ? text : text.substring(0, end);
    }
}
