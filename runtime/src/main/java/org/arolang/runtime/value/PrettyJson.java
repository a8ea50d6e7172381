package org.arolang.runtime.value;

import org.arolang.runtime.Failure;

/** The layout of JSON files ([IO-55]): two blanks per level, one element per line, a blank on both sides of the colon. */
final class PrettyJson {

    private final ByteSink sink;
    private int depth;

    private PrettyJson(ByteSink sink) {
        this.sink = sink;
    }

    static void write(ByteSink sink, Object value) {
        new PrettyJson(sink).value(value);
    }

    private void value(Object value) {
        switch (value) {
            case ObjectValue object when !object.isEmpty() -> object(object);
            case Distance distance -> object(distance.properties());
            case RegexValue regex -> object(regex.properties());
            case Handle handle -> value(handle.properties());
            case ListValue list when !list.isEmpty() -> list(list);
            default -> JsonWriter.write(sink, value);
        }
    }

    private void object(ObjectValue object) {
        sink.put('{');
        depth++;
        for (int i = 0; i < object.size(); i++) {
            if (i > 0) sink.put(',');
            line();
            JsonWriter.string(sink, object.keyAt(i));
            sink.putAscii(" : ");
            value(object.valueAt(i));
        }
        depth--;
        line();
        sink.put('}');
    }

    private void list(ListValue list) {
        sink.put('[');
        depth++;
        boolean more = false;
        for (Object element : list) {
            if (more) sink.put(',');
            more = true;
            line();
            value(element);
        }
        depth--;
        line();
        sink.put(']');
    }

    private void line() {
        if (depth > JsonWriter.DEEPEST) throw new Failure("Value nested too deeply");
        sink.put('\n');
        for (int i = 0; i < depth; i++) sink.putAscii("  ");
    }
}
