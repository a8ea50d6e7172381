package org.arolang.language.parse;

import java.util.Set;

/** The words with a meaning of their own, all in lower case ([SYN-118] to [SYN-122]). */
final class Words {

    static final Set<String> ARTICLES = Set.of("a", "an", "the");

    /** The prepositions of [SYN-119]; {@code in} joins them in a statement ([SYN-409]). */
    static final Set<String> PREPOSITIONS = Set.of("from", "for", "against", "to", "into", "via", "with", "on", "at", "by");

    /**
     * Words that may begin a statement although they are no capitalised verb: no member name after a dot ([SYN-122]). {@code if} and
     * {@code else} begin none ([SYN-435]), but who writes them means to, and is to be told so.
     */
    static final Set<String> STATEMENT = Set.of("for", "match", "parallel", "while", "break", "publish", "require", "when", "then",
            "assert", "exists", "if", "else");

    /** Reserved words that serve as verbs ([SYN-404]). */
    static final Set<String> VERBS = Set.of("when", "then", "assert", "exists");

    /** Operators and literals: never a variable, not even in {@code ${...}} ([SYN-136]). */
    static final Set<String> OPERATORS_AND_LITERALS = Set.of("and", "or", "not", "is", "exists", "contains", "matches", "true", "false",
            "null", "nil", "none");

    /** Reserved words that are ordinary words where a name is expected ([SYN-121]). */
    static final Set<String> NAME_WORDS = Set.of("error", "match", "case", "otherwise", "if", "else", "when", "then", "exists", "a", "an",
            "the");

    /** Time units of [SYN-414], case-sensitive. */
    static final Set<String> TIME_UNITS = Set.of(
            "second", "seconds", "s", "minute", "minutes", "min", "hour", "hours", "h", "millisecond", "milliseconds", "ms");

    static final Set<String> AGGREGATES = Set.of("sum", "count", "avg", "min", "max", "average", "first", "last");

    /** Verbs whose result may be an expression ([SYN-407]). */
    static final Set<String> SINK_VERBS = Set.of("log", "print", "output", "debug", "write", "send", "dispatch");

    /** Verbs whose result may be an expression that is no lone reference ([SYN-407]). */
    static final Set<String> CAREFUL_SINK_VERBS = Set.of("append", "broadcast", "render");

    /** Verbs that may leave out preposition and object ([SYN-419]). */
    static final Set<String> OBJECTLESS_VERBS = Set.of(
            "return", "respond", "delete", "remove", "destroy", "close", "disconnect", "terminate", "include", "embed", "insert");

    /** Verbs that may leave out the result ([SYN-419]). */
    static final Set<String> RESULTLESS_VERBS = Set.of("keepalive", "wait", "block", "sleep", "delay", "pause");

    private static final Set<String> RESERVED = Set.of(
            "import", "publish", "require", "as", "match", "case", "otherwise", "where", "when", "while", "break", "each", "in",
            "parallel", "concurrency", "if", "then", "else", "and", "or", "not", "is", "exists", "contains", "matches", "true",
            "false", "null", "nil", "none", "type", "enum", "protocol", "error", "guard", "defer", "assert", "precondition",
            "defined", "empty", "a", "an", "the", "from", "for", "against", "to", "into", "via", "with", "on", "at", "by");

    private Words() {}

    static boolean isReserved(String lowerCase) {
        return RESERVED.contains(lowerCase);
    }

    static boolean isNull(String lowerCase) {
        return lowerCase.equals("null") || lowerCase.equals("nil") || lowerCase.equals("none");
    }

    static boolean isWordStart(int codePoint) {
        return codePoint == '_' || Character.isLetter(codePoint);
    }

    /** Combining marks count too: a letter with an accent may be written as two code points. */
    static boolean isWordPart(int codePoint) {
        if (codePoint < 128) {
            return codePoint == '_' || codePoint >= '0' && codePoint <= '9' || Character.isLetter(codePoint);
        }
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                true;
            default -> false;
        };
    }
}
