package org.arolang.cli.random;

import java.util.SplittableRandom;
import org.arolang.cli.random.Vocabulary.Kind;

/** Writes expressions of a wanted kind; now and then one that fails. */
final class ExpressionGenerator {

    private final SplittableRandom random;
    private final Vocabulary vocabulary;
    private boolean growing = true;

    ExpressionGenerator(SplittableRandom random, Vocabulary vocabulary) {
        this.random = random;
        this.vocabulary = vocabulary;
    }

    String of(Kind kind, int depth) {
        return switch (kind) {
            case INTEGER -> integer(depth);
            case FLOAT -> number(depth);
            case BOOLEAN -> truth(depth);
            case TEXT -> text(depth);
            case NUMBERS -> numbers(depth);
            case RECORDS -> records(depth);
            case RECORD -> record(depth);
            case DATE -> date();
        };
    }

    /** An expression that does not make its own variable bigger each time it runs. */
    String steady(Kind kind, int depth) {
        growing = false;
        try {
            return of(kind, depth);
        } finally {
            growing = true;
        }
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String variable(Kind kind, String otherwise) {
        String name = vocabulary.any(kind);
        return name == null ? otherwise : "<" + name + ">";
    }

    String integer(int depth) {
        if (depth <= 0 || chance(5)) {
            return chance(2) ? integerLiteral() : variable(Kind.INTEGER, integerLiteral());
        }
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> "(" + integer(depth - 1) + " + " + integer(depth - 1) + ")";
            case 3, 4 -> "(" + integer(depth - 1) + " - " + integer(depth - 1) + ")";
            case 5 -> "(" + integer(depth - 1) + " * " + integer(depth - 1) + ")";
            case 6 -> "(" + integer(depth - 1) + " / " + divisor(depth) + ")";
            case 7 -> "(" + integer(depth - 1) + " % " + divisor(depth) + ")";
            case 8 -> "-" + integer(0);
            case 9 -> qualified(Kind.NUMBERS, pick("count", "length"), integerLiteral());
            case 10 -> qualified(Kind.TEXT, "length", integerLiteral());
            case 11 -> chance(20) ? variable(Kind.NUMBERS, "[1, 2]") + "[" + integer(depth - 1) + "]" : "[4, 5]" + pick("[0]", "[1]");
            case 12 -> qualified(Kind.RECORD, chance(20) ? "name" : "id", integerLiteral());
            default -> integerLiteral();
        };
    }

    private String divisor(int depth) {
        return chance(15) ? integer(depth - 1) : pick("2", "3", "7", "-1", "-5");
    }

    private String qualified(Kind kind, String qualifier, String otherwise) {
        String name = vocabulary.any(kind);
        return name == null ? otherwise : "(<" + name + ": " + qualifier + ">)";
    }

    private String integerLiteral() {
        return chance(30) ? pick("9223372036854775807", "(-9223372036854775807 - 1)", "4294967296", "0x7F", "1_000") : String.valueOf(
                random.nextInt(10));
    }

    private String number(int depth) {
        if (depth <= 0 || chance(5)) {
            return chance(2) ? floatLiteral() : variable(Kind.FLOAT, floatLiteral());
        }
        Kind other = chance(3) ? Kind.INTEGER : Kind.FLOAT;
        String operator = pick("+", "-", "*", "+", "-", "*", "/");
        return chance(8) ? "-" + number(0)
                : chance(2) ? "(" + number(depth - 1) + " " + operator + " " + of(other, depth - 1) + ")"
                        : "(" + of(other, depth - 1) + " " + operator + " " + number(depth - 1) + ")";
    }

    private String floatLiteral() {
        return chance(12) ? pick("0.0", "1e300", "1.5e-9", "0.1", "9007199254740993.0") : random.nextInt(10) + "." + random.nextInt(1, 100);
    }

