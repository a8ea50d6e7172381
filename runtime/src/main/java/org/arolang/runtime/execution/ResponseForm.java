package org.arolang.runtime.execution;

import java.util.Map;
import java.util.TreeMap;
import org.arolang.runtime.value.ConsoleForm;
import org.arolang.runtime.value.DeveloperForm;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;

/** The forms in which the final response is printed: for people ([VAL-274]) and for {@code --debug} ([VAL-275]). */
public final class ResponseForm {

    private ResponseForm() {}

    /** The human form, lines ended by {@code \n}. */
    public static String human(Response response) {
        StringBuilder out = new StringBuilder("[").append(response.status()).append(']');
        if (response.reason() != null) {
            out.append(' ').append(response.reason());
        }
        out.append('\n');
        fields(response).forEach((key, value) -> out.append("  ").append(key).append(": ").append(humanValue(value)).append('\n'));
        return out.toString();
    }

    /** The box of {@code --debug}, lines ended by {@code \n}. */
    public static String developer(Response response) {
        Map<String, String> rows = new TreeMap<>(Text::compare);
        fields(response).forEach((key, value) -> rows.put(key, developerValue(value)));
        String reason = response.reason() == null ? null : DeveloperForm.of(response.reason());
        int keys = 10;
        int values = reason == null ? 20 : Math.max(20, length(reason));
        for (Map.Entry<String, String> row : rows.entrySet()) {
            keys = Math.max(keys, length(row.getKey()));
            values = Math.max(values, length(row.getValue()));
        }
        StringBuilder out = new StringBuilder();
        out.append('┌').append("─".repeat(keys + values + 5)).append("┐\n");
        out.append("│ ").append(pad("Response<" + response.status() + ">", keys + values + 3)).append(" │\n");
        out.append('├').append("─".repeat(keys + 2)).append('┬').append("─".repeat(values + 2)).append("┤\n");
        if (reason != null) {
            row(out, "reason", reason, keys, values);
        }
        for (Map.Entry<String, String> row : rows.entrySet()) {
            row(out, row.getKey(), row.getValue(), keys, values);
        }
        out.append('└').append("─".repeat(keys + 2)).append('┴').append("─".repeat(values + 2)).append("┘\n");
        return out.toString();
    }

    /** The console's fields by key in code-point order: nested objects flattened ([VAL-272]), the with-value's fields first. */
    private static Map<String, Object> fields(Response response) {
        Map<String, Object> fields = new TreeMap<>(Text::compare);
        Object value = response.value();
        switch (value) {
            case null -> {
            }
            case ObjectValue object -> flatten(fields, "", object);
            case ListValue list -> fields.put("data", list);
            default -> flatten(fields, "value", value);
        }
        for (Response.Field field : response.consoleFields()) {
            flatten(fields, field.name(), field.value());
        }
        return fields;
    }

    private static void flatten(Map<String, Object> fields, String key, Object value) {
        ObjectValue object = switch (value) {
            case ObjectValue known -> known;
            case Handle handle -> handle.properties();
            default -> null;
        };
        if (object == null) {
            fields.putIfAbsent(key, value);
            return;
        }
        for (int i = 0; i < object.size(); i++) {
            flatten(fields, key.isEmpty() ? object.keyAt(i) : key + "." + object.keyAt(i), object.valueAt(i));
        }
    }

    private static String humanValue(Object value) {
        return value instanceof ListValue ? Json.text(value) : ConsoleForm.of(value);
    }

    private static String developerValue(Object value) {
        return switch (Kind.of(value)) {
            case LIST, STREAM -> DeveloperForm.of(Json.text(value));
            case INTEGER, FLOAT, BOOLEAN, STRING, NULL -> DeveloperForm.of(value);
            default -> DeveloperForm.of(Text.of(value));
        };
    }

    private static void row(StringBuilder out, String key, String value, int keys, int values) {
        out.append("│ ").append(pad(key, keys)).append(" │ ").append(pad(value, values)).append(" │\n");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }
}
