package org.arolang.language.parse;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes random valid programs that use the whole grammar ([SYN-640]). */
final class SourceGenerator {

    private static final String[] WORDS = {
        "a", "the", "user", "Total", "item-2b", "from", "content-type", "été", "error", "order", "x_1", "when", "B"
    };
    private static final String[] BARE = {"limitless", "total", "tea-pot", "Foo"};
    private static final String[] QUALIFIERS = {
        "name", "a.b.c", "lines.0.price", "3", "0-19", "0, 3,7", "+7d", "-3h", "\"x.y \\\"z\\\" \\${\"", "mails/hi.tpl", "List<Book>",
        "Map<String,List<B>>", "a.b | c | d.e", "order: total", "as String", "'C:\\x'"
    };
    private static final String[] LITERALS = {
        "0", "1_000", "-5", "9223372036854775807", "-9223372036854775808", "0xFF", "1.5", "-2e-7", "1E300", "true", "FALSE", "nil",
        "\"\"", "\"a\\n\\\"b\\u{1F600}\\0$\"", "'it\\'s \\n'", "\"\"\"\n  a\n   \"b\"\n\n  c\n  \"\"\""
    };

    private final Random random;

    SourceGenerator(Random random) {
        this.random = random;
    }

    String program() {
        return (random.nextInt(4) == 0 ? "import ../lib/x-1\n" : "") + repeat(1, 2, "\n", this::featureSet);
    }

    private String featureSet() {
        String header = pick("Handle Tea-Order: Shop", "A: X Handler<a:b,c;d:e>", "Phase 2: When The", "Do: Action takes <n: List<Int>>");
        return "(" + header + ")" + maybe(" when " + expression(2)) + " {\n" + body(3) + "}\n";
    }

    private String body(int depth) {
        return repeat(0, 3, "\n", () -> statement(depth)) + "\n";
    }

    private String block(int depth) {
        return " { " + body(depth - 1) + "}";
    }

    private String statement(int depth) {
        int kind = random.nextInt(depth > 0 ? 14 : 8);
        return switch (kind) {
            case 8 ->
                "match " + reference() + " {"
                        + repeat(0, 3, " ", () -> "case " + pattern() + maybe(" where " + expression(1)) + block(depth))
                        + maybe(" otherwise" + block(depth)) + "}";
            case 9, 10 ->
                "for each <" + word() + ">" + maybe(" at <" + word() + ">") + " in " + expression(1) + maybe(" where " + expression(1))
                        + block(depth);
            case 11 -> "parallel for each <x> in <y>" + maybe(" with <concurrency: 4>") + block(depth);
            case 12 -> "for <i> from " + expression(1) + " to " + expression(1) + block(depth);
            case 13 -> "while " + expression(2) + block(depth);
            case 6 -> pick("Publish as <a> <b>.", "Share as <a> <b-c>.", "Require the <a> from <b>.", "Break.",
                    "break when " + expression(1) + ".");
            case 7 -> action() + " |> " + action() + ".";
            default -> action() + ".";
        };
    }

    private String action() {
        return switch (random.nextInt(8)) {
            case 0 -> pick("Return", "Delete", "Close") + " " + pick("the ", "an ", "") + reference() + maybe(" when " + expression(1));
            case 1 -> pick("Sleep for ", "Wait with ") + expression(1) + maybe(" ms");
            case 2 -> pick("Log ", "write ".toUpperCase(), "Send ") + expression(2) + " to the <console>" + clauses();
            case 3 -> "Request the <r> via PUT " + pick("the <url>", "<url: a>", "\"x\"") + clauses();
            case 4 -> pick("Append", "Broadcast") + " " + pick("\"x\"", "<a> ++ <b>", "<a>", "the <b>") + " to " + noun() + clauses();
            case 5 -> "Start the <server> on port 9123" + clauses();
            default ->
                pick("Extract", "When", "assert", "Greeting.say-hello", "Match") + " the " + reference() + maybe(" as List<Book>") + " "
                        + pick("from ", "with ", "to ", "for ") + pick(expression(2), noun(), reference()) + clauses();
        };
    }

    private String clauses() {
        StringBuilder text = new StringBuilder();
        for (int clause = 0; clause < 8; clause++) {
            if (random.nextInt(5) == 0) {
                text.append(' ').append(clause(clause));
            }
        }
        return text.toString();
    }

