package org.arolang.cli.random;

import java.util.List;
import java.util.function.Predicate;

/** Makes a failing program smaller: leaves out statements as long as it still fails. */
final class Shrinking {

    private static final int ATTEMPTS = 300;

    private Shrinking() {}

    static List<Piece> shrink(List<Piece> program, Predicate<List<Piece>> fails) {
        List<Piece> smallest = program;
        int attempts = 0;
        for (int size = Math.max(1, Piece.count(smallest) / 2); attempts < ATTEMPTS;) {
            boolean smaller = false;
            for (int from = 0; from < Piece.count(smallest) && attempts < ATTEMPTS; attempts++) {
                List<Piece> candidate = Piece.without(smallest, from, from + size);
                if (fails.test(candidate)) {
                    smallest = candidate;
                    smaller = true;
                } else {
                    from += size;
                }
            }
            if (size == 1 && !smaller) {
                break;
            }
            size = Math.max(1, size / 2);
        }
        return smallest;
    }
}
