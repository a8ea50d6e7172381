package org.arolang.language.parse;

import java.util.Locale;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Action statements without their terminator ([SYN-403] to [SYN-419]). */
final class ActionParser {

    private final TokenCursor cursor;
    private final ReferenceParser references;
    private final ExpressionParser expressions;
    private final ObjectParser objects;
    private final ClauseParser clauses;

    ActionParser(TokenCursor cursor, ReferenceParser references, ExpressionParser expressions) {
        this.cursor = cursor;
        this.references = references;
        this.expressions = expressions;
        this.objects = new ObjectParser(cursor, references, expressions);
        this.clauses = new ClauseParser(cursor, references, expressions, objects);
    }

    /** A verb as the tree keeps it. */
    record Verb(String name, Span span) {
        String lowerCase() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /** Whether {@code token} can be the first word of a verb; {@code next} is the token after it. */
    static boolean startsVerb(Token token, Token afterNext, boolean dotFollows) {
        if (!token.isWord()) {
            return false;
        }
        if (Words.VERBS.contains(token.word())) {
            return true;
        }
        if (!token.startsUpperCase()) {
            return false;
        }
        // A reserved word is a verb only when a part follows it, and "Break." ends there ([SYN-405]).
        return token.isIdentifier() || dotFollows && afterNext.isWord() && !token.is("break");
    }

    boolean atVerb() {
        return startsVerb(cursor.peek(), cursor.peek(2), cursor.peek(1).is(TokenKind.DOT));
    }

    Statement.Action action() {
        return action(verb());
    }

    /** The rest of an action statement after its verb. */
    Statement.Action action(Verb verb) {
        String lowerCase = verb.lowerCase();
        boolean resultless = Words.RESULTLESS_VERBS.contains(lowerCase) && atPreposition();
        return afterResult(verb, resultless ? null : result(lowerCase));
    }

    /** The rest of an action statement whose result is {@code reference}, read already. */
    Statement.Action actionOn(Verb verb, Reference reference) {
        return afterResult(verb, noun(null, reference, reference.span().start()));
    }

    private Statement.Action afterResult(Verb verb, @Nullable Result result) {
        String preposition = null;
        Span prepositionSpan = null;
        ActionObject object = null;
        if (atPreposition()) {
            Token token = cursor.take();
            preposition = token.word();
            prepositionSpan = token.span();
            object = objects.object(preposition);
        } else if (!Words.OBJECTLESS_VERBS.contains(verb.lowerCase())) {
            throw cursor.unexpected(SyntaxMessages.PREPOSITION);
        }
        Clauses found = clauses.clauses();
        Span span = cursor.spanFrom(verb.span().start());
        return new Statement.Action(verb.name(), verb.span(), result, preposition, prepositionSpan, object, found, span);
    }

    private boolean atPreposition() {
        return Words.PREPOSITIONS.contains(cursor.peek().word()) || cursor.at("in");
    }

    /** [SYN-404], the legacy form in brackets included. */
    private Verb verb() {
        if (cursor.at(TokenKind.LESS)) {
            Token open = cursor.take();
            Verb verb = plainVerb();
            cursor.expectClosingAngle();
            return new Verb(verb.name(), cursor.spanFrom(open));
        }
        return plainVerb();
    }

    private Verb plainVerb() {
        boolean match = cursor.at("match") && cursor.peek().startsUpperCase();
        if (!match && !atVerb()) {
            throw cursor.unexpected(SyntaxMessages.ACTION_VERB);
        }
        return takeVerb();
    }

    Verb takeVerb() {
        Token first = cursor.take();
        int initial = first.text().offsetByCodePoints(0, 1);
        StringBuilder name = new StringBuilder();
        name.append(first.text().substring(0, initial).toUpperCase(Locale.ROOT)).append(first.text(), initial, first.text().length());
        while (cursor.at(TokenKind.DOT) && cursor.peek(1).isWord()) {
            cursor.take();
            name.append('.').append(references.bareName(true).text());
        }
        return new Verb(name.toString(), cursor.spanFrom(first));
    }

    private Result result(String verb) {
        Token first = cursor.peek();
        if (Words.SINK_VERBS.contains(verb) && ExpressionParser.startsExpression(first)) {
            Expression expression = expressions.expression();
            return new Result.Sink(expression, expression.span());
        }
        boolean careful = Words.CAREFUL_SINK_VERBS.contains(verb);
        if (careful && !first.is(TokenKind.LESS) && ExpressionParser.startsExpression(first)) {
            Expression expression = expressions.expression();
            return new Result.Sink(expression, expression.span());
        }
        String article = references.article();
        Reference reference = references.reference();
        if (careful && article == null && expressions.continues()) {
            Expression expression = expressions.expressionFrom(reference);
            return new Result.Sink(expression, expression.span());
        }
        return noun(article, reference, first.start());
    }

    private Result noun(@Nullable String article, Reference reference, int start) {
        Reference named = reference;
        if (cursor.skip("as")) {
            Qualifier type = references.type(false);
            named = new Reference(reference.base(), reference.baseSpan(), type, true, reference.span());
        }
        return new Result.Noun(named, article, cursor.spanFrom(start));
    }
}