    private String clause(int kind) {
        return switch (kind) {
            case 0 -> "where " + condition(2);
            case 1 -> "by " + pick("/a\\/b/i", "\",\"", "<key>", "<key> desc", "team, joined DESC, a.b-c", "the <k: l>, m");
            case 2 -> "order by " + pick("due desc, name", "<a: b.c>", "from");
            case 3 -> "limit " + operand(1) + " offset 3";
            case 4 -> "recursively matching \"*.txt\"";
            case 5 -> "default " + operand(1);
            case 6 -> "when " + expression(2);
            default -> pick("with sum(<price>)", "with Count()", "with first(a.b)");
        };
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 4 -> condition(depth - 1) + " and " + condition(depth - 1);
            case 5 -> condition(depth - 1) + " or " + condition(depth - 1);
            case 6 -> "(" + condition(depth - 1) + ")";
            default ->
                pick("<id>", "status", "<o: a.b>", "address.city", "type") + " "
                        + pick("is 1", "is not <x>", "= \"a\" ++ <b>", "!= 1", "< 2", ">= the <y>", "contains 'x'", "matches /[ab]+/",
                                "in [1, 2]",
                                "not in <x>", "between 1 and <z> + 2", "starts with \"a\"", "ends with 'b'", "is empty", "is not empty",
                                "is defined", "is not defined");
        };
    }

    private String expression(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 1)) {
            case 1, 2 -> expression(depth - 1) + " " + pick("or", "and") + " " + expression(depth - 1);
            case 3, 4 ->
                operand(depth - 1) + " " + pick("==", "=", "!=", "<", ">", "<=", ">=", "contains", "equals", "is", "is not") + " "
                        + pick("<a: b>", "\"x\"", "-1", "(" + expression(depth - 1) + ")", "[1]");
            case 5 -> operand(depth - 1) + " matches /^a|b\\/$/im";
            case 6 ->
                operand(depth - 1)
                        + pick(" is a Number", " is not Text", " is empty", " is not empty", " is defined", " is not defined", " exists",
                                " is true", " is not nil");
            case 7, 8 ->
                operand(depth - 1) + pick(" + ", " - ", " ++ ", " * ", " / ", " % ", " -") + operand(depth - 1) + pick("", " * 2", " - 1");
            case 9 -> pick("not ", "-", "- ", "not not ", "--") + operand(depth - 1);
            default -> operand(depth);
        };
    }

    private String operand(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 4)) {
            case 4 -> "(" + expression(depth - 1) + ")";
            case 5 -> "[" + repeat(0, 3, ", ", () -> expression(depth - 1)) + "]";
            case 6 -> "{ " + repeat(0, 3, ", ", () -> pick("a", "X-Id", "when", "\"b c\"", "\"\"") + ": " + expression(depth - 1)) + " }";
            case 7 -> reference() + pick(".name", "[0]", "[" + expression(depth - 1) + "].x", " exists", ".type.x");
            case 8, 9 -> "\"" + repeat(1, 3, pick("", " ", "$", "{"), this::piece) + "\"";
            case 10 -> pick("1.5", "\"a\"", "-2") + ".length";
            default -> pick(pick(LITERALS), reference(), reference());
        };
    }

    private String piece() {
        return pick("text <b> \\u{41}", "${}",
                "${" + pick("the", "a.b", "a-b - 1", "<a: b>[0] ++ 'it\\'s {'", "a > b or 1", "{ a: { b: 'c' } }",
                        "-5", "- 5", "x is not empty", "a.Name", "(<a> + 1) * 2", "'C:\\x'") + "}");
    }

    private String pattern() {
        return pick("_", "/a.c/s", reference(), "\"a\"", "-1.5", "NULL", "true", "7");
    }

    private String noun() {
        return pick(pick("the ", "an ", "a ", "") + reference(), "the " + pick(BARE), pick(BARE));
    }

    private String reference() {
        return "<" + word() + (random.nextBoolean() ? ">" : ": " + pick(QUALIFIERS) + ">");
    }

    private String word() {
        return pick(WORDS);
    }

    private String maybe(String text) {
        return random.nextBoolean() ? text : "";
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String repeat(int least, int most, String separator, Supplier<String> part) {
        int count = least + random.nextInt(most - least + 1);
        return IntStream.range(0, count).mapToObj(_ -> part.get()).collect(Collectors.joining(separator));
    }
}
