package org.arolang.language.parse;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;

/** A place in a list of tokens, with what every part of the parser needs: looking ahead, expecting, reporting. */
final class TokenCursor {

    /** What the end of the tokens is called in messages ([SYN-806]). */
    static final String END_OF_FILE = "the end of the file";

    static final String END_OF_HOLE = "the end of ${...}";
    static final String END_OF_BLOCK = "the end of the block";

    private final SourceFile file;
    private final List<Token> tokens;
    private final Problems problems;
    private final Nesting nesting;
    private final String endName;

    private int at;
    private int openBrackets;
    private int openBraces;
    private int previousEnd;

    TokenCursor(List<Token> tokens, Problems problems, Nesting nesting, String endName) {
        this.file = problems.file();
        this.tokens = new ArrayList<>(tokens);
        this.problems = problems;
        this.nesting = nesting;
        this.endName = endName;
        this.previousEnd = tokens.getFirst().start();
    }

    SourceFile file() {
        return file;
    }

    Problems problems() {
        return problems;
    }

    Nesting nesting() {
        return nesting;
    }

    /** Whether these are the tokens of {@code ${...}} ([SYN-136]). */
    boolean inHole() {
        return endName.equals(END_OF_HOLE);
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The token {@code distance} after the current one; END beyond the last. */
    Token peek(int distance) {
        return tokens.get(Math.min(at + distance, tokens.size() - 1));
    }

    boolean at(TokenKind kind) {
        return peek().kind() == kind;
    }

    /** Whether the reserved word {@code lowerCase} stands here, in any case. */
    boolean at(String lowerCase) {
        return peek().is(lowerCase);
    }

    /** Offset after the last token taken. */
    int previousEnd() {
        return previousEnd;
    }

    /** How many round and square brackets taken so far are open. */
    int openBrackets() {
        return openBrackets;
    }

    /** How many braces taken so far are open. */
    int openBraces() {
        return openBraces;
    }

    Token take() {
        Token token = tokens.get(at);
        previousEnd = token.end();
        switch (token.kind()) {
            case LEFT_BRACE -> openBraces++;
            case RIGHT_BRACE -> openBraces--;
            case LEFT_PAREN, LEFT_BRACKET -> openBrackets++;
            case RIGHT_PAREN, RIGHT_BRACKET -> openBrackets--;
            default -> {
                // No bracket.
            }
        }
        if (!token.is(TokenKind.END)) {
            at++;
        }
        return token;
    }

    boolean skip(TokenKind kind) {
        if (at(kind)) {
            take();
            return true;
        }
        return false;
    }

    boolean skip(String lowerCase) {
        if (at(lowerCase)) {
            take();
            return true;
        }
        return false;
    }

    Token expect(TokenKind kind) {
        if (!at(kind)) {
            throw unexpected(SyntaxMessages.quoted(kind));
        }
        return take();
    }

    Token expect(String lowerCase) {
        if (!at(lowerCase)) {
            throw unexpected("'" + lowerCase + "'");
        }
        return take();
    }

    /** The {@code >} that closes a reference; of {@code >=} it takes the first character only ([SYN-125]). */
    void expectClosingAngle() {
        if (!at(TokenKind.GREATER_OR_EQUAL)) {
            expect(TokenKind.GREATER);
            return;
        }
        Token both = peek();
        Token next = peek(1);
        previousEnd = both.start() + 1;
        if (next.is(TokenKind.EQUAL) && both.touches(next)) {
            at++;
            tokens.set(at, Token.of(TokenKind.EQUAL_EQUAL, both.start() + 1, next.end(), "=="));
        } else {
            tokens.set(at, Token.of(TokenKind.EQUAL, both.start() + 1, both.end(), "="));
        }
    }

    /** From the first character of {@code first} to the end of the last token taken. */
    Span spanFrom(Token first) {
        return spanFrom(first.start());
    }

    Span spanFrom(int start) {
        return new Span(start, Math.max(start, previousEnd));
    }

    /** Reports that {@code what} was expected here, and gives the exception to throw. */
    SyntaxError unexpected(String what) {
        reportUnexpected(what);
        return SyntaxError.UNWIND;
    }

    /** [SYN-805]. */
    void reportUnexpected(String what) {
        Token token = peek();
        int end = token.end();
        Token next = peek(1);
        if (token.is(TokenKind.MINUS) && next.kind().isNumber() && token.touches(next)
                && (at == 0 || !NumberLexer.endsOperand(tokens.get(at - 1)))) {
            end = next.end();
        }
        Span span = new Span(token.start(), end);
        boolean closing = what.equals("'.'") || what.equals("'}'") || what.equals("')'") || what.equals("']'") || what.equals("'>'");
        if (closing && file.lineOf(previousEnd) < file.lineOf(token.start())) {
            span = Span.at(previousEnd);
        }
        String shown = token.is(TokenKind.END) ? endName : SyntaxMessages.token(file, token.kind(), token.start(), end);
        problems.error("syntax", SyntaxMessages.expected(what, shown), span, SyntaxMessages.hints(what, shown));
    }
}
