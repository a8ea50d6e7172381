package org.arolang.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;

/** Finds the text literals of an expression, which no client may read in a message ([WEB-160]). */
final class Texts {

    private Texts() {}

    static List<Span> in(Expression expression) {
        List<Span> found = new ArrayList<>();
        Expressions.walk(expression, part -> {
            if (part instanceof Expression.Text || part instanceof Expression.Interpolated) {
                found.add(part.span());
            }
        });
        found.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return found;
    }
}
