package org.arolang.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Clauses;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;

/** A place where a statement reads a name ([SYN-709]). */
record Use(String name, Span span, Need need) {

    /** What it means when the name is not defined. */
    enum Need {
        /** It has to come from another feature set ([SYN-713]). */
        VALUE,
        /** The object of a verb with the role own ([SYN-710]). */
        OWN_OBJECT,
        /** A match subject ([SYN-711]). */
        SUBJECT,
        /** The collection of a for-each ([SYN-712]). */
        COLLECTION,
        /** Nothing: the object may name something that is no variable. */
        OBJECT,
        /** Nothing: the word is only a variable if one has its name. */
        MENTION
    }

    static Use of(Reference reference, Need need) {
        return new Use(reference.base(), reference.baseSpan(), need);
    }

    /** The names that {@code action} reads, in the order in which they are written. */
    static List<Use> in(Statement.Action action, VerbFacts facts) {
        List<Use> uses = new ArrayList<>();
        switch (action.result()) {
            case Result.Sink sink -> operands(sink.expression(), uses);
            case Result.Noun noun -> resultUses(noun.reference(), facts, uses);
            case null -> {}
        }
        switch (action.object()) {
            // `Wait for <shutdown-signal>.`
            case ActionObject.Value(Expression.Variable lone, _, _, _) when facts.hasFreeObject() ->
                uses.add(of(lone.reference(), Need.OBJECT));
            case ActionObject.Value value -> operands(value.expression(), uses);
            case ActionObject.Noun noun -> {
                uses.add(of(noun.reference(), objectNeed(action, facts)));
                mentionQualifier(noun.reference(), uses);
            }
            case null -> {}
        }
        Clauses clauses = action.clauses();
        TreeWalk.clauseValues(clauses, expression -> operands(expression, uses));
        if (clauses.from() != null) {
            uses.add(of(clauses.from().reference(), Need.VALUE));
            mentionQualifier(clauses.from().reference(), uses);
        }
        if (clauses.by() instanceof Clauses.By.Keys keys && keys.variable() != null) {
            uses.add(of(keys.variable().reference(), Need.MENTION));
        }
        if (action.guard() != null) {
            operands(action.guard(), uses);
        }
        uses.sort((one, other) -> Integer.compare(one.span().start(), other.span().start()));
        return uses;
    }

    /** The names that {@code expression} reads. */
    static void operands(Expression expression, List<Use> uses) {
        TreeWalk.inside(expression, inner -> {
            if (inner instanceof Expression.Variable variable) {
                uses.add(of(variable.reference(), Need.VALUE));
            }
        });
    }

    private static void resultUses(Reference result, VerbFacts facts, List<Use> uses) {
        if (facts.readsResult()) {
            uses.add(of(result, Need.MENTION));
        }
        Qualifier qualifier = result.qualifier();
        if (qualifier == null) {
            return;
        }
        String first = qualifier.specifiers().isEmpty() ? qualifier.raw() : qualifier.specifiers().getFirst();
        boolean stored = facts.is("store") && qualifier.form() == Qualifier.Form.PATH;
        uses.add(new Use(first, qualifier.span(), stored ? Need.VALUE : Need.MENTION));
    }

    private static Need objectNeed(Statement.Action action, VerbFacts facts) {
        boolean criterion = facts.is("validate") && "against".equals(action.preposition());
        if (criterion || facts.hasFreeObject()) {
            return Need.OBJECT;
        }
        return switch (facts.role()) {
            case Role.OWN -> Need.OWN_OBJECT;
            case Role.REQUEST, Role.SERVER -> Need.VALUE;
            case Role.RESPONSE, Role.EXPORT -> Need.OBJECT;
        };
    }

    /** {@code <template: page-name>}: the qualifier of an object may hold the name of a variable. */
    private static void mentionQualifier(Reference object, List<Use> uses) {
        Qualifier qualifier = object.qualifier();
        if (qualifier == null) {
            return;
        }
        String raw = qualifier.raw();
        boolean lowerCase = raw.equals(raw.toLowerCase(Locale.ROOT));
        if (lowerCase || raw.indexOf('-') >= 0 || FrameworkNames.contains(object.base())) {
            uses.add(new Use(raw, qualifier.span(), Need.MENTION));
        }
    }
}
