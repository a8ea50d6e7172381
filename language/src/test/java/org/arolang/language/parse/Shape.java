package org.arolang.language.parse;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.StringJoiner;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;

/** A tree as text with everything but places, to compare trees. */
final class Shape {

    private Shape() {}

    static String of(Object node) {
        return switch (node) {
            case null -> "null";
            case List<?> list -> list.stream().map(Shape::of).toList().toString();
            case Record row -> record(row);
            case String text -> '"' + text + '"';
            default -> node.toString();
        };
    }

    private static String record(Record node) {
        StringJoiner text = new StringJoiner(", ", node.getClass().getSimpleName() + "(", ")");
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (component.getType() != Span.class && component.getType() != SourceFile.class && !component.getName().equals("comments")) {
                try {
                    text.add(of(component.getAccessor().invoke(node)));
                } catch (ReflectiveOperationException impossible) {
                    throw new AssertionError(impossible);
                }
            }
        }
        return text.toString();
    }
}
