package org.arolang.cli.random;

import java.util.ArrayList;
import java.util.List;

/** Programs that must do the same as a generated one, but are compiled differently. */
enum Variant {

    /** The program itself. */
    PLAIN,

    /** The kind of no variable is known, so that none is kept unboxed. */
    BOXED,

    /** Its feature sets are too large for one method, and have too many variables to keep in registers. */
    LARGE;

    private static final String BEGIN = "\u0001";
    private static final String END = "\u0002";
    private static final int PADDING = 450;

    /** Marks an expression that is bound to a variable. */
    static String bound(String expression) {
        return BEGIN + expression + END;
    }

    String text(List<Piece> program) {
        return switch (this) {
            case PLAIN -> withoutMarks(Piece.text(program));
            case BOXED -> Piece.text(program).replace(BEGIN, "[").replace(END, "][0]");
            case LARGE -> withoutMarks(Piece.text(program.stream().map(Variant::large).toList()));
        };
    }

    private static String withoutMarks(String text) {
        return text.replace(BEGIN, "").replace(END, "");
    }

    private static Piece large(Piece piece) {
        if (!(piece instanceof Piece.Block block)) {
            return piece;
        }
        List<Piece> padding = new ArrayList<>(block.first());
        for (int i = 0; i < PADDING; i++) {
            padding.add(new Piece.Line("Create the <padding" + i + "> with " + (i % 3 == 0 ? "true" : i % 3 == 1 ? "0.5" : "7") + "."));
        }
        return new Piece.Block(block.head(), padding, block.body());
    }
}
