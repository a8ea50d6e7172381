package org.arolang.compiler.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.arolang.runtime.template.Escaping.Content;
import org.jspecify.annotations.Nullable;

/**
 * A place in a script, as far as the text before it tells. Where it is not certain whether a slash divides or begins a regular expression the
 * more careful reading is taken.
 *
 * @param mode what is being read
 * @param quote the quote of a string
 * @param escaped whether a backslash or, in code, a slash or, in a comment, a star or, in a template, a dollar sign was the last character
 * @param operand whether an operand is expected, so that a slash begins a regular expression
 * @param word the word being read in code
 * @param braces for each template literal around, how many braces are open in its expression
 */
record ScriptPlace(Mode mode, char quote, boolean escaped, boolean operand, String word, List<Integer> braces) {

    enum Mode {
        CODE, STRING,
        /** A template literal. */
        TEMPLATE, LINE_COMMENT, BLOCK_COMMENT, REGEX,
        /** Brackets in a regular expression. */
        REGEX_CLASS
    }

    static final ScriptPlace START = new ScriptPlace(Mode.CODE, ' ', false, true, "", List.of());

    /** Words after which an operand follows. */
    private static final Set<String> OPERATORS = Set.of(
            "return", "typeof", "instanceof", "in", "of", "new", "delete", "void", "throw", "case", "do", "else", "await", "yield");

    /** How a value is written here. */
    Content content() {
        return switch (mode) {
            case CODE -> escaped && operand ? Content.SCRIPT_HIDDEN : Content.SCRIPT;
            case STRING, TEMPLATE -> Content.SCRIPT_STRING;
            case LINE_COMMENT, BLOCK_COMMENT, REGEX, REGEX_CLASS -> Content.SCRIPT_HIDDEN;
        };
    }

    ScriptPlace afterValue() {
        return switch (mode) {
            case CODE -> escaped && operand ? in(Mode.REGEX) : new ScriptPlace(Mode.CODE, ' ', false, false, "", braces);
            default -> new ScriptPlace(mode, quote, false, operand, "", braces);
        };
    }

    /** A place that stands for both; null when there is none. */
    @Nullable
    ScriptPlace meet(ScriptPlace other) {
        if (equals(other)) {
            return this;
        }
        boolean alike = mode == other.mode && quote == other.quote && escaped == other.escaped && braces.equals(other.braces);
        return alike ? new ScriptPlace(mode, quote, escaped, true, "", braces) : null;
    }

    private ScriptPlace in(Mode next) {
        return new ScriptPlace(next, ' ', false, false, "", braces);
    }

    private ScriptPlace escaped(boolean now) {
        return now == escaped ? this : new ScriptPlace(mode, quote, now, operand, word, braces);
    }

    private ScriptPlace code(boolean operandNext) {
        return new ScriptPlace(Mode.CODE, ' ', false, operandNext, "", braces);
    }

    /** The place after {@code c}. */
    ScriptPlace after(char c) {
        boolean lineEnd = c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
        return switch (mode) {
            case CODE -> inCode(c);
            case STRING -> escaped ? escaped(false) : c == '\\' ? escaped(true) : c == quote || lineEnd ? code(lineEnd) : this;
            case TEMPLATE -> inTemplate(c);
            case LINE_COMMENT -> lineEnd ? code(true) : this;
            case BLOCK_COMMENT -> escaped && c == '/' ? code(true) : escaped(c == '*');
            case REGEX -> escaped ? escaped(false)
                    : c == '\\' ? escaped(true)
                            : c == '[' ? in(Mode.REGEX_CLASS)
                                    : c == '/' || lineEnd ? code(lineEnd)
                                            : this;
            case REGEX_CLASS ->
                escaped ? escaped(false) : c == '\\' ? escaped(true) : c == ']' ? in(Mode.REGEX) : lineEnd ? code(true) : this;
        };
    }

    private ScriptPlace inTemplate(char c) {
        if (escaped && c == '{') {
            List<Integer> deeper = new ArrayList<>(braces);
            deeper.add(0);
            return new ScriptPlace(Mode.CODE, ' ', false, true, "", List.copyOf(deeper));
        }
        // A backslash hides what follows; only a dollar sign of its own may begin an expression.
        if (quote == '\\') {
            return new ScriptPlace(Mode.TEMPLATE, ' ', false, false, "", braces);
        }
        if (c == '\\') {
            return new ScriptPlace(Mode.TEMPLATE, '\\', false, false, "", braces);
        }
        return c == '`' ? code(false) : escaped(c == '$');
    }

    private ScriptPlace inCode(char c) {
        if (escaped) {
            if (c == '/') {
                return in(Mode.LINE_COMMENT);
            }
            if (c == '*') {
                return in(Mode.BLOCK_COMMENT);
            }
            return operand ? in(Mode.REGEX).after(c) : code(true).inCode(c);
        }
        if (Character.isLetterOrDigit(c) || c == '_' || c == '$') {
            String read = word + c;
            return new ScriptPlace(Mode.CODE, ' ', false, OPERATORS.contains(read), read, braces);
        }
        if (Character.isWhitespace(c)) {
            return word.isEmpty() ? this : new ScriptPlace(Mode.CODE, ' ', false, operand, "", braces);
        }
        return switch (c) {
            case '"', '\'' -> new ScriptPlace(Mode.STRING, c, false, false, "", braces);
            case '`' -> new ScriptPlace(Mode.TEMPLATE, ' ', false, false, "", braces);
            case '/' -> new ScriptPlace(Mode.CODE, ' ', true, operand, "", braces);
            case '{' -> brace(1);
            case '}' -> brace(-1);
            case ')', ']' -> code(false);
            default -> code(true);
        };
    }

    /** A brace in code: the last one of an expression leads back into its template literal. */
    private ScriptPlace brace(int change) {
        if (braces.isEmpty()) {
            return code(true);
        }
        int open = braces.getLast() + change;
        List<Integer> outer = new ArrayList<>(braces.subList(0, braces.size() - 1));
        if (open < 0) {
            return new ScriptPlace(Mode.TEMPLATE, ' ', false, false, "", List.copyOf(outer));
        }
        outer.add(open);
        return new ScriptPlace(Mode.CODE, ' ', false, true, "", List.copyOf(outer));
    }
}
