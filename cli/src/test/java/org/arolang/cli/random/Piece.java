package org.arolang.cli.random;

import java.util.ArrayList;
import java.util.List;

/** A part of a generated program that can be left out: a statement, or a block of them. */
sealed interface Piece {

    void write(String indent, StringBuilder text);

    /** A statement. */
    record Line(String text) implements Piece {
        @Override
        public void write(String indent, StringBuilder to) {
            to.append(indent).append(text).append('\n');
        }
    }

    /** What stands between braces, behind {@code head}. {@code first} cannot be left out: without it a loop would not end. */
    record Block(String head, List<Piece> first, List<Piece> body) implements Piece {

        Block(String head, List<Piece> body) {
            this(head, List.of(), body);
        }

        @Override
        public void write(String indent, StringBuilder to) {
            to.append(indent).append(head).append(" {\n");
            first.forEach(piece -> piece.write(indent + "    ", to));
            body.forEach(piece -> piece.write(indent + "    ", to));
            to.append(indent).append("}\n");
        }
    }

    static String text(List<Piece> program) {
        StringBuilder text = new StringBuilder();
        program.forEach(piece -> piece.write("", text));
        return text.toString();
    }

    /** How many pieces there are that can be left out. */
    static int count(List<Piece> pieces) {
        int count = 0;
        for (Piece piece : pieces) {
            count += 1 + (piece instanceof Block block ? count(block.body()) : 0);
        }
        return count;
    }

    /** {@code pieces} without those whose number, in the order of the text, is from {@code from} to before {@code to}. */
    static List<Piece> without(List<Piece> pieces, int from, int to) {
        return without(pieces, from, to, new int[1]);
    }

    private static List<Piece> without(List<Piece> pieces, int from, int to, int[] number) {
        List<Piece> kept = new ArrayList<>();
        for (Piece piece : pieces) {
            boolean drop = number[0] >= from && number[0] < to;
            number[0]++;
            Piece rest = piece instanceof Block block
                    ? new Block(block.head(), block.first(), without(block.body(), from, to, number))
                    : piece;
            if (!drop) {
                kept.add(rest);
            }
        }
        return kept;
    }
}
