package org.arolang.language.parse;

import org.arolang.language.source.Span;

/**
 * Bounds the height of the tree, so that neither the parser nor anyone who walks the tree by recursion runs out of stack ([SYN-643]).
 * Blocks, parentheses and the like count together.
 */
final class Nesting {

    /** Deepest combined nesting of blocks, parentheses, lists, maps, prefix operators and type arguments. */
    static final int MAX_DEPTH = 250;

    /** Greatest height of one expression, chains of operators such as {@code a ++ b ++ c} included. */
    static final int MAX_HEIGHT = 400;

    /**
     * Most nodes met by a walk over one expression. The shorthand of [SYN-609] repeats its left operand; nested, that would make a walk
     * exponential.
     */
    static final int MAX_WALK = 1_000_000;

    private final Problems problems;
    private int depth;

    Nesting(Problems problems) {
        this.problems = problems;
    }

    int depth() {
        return depth;
    }

    /** Goes one level down at {@code span}; every call is paired with {@link #leave} or {@link #returnTo}. */
    void enter(Span span) {
        if (++depth > MAX_DEPTH) {
            tooDeep(span);
        }
    }

    void leave() {
        depth--;
    }

    /** Goes back to an earlier depth after an error. */
    void returnTo(int earlier) {
        depth = earlier;
    }

    void check(int height, long walk, Span span) {
        if (height > MAX_HEIGHT || walk > MAX_WALK) {
            tooDeep(span);
        }
    }

    private void tooDeep(Span span) {
        problems.nesting(span);
        throw SyntaxError.UNWIND;
    }
}
