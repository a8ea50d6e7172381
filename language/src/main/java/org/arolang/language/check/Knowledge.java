package org.arolang.language.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** What a statement tells of the value that it binds: its fields, whether it comes from outside, whether it can be anything but true. */
final class Knowledge {

    /** Verbs that bind the value of an expression as it is ([DATA-4]). */
    private static final List<String> DIRECT = List.of("extract", "compute", "create", "transform", "given", "retrieve");

    private static final Set<String> SPECIAL_CREATION = Set.of("date-range", "daterange", "recurrence");

    /** Conversions whose result is no text that a shell could misread. */
    private static final Set<String> HARMLESS = Set.of("int", "integer", "double", "float", "bool", "boolean", "length", "count", "hash");

    private final Inventory inventory;

    Knowledge(Inventory inventory) {
        this.inventory = inventory;
    }

    /** What is known of one value. */
    record Facts(@Nullable Shape shape, boolean fromInput, boolean alwaysTrue) {

        void describe(Symbol symbol) {
            symbol.setShape(shape);
            symbol.setFromInput(fromInput);
            symbol.setAlwaysTrue(alwaysTrue);
        }

        /** For a name bound again: what it held before may still be there. */
        void extend(Symbol symbol) {
            symbol.setShape(Shape.either(symbol.shape(), shape));
            symbol.setFromInput(symbol.isFromInput() || fromInput);
            symbol.setAlwaysTrue(symbol.isAlwaysTrue() && alwaysTrue);
        }
    }

    /** Of the value that {@code action} binds to {@code result}. */
    Facts of(Statement.Action action, Reference result, VerbFacts facts, Scope scope) {
        boolean alwaysTrue = facts.is("validate") && !VerbFacts.isBooleanForm(action);
        boolean harmless = (facts.is("compute") || facts.is("transform"))
                && HARMLESS.contains(result.rawQualifier().toLowerCase(Locale.ROOT));
        return new Facts(shape(action, result, facts, scope), !harmless && Origin.isInput(action, scope), alwaysTrue);
    }

    private @Nullable Shape shape(Statement.Action action, Reference result, VerbFacts facts, Scope scope) {
        Qualifier qualifier = result.qualifier();
        if (facts.rebinds()) {
            return Shape.ANYTHING;
        }
        Shape source = DIRECT.stream().anyMatch(facts::is) ? source(action, scope) : null;
        if (facts.is("create") && qualifier != null) {
            Shape shape = Shape.both(source, typed(qualifier, source == null ? Shape.ANYTHING : null));
            boolean getsId = !SPECIAL_CREATION.contains(qualifier.raw().toLowerCase(Locale.ROOT));
            return shape != null && getsId ? shape.with("id") : shape;
        }
        if (namesSchema(qualifier)) {
            return typed(qualifier, Shape.ANYTHING);
        }
        if (qualifier == null || source == null) {
            return source;
        }
        return switch (qualifier.form()) {
            case PATH -> facts.is("extract") ? source.at(qualifier.specifiers()) : null;
            case INDEX -> source.element();
            case RANGE, PICK -> source;
            case CHAIN, GENERIC, DATE_OFFSET, QUOTED -> null;
        };
    }

    /** The shape that the qualifier's schema promises; {@code unknown} when the contract does not tell. */
    private @Nullable Shape typed(@Nullable Qualifier qualifier, @Nullable Shape unknown) {
        if (qualifier == null || !namesSchema(qualifier)) {
            return null;
        }
        Shape typed = inventory.schema(qualifier.raw());
        return typed == null ? unknown : typed;
    }

    /** Whether {@code qualifier} says that the value is some schema's ([APP-85]). */
    private static boolean namesSchema(@Nullable Qualifier qualifier) {
        if (qualifier == null || qualifier.form() != Qualifier.Form.PATH) {
            return false;
        }
        String raw = qualifier.raw();
        return !raw.isEmpty()
                && Character.isUpperCase(raw.codePointAt(0))
                && raw.codePoints().allMatch(Character::isLetterOrDigit)
                && !TypeNames.isAnnotation(raw);
    }

    private static @Nullable Shape source(Statement.Action action, Scope scope) {
        Expression value = action.valueSource();
        if (value != null) {
            return Shape.of(value, scope);
        }
        return action.object() instanceof ActionObject.Noun noun ? Shape.of(noun.reference(), scope) : null;
    }
}
