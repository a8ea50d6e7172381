package org.arolang.language.parse;

/** The kinds of token ([SYN-124]); those with a symbol are written with it. */
public enum TokenKind {
    WORD(""), INTEGER(""), FLOAT(""),
    /** A string without interpolation, in any of the three forms. */
    STRING(""), INTERPOLATED(""), REGEX(""), LEFT_PAREN("("), RIGHT_PAREN(")"), LEFT_BRACE("{"), RIGHT_BRACE("}"), LEFT_BRACKET(
            "["), RIGHT_BRACKET("]"), LESS("<"), GREATER(">"), LESS_OR_EQUAL("<="), GREATER_OR_EQUAL(">="), EQUAL("="), EQUAL_EQUAL(
                    "=="), NOT_EQUAL("!="), COLON(":"), DOUBLE_COLON("::"), DOT("."), COMMA(","), SEMICOLON(";"), AT("@"), QUESTION(
                            "?"), MINUS("-"), ARROW("->"), FAT_ARROW(
                                    "=>"), PLUS("+"), PLUS_PLUS("++"), STAR("*"), SLASH("/"), PERCENT("%"), PIPE("|"), PIPE_GREATER("|>"),
    /** After the last token of the text. */
    END("");

    private final String symbol;

    TokenKind(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    boolean isNumber() {
        return this == INTEGER || this == FLOAT;
    }

    boolean isText() {
        return this == STRING || this == INTERPOLATED;
    }
}