    String truth(int depth) {
        if (depth <= 0 || chance(8)) {
            return chance(3) ? pick("true", "false") : variable(Kind.BOOLEAN, "true");
        }
        return switch (random.nextInt(15)) {
            case 0, 1, 2 -> compared(Kind.INTEGER, depth);
            case 3 -> compared(Kind.FLOAT, depth);
            case 4 -> compared(Kind.TEXT, depth);
            case 5 -> compared(Kind.DATE, depth);
            case 6 -> "(" + truth(depth - 1) + " and " + "(" + truth(depth - 1) + "))";
            case 7 -> "(" + truth(depth - 1) + " or " + "(" + truth(depth - 1) + "))";
            case 8 -> "(not (" + truth(depth - 1) + "))";
            case 9 -> "(" + truth(depth - 1) + pick(" == ", " != ") + "(" + truth(depth - 1) + "))";
            case 10 -> "(" + mixed(depth - 1) + pick(" == ", " != ") + mixed(depth - 1) + ")";
            case 11 -> "(" + anything() + pick(" exists", " is empty", " is not empty", " is defined", " exists") + ")";
            case 12 -> "(" + (chance(20) ? anything() : mixed(0)) + " is "
                    + pick("a number", "an integer", "a float", "a string", "a list", "not a boolean") + ")";
            case 13 -> "(" + text(depth - 1) + pick(" contains ", " matches ") + pick("\"a\"", "\"1\"", "\"b+\"") + ")";
            default -> "(" + numbers(depth - 1) + " contains " + integer(depth - 1) + ")";
        };
    }

    private String compared(Kind kind, int depth) {
        Kind other = kind == Kind.INTEGER && chance(3) ? Kind.FLOAT : chance(80) ? Kind.BOOLEAN : kind;
        return "(" + of(kind, depth - 1) + " " + pick("<", "<=", ">", ">=", "==", "!=") + " " + of(other, depth - 1) + ")";
    }

    /** A variable that may be unbound, or a part of one that may be missing. */
    private String anything() {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        return switch (random.nextInt(4)) {
            case 0 -> "<nowhere" + random.nextInt(2) + ">";
            case 1 -> qualified(Kind.RECORD, pick("id", "none", "name"), "<nowhere>");
            default -> variable(kind, "<nowhere>");
        };
    }

    private String mixed(int depth) {
        return "(" + of(Kind.values()[random.nextInt(Kind.values().length)], depth) + ")";
    }

    String text(int depth) {
        if (depth <= 0 || chance(5)) {
            return chance(2) || !growing ? pick("\"a\"", "\"\"", "\"12\"", "\"b c\"", "\"Grüße\"") : variable(Kind.TEXT, "\"t\"");
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> "(" + text(depth - 1) + " ++ " + mixed(growing ? depth - 1 : 0).transform(this::bounded) + ")";
            case 2, 3 -> "\"<${" + hole(growing ? mixed(depth - 1) : integer(depth - 1)) + "}|${ " + hole(integer(depth - 1)) + " }>\"";
            case 4 -> "(" + text(0) + " * " + pick("0", "1", "2") + ")";
            default -> text(0);
        };
    }

    /** What may stand in an interpolation: nothing with quotes. */
    private String hole(String expression) {
        return expression.contains("\"") ? integerLiteral() : expression;
    }

    /** An interpolated string. */
    String interpolated(Kind kind, int depth) {
        return "\"v ${" + hole(of(kind, depth)) + "}\"";
    }

    private String bounded(String expression) {
        return growing ? expression : integerLiteral();
    }

    private String numbers(int depth) {
        if (depth <= 0 || chance(2) && growing) {
            return variable(Kind.NUMBERS, "[3, 1, 2]");
        }
        StringBuilder list = new StringBuilder("[");
        for (int i = random.nextInt(5); i > 0; i--) {
            list.append(integer(depth - 1)).append(i > 1 ? ", " : "");
        }
        return list + "]";
    }

    private String record(int depth) {
        if (depth <= 0 || chance(3)) {
            return variable(Kind.RECORD, "{ id: 0, name: \"none\" }");
        }
        return recordLiteral(depth - 1);
    }

    private String recordLiteral(int depth) {
        return "{ id: " + random.nextInt(6) + ", name: " + text(Math.min(depth, 1)) + ", score: " + number(depth) + ", ok: "
                + truth(Math.min(depth, 1)) + (chance(3) ? ", more: { n: " + integer(depth) + " }" : "") + " }";
    }

    private String records(int depth) {
        if (depth <= 0 || chance(3)) {
            return variable(Kind.RECORDS, "[{ id: 1, name: \"x\", score: 0.5, ok: true }]");
        }
        StringBuilder list = new StringBuilder("[");
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            list.append(recordLiteral(Math.min(1, depth - 1))).append(i > 1 ? ", " : "");
        }
        return list + "]";
    }

    private String date() {
        return chance(2) ? variable(Kind.DATE, "\"2025-03-01\"")
                : pick("\"2025-03-01\"", "\"2024-12-31T23:59:59Z\"", "\"2025-03-01T01:00:00+01:00\"");
    }
}
