package org.arolang.language.parse;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Condition;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Reference;
import org.jspecify.annotations.Nullable;

/** The clauses of an action statement, in any order, each at most once ([SYN-415]). */
final class ClauseParser {

    private final TokenCursor cursor;
    private final ReferenceParser references;
    private final ExpressionParser expressions;
    private final ConditionParser conditions;
    private final ObjectParser objects;

    ClauseParser(TokenCursor cursor, ReferenceParser references, ExpressionParser expressions, ObjectParser objects) {
        this.cursor = cursor;
        this.references = references;
        this.expressions = expressions;
        this.conditions = new ConditionParser(cursor, references, expressions);
        this.objects = objects;
    }

    /** What has been read of one statement's clauses. */
    private static final class Found {
        private @Nullable Expression with;
        private Clauses.@Nullable Aggregate aggregate;
        private @Nullable Expression to;
        private ActionObject.@Nullable Noun from;
        private @Nullable Condition where;
        private Clauses.@Nullable By by;
        private List<Clauses.Key> order = List.of();
        private @Nullable Expression limit;
        private @Nullable Expression offset;
        private @Nullable Expression matching;
        private boolean recursively;
        private @Nullable Expression defaultValue;
        private @Nullable Expression when;
        private final List<Clauses.Keyword> keywords = new ArrayList<>();

        boolean has(String clause) {
            return keywords.stream().anyMatch(keyword -> keyword.name().equals(clause));
        }

        Clauses toClauses() {
            if (keywords.isEmpty()) {
                return Clauses.NONE;
            }
            return new Clauses(
                    with, aggregate, to, from, where, by, order, limit, offset, matching, recursively, defaultValue, when,
                    List.copyOf(keywords));
        }
    }

    Clauses clauses() {
        Found found = new Found();
        while (true) {
            String clause = clauseHere();
            if (clause == null || found.has(clause)) {
                return found.toClauses();
            }
            Token keyword = cursor.take();
            clause(clause, found);
            found.keywords.add(new Clauses.Keyword(clause, keyword.span(), cursor.spanFrom(keyword)));
        }
    }

    /** The clause that begins here, or null. */
    @Nullable
    String clauseHere() {
        Token token = cursor.peek();
        if (!token.isWord()) {
            return null;
        }
        switch (token.word()) {
            case "with", "to", "from", "where", "by", "when" -> {
                return token.word();
            }
            default -> {
                // No reserved words: in lower case only ([SYN-117]).
            }
        }
        return switch (token.text()) {
            case "limit", "offset", "matching", "recursively", "default" -> token.text();
            case "order" -> cursor.peek(1).is("by") ? "order" : null;
            default -> null;
        };
    }

    private void clause(String clause, Found found) {
        switch (clause) {
            case "with" -> with(found);
            case "to" -> found.to = operand();
            case "from" -> found.from = objects.noun(null);
            case "where" -> found.where = conditions.condition();
            case "by" -> found.by = by();
            case "order" -> {
                cursor.expect("by");
                found.order = keys();
            }
            case "limit" -> found.limit = operand();
            case "offset" -> found.offset = operand();
            case "matching" -> found.matching = operand();
            case "recursively" -> found.recursively = true;
            case "default" -> found.defaultValue = operand();
            default -> found.when = expressions.expression();
        }
    }

    private Expression operand() {
        references.skipArticleBeforeReference();
        return expressions.expression();
    }

    private void with(Found found) {
        Token token = cursor.peek();
        if (Words.AGGREGATES.contains(token.word()) && cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            found.aggregate = aggregate();
            return;
        }
        references.skipArticleBeforeReference();
        if (!ExpressionParser.startsExpression(cursor.peek())) {
            throw cursor.unexpected(SyntaxMessages.EXPRESSION);
        }
        found.with = expressions.expression();
    }

    private Clauses.Aggregate aggregate() {
        Token function = cursor.take();
        cursor.take();
        String field = cursor.at(TokenKind.RIGHT_PAREN) ? null : references.field(SyntaxMessages.IDENTIFIER).path();
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new Clauses.Aggregate(function.word(), field, cursor.spanFrom(function));
    }

    private Clauses.By by() {
        Token token = cursor.peek();
        if (token.is(TokenKind.REGEX) || token.is(TokenKind.STRING)) {
            Expression literal = expressions.literal();
            return new Clauses.By.Literal(literal, literal.span());
        }
        Token first = cursor.peek();
        references.skipArticleBeforeReference();
        boolean reference = cursor.at(TokenKind.LESS);
        List<Clauses.Key> keys = new ArrayList<>();
        Expression.Variable variable = keys(keys);
        boolean mayBeVariable = reference && keys.size() == 1 && !keys.getFirst().directed();
        return new Clauses.By.Keys(List.copyOf(keys), mayBeVariable ? variable : null, cursor.spanFrom(first));
    }

    private List<Clauses.Key> keys() {
        List<Clauses.Key> keys = new ArrayList<>();
        keys(keys);
        return List.copyOf(keys);
    }

    /** Reads keys into {@code keys}; the last one's reference, if it has one. */
    private Expression.@Nullable Variable keys(List<Clauses.Key> keys) {
        Expression.Variable variable;
        do {
            references.skipArticleBeforeReference();
            ReferenceParser.Field field = references.field(SyntaxMessages.BY);
            Reference reference = field.reference();
            variable = reference == null ? null : new Expression.Variable(reference, reference.span());
            keys.add(key(field));
        } while (cursor.skip(TokenKind.COMMA));
        return variable;
    }

    private Clauses.Key key(ReferenceParser.Field field) {
        String word = cursor.peek().word();
        boolean descending = word.equals("desc") || word.equals("descending");
        boolean directed = descending || word.equals("asc") || word.equals("ascending");
        if (directed) {
            cursor.take();
        }
        Span span = cursor.spanFrom(field.span().start());
        return new Clauses.Key(field.path(), !descending, directed, span);
    }
}
