package org.arolang.runtime.value;

/** The form of values that {@code --debug} shows ([VAL-130]). */
public final class DeveloperForm {

    private DeveloperForm() {}

    public static String of(Object value) {
        StringBuilder out = new StringBuilder(32);
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, Object value) {
        switch (value) {
            case String text -> out.append("String(\"").append(text).append("\")");
            case MarkedText text -> append(out, text.text());
            case Long number -> out.append("Int(").append(number.longValue()).append(')');
            case Double number -> out.append("Double(").append(FloatText.of(number)).append(')');
            case Boolean truth -> out.append("Bool(").append(truth.booleanValue()).append(')');
            case ListValue list -> {
                out.append('[');
                boolean more = false;
                for (Object element : list) {
                    if (more) out.append(", ");
                    more = true;
                    append(out, element);
                }
                out.append(']');
            }
            case ObjectValue object -> {
                out.append("Dict { ");
                for (int i = 0; i < object.size(); i++) {
                    if (i > 0) out.append(", ");
                    out.append(object.keyAt(i)).append(": ");
                    append(out, object.valueAt(i));
                }
                out.append(" }");
            }
            default -> {
                out.append(Kind.nameOf(value)).append('(');
                Text.appendTo(out, value);
                out.append(')');
            }
        }
    }
}
