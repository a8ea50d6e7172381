package org.arolang.language.parse;

import java.util.List;
import java.util.Set;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** The object of an action statement: a noun or an expression ([SYN-410] to [SYN-414]). */
final class ObjectParser {

    /** After these a lone reference without article is an expression ([SYN-412]). */
    private static final Set<String> EXPRESSION_PREPOSITIONS = Set.of("to", "from", "with", "for");

    private final TokenCursor cursor;
    private final ReferenceParser references;
    private final ExpressionParser expressions;

    ObjectParser(TokenCursor cursor, ReferenceParser references, ExpressionParser expressions) {
        this.cursor = cursor;
        this.references = references;
        this.expressions = expressions;
    }

    ActionObject object(String preposition) {
        Token first = cursor.peek();
        String method = preposition.equals("via") ? method() : null;
        Token token = cursor.peek();
        if (token.is(TokenKind.LESS)) {
            return reference(preposition, method, first);
        }
        if (ExpressionParser.startsExpression(token)) {
            return value(preposition, method, first, expressions.expression());
        }
        return noun(method);
    }

    /** One bare word directly before an article, a reference or a string ([SYN-410]). */
    private @Nullable String method() {
        Token next = cursor.peek(1);
        boolean beforeObject = Words.ARTICLES.contains(next.word()) || next.is(TokenKind.LESS) || next.kind().isText();
        return cursor.peek().isIdentifier() && beforeObject ? cursor.take().text() : null;
    }

    private ActionObject reference(String preposition, @Nullable String method, Token first) {
        Reference reference = references.reference();
        if (expressions.continues()) {
            return value(preposition, method, first, expressions.expressionFrom(reference));
        }
        boolean named = reference.qualifier() != null && reference.base().indexOf('-') < 0;
        if (EXPRESSION_PREPOSITIONS.contains(preposition) && (!named || atUnit(preposition))) {
            return value(preposition, method, first, new Expression.Variable(reference, reference.span()));
        }
        return new ActionObject.Noun(reference, null, method, cursor.spanFrom(first));
    }

    private boolean atUnit(String preposition) {
        boolean takesUnit = preposition.equals("with") || preposition.equals("for");
        return takesUnit && cursor.peek().isWord() && Words.TIME_UNITS.contains(cursor.peek().text());
    }

    private ActionObject value(String preposition, @Nullable String method, Token first, Expression expression) {
        String unit = atUnit(preposition) ? cursor.take().text() : null;
        return new ActionObject.Value(expression, unit, method, cursor.spanFrom(first));
    }

    /** A name with or without brackets and article. */
    ActionObject.Noun noun(@Nullable String method) {
        Token first = cursor.peek();
        String article = references.article();
        Reference reference;
        if (cursor.at(TokenKind.LESS)) {
            reference = references.reference();
        } else if (isBareNoun(cursor.peek(), article != null)) {
            reference = bareNoun();
        } else {
            throw cursor.unexpected(SyntaxMessages.OBJECT);
        }
        return new ActionObject.Noun(reference, article, method, cursor.spanFrom(first));
    }

    private static boolean isBareNoun(Token token, boolean afterArticle) {
        return token.isIdentifier() || afterArticle && Words.NAME_WORDS.contains(token.word()) && !token.is("when");
    }

    private Reference bareNoun() {
        Token first = cursor.peek();
        Statement.Name name = references.bareName(true);
        Qualifier qualifier = null;
        if (cursor.at(TokenKind.INTEGER) && cursor.peek().content() instanceof Token.Whole(long value, boolean outOfRange) && !outOfRange) {
            Token number = cursor.take();
            String raw = Long.toString(value);
            qualifier = new Qualifier(Qualifier.Form.INDEX, raw, List.of(raw), number.span());
        }
        Span span = cursor.spanFrom(first);
        return new Reference(name.text(), name.span(), qualifier, false, span);
    }
}
