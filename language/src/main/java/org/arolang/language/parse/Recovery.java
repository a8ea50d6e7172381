package org.arolang.language.parse;

/** Where the parser goes on after a syntax error ([SYN-642]). Every token is passed at most once. */
final class Recovery {

    private final TokenCursor cursor;

    Recovery(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** Whether {@code token} can begin a statement: the word after a forgotten terminator. */
    static boolean startsStatement(Token token) {
        return token.isWord() && (Words.STATEMENT.contains(token.word()) || token.isIdentifier() && token.startsUpperCase());
    }

    /**
     * Skips the rest of a broken statement.
     *
     * @param openBrackets how many round and square brackets the statement has left open
     * @param openBraces how many braces it has left open
     * @param block whether it is one that ends with a block instead of a dot
     */
    void skipStatement(int openBrackets, int openBraces, boolean block) {
        int brackets = openBrackets;
        int braces = openBraces;
        while (!cursor.at(TokenKind.END) && !HeaderParser.isHeader(cursor)) {
            if (braces == 0 && cursor.at(TokenKind.RIGHT_BRACE)) {
                return;
            }
            Token token = cursor.take();
            switch (token.kind()) {
                case LEFT_BRACE -> {
                    skipBraces();
                    if (braces == 0 && (block || startsStatement(cursor.peek()))) {
                        return;
                    }
                }
                case RIGHT_BRACE -> {
                    braces--;
                    if (braces == 0 && block) {
                        return;
                    }
                }
                case LEFT_PAREN, LEFT_BRACKET -> brackets++;
                case RIGHT_PAREN, RIGHT_BRACKET -> brackets--;
                case LESS -> skipReference();
                case DOT -> {
                    if (endsStatement(brackets, braces, block)) {
                        skipDots();
                        return;
                    }
                }
                default -> {
                    // Just skipped.
                }
            }
        }
    }

    /**
     * Whether the dot just taken ends the statement: a statement or the end of the block follows, and no member or further part of a
     * name. Inside braces that the statement has left open, only a new statement counts.
     */
    private boolean endsStatement(int brackets, int braces, boolean block) {
        Token next = cursor.peek();
        if (cursor.previousEnd() == next.start() && next.isWord()) {
            return false;
        }
        if (braces > 0) {
            return !block && startsStatement(next);
        }
        return startsStatement(next)
                || next.is(TokenKind.RIGHT_BRACE)
                || brackets <= 0
                        && (next.is(TokenKind.END) || next.is(TokenKind.DOT) || next.is(TokenKind.LESS) || HeaderParser.isHeader(cursor));
    }

    void skipDots() {
        while (cursor.skip(TokenKind.DOT)) {
            // A run of dots is one terminator ([SYN-402]).
        }
    }

    /** Skips what is left of a block whose opening brace has been taken. */
    void skipBraces() {
        int depth = 1;
        while (depth > 0 && !cursor.at(TokenKind.END) && !HeaderParser.isHeader(cursor)) {
            Token token = cursor.take();
            if (token.is(TokenKind.LEFT_BRACE)) {
                depth++;
            } else if (token.is(TokenKind.RIGHT_BRACE)) {
                depth--;
            }
        }
    }

    /** Passes what looks like the inside of a reference, whose dots end nothing. */
    private void skipReference() {
        int length = 0;
        while (isReferencePart(cursor.peek(length))) {
            length++;
        }
        if (cursor.peek(length).is(TokenKind.GREATER)) {
            for (int i = 0; i <= length; i++) {
                cursor.take();
            }
        }
    }

    private static boolean isReferencePart(Token token) {
        return switch (token.kind()) {
            case WORD, INTEGER, FLOAT, STRING, COLON, DOT, MINUS, PLUS, SLASH, PIPE, COMMA -> true;
            default -> false;
        };
    }

    /** Skips to the next feature set ([SYN-642]): past the braces of a broken one. */
    void skipToFeatureSet() {
        while (!cursor.at(TokenKind.END) && !HeaderParser.isHeader(cursor)) {
            if (cursor.take().is(TokenKind.LEFT_BRACE)) {
                skipBraces();
            }
        }
    }
}
