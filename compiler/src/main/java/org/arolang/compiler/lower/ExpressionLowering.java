package org.arolang.compiler.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Slot;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Expression.Operator;
import org.arolang.language.tree.Pattern;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.arolang.runtime.code.Function;
import org.arolang.runtime.code.Reads;
import org.arolang.runtime.code.Supplier;
import org.arolang.runtime.code.Supplies;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.value.Equality;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Matching;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.RegexValue;
import org.arolang.runtime.value.Shape;
import org.arolang.runtime.value.TypeTest;
import org.jspecify.annotations.Nullable;

/** Lowers expressions and references. Those of templates differ in a few rules ({@link TemplateExpressions}). */
class ExpressionLowering {

    /** Where names that are no variables come from. */
    interface FreeNames {

        /** The code that reads {@code reference}'s base name, which no statement before binds; {@code label} names it in failures. */
        Code read(Reference reference, String label);
    }

    private final Names names;
    private final FreeNames free;
    private final boolean hasContract;

    ExpressionLowering(Names names, FreeNames free, boolean hasContract) {
        this.names = names;
        this.free = free;
        this.hasContract = hasContract;
    }

    final boolean hasContract() {
        return hasContract;
    }

    Code lower(Expression expression) {
        Span span = expression.span();
        return switch (expression) {
            case Expression.Text text -> text(text);
            case Expression.IntegerNumber number -> new Code.Constant(number.value(), span);
            case Expression.FloatNumber number -> new Code.Constant(number.value(), span);
            case Expression.Bool bool -> new Code.Constant(bool.value(), span);
            case Expression.Null _ -> new Code.Constant(Null.NULL, span);
            case Expression.Regex regex -> new Code.Constant(RegexValue.of(regex.body(), regex.flags()), span);
            case Expression.ListLiteral list ->
                listOf(list.elements().stream().map(this::lower).toList(), span);
            case Expression.MapLiteral map -> lowerMap(map);
            case Expression.Variable variable -> reference(variable.reference());
            case Expression.Binary binary -> binary(binary);
            case Expression.Negate negate -> new Code.Negate(lower(negate.operand()), span);
            case Expression.Not not -> new Code.Not(lower(not.operand()), span);
            case Expression.Member member -> member(member);
            case Expression.Subscript subscript ->
                new Code.Subscript(lower(subscript.operand()), lower(subscript.index()), span);
            case Expression.Group group -> lower(group.inner());
            case Expression.Exists exists -> new Code.Succeeds(tested(exists.operand()), exists.negated(), span);
            case Expression.Empty empty -> new Code.IsEmpty(tested(empty.operand()), empty.negated(), span);
            case Expression.TypeTest test -> {
                TypeTest type = TypeTest.of(test.type());
                yield new Code.Test(type::test, lower(test.operand()), test.negated(), span);
            }
            case Expression.Interpolated interpolated -> lowerInterpolated(interpolated);
        };
    }

    Code text(Expression.Text text) {
        return new Code.Constant(text.value(), text.span());
    }

    Code binary(Expression.Binary binary) {
        return new Code.Binary(binary.operator(), lower(binary.left()), lower(binary.right()), binary.span());
    }

    Code member(Expression.Member member) {
        return new Code.Apply(Reads.member(member.name()), lower(member.operand()), member.span());
    }

    /** The operand of a test for presence, which fails where nothing is present. */
    Code tested(Expression operand) {
        return lower(operand);
    }

    private Code lowerMap(Expression.MapLiteral map) {
        Shape shape = Shape.of(map.entries().stream().map(Expression.Entry::key).toArray(String[]::new));
        List<Code> values = new ArrayList<>();
        Integer[] positions = new Integer[map.entries().size()];
        boolean[] taken = new boolean[shape.size()];
        for (int i = map.entries().size() - 1; i >= 0; i--) {
            int position = shape.indexOf(map.entries().get(i).key());
            positions[i] = taken[position] ? -1 : position;
            taken[position] = true;
        }
        map.entries().forEach(entry -> values.add(lower(entry.value())));
        return objectOf(shape, values, Arrays.asList(positions), map.span());
    }

    /** A list literal; one of constants is itself a constant, however long ([VAL-280]). */
    private static Code listOf(List<Code> elements, Span span) {
        return areConstant(elements)
                ? new Code.Constant(ListValue.owning(elements.stream().map(ExpressionLowering::constant).toArray()), span)
                : new Code.ListOf(elements, span);
    }

    private static Code objectOf(Shape shape, List<Code> values, List<Integer> positions, Span span) {
        if (!areConstant(values)) {
            return new Code.ObjectOf(shape, values, positions, span);
        }
        Object[] fields = new Object[shape.size()];
        for (int i = 0; i < values.size(); i++) {
            if (positions.get(i) >= 0) {
                fields[positions.get(i)] = constant(values.get(i));
            }
        }
        return new Code.Constant(ObjectValue.ofShape(shape, fields), span);
    }

    private static boolean areConstant(List<Code> parts) {
        return parts.stream().allMatch(Code.Constant.class::isInstance);
    }

    private static Object constant(Code code) {
        return ((Code.Constant) code).value();
    }

    Code lowerInterpolated(Expression.Interpolated interpolated) {
        List<Code> parts = new ArrayList<>();
        for (Expression.Part part : interpolated.parts()) {
            switch (part) {
                case Expression.Part.Chars chars -> parts.add(new Code.Constant(chars.value(), chars.span()));
                case Expression.Part.Hole hole -> {
                    if (hole.expression() != null) {
                        parts.add(lower(hole.expression()));
                    }
                }
            }
        }
        return new Code.Join(parts, interpolated.span());
    }

    /** A reference read as a value in an expression ([VAL-80], [VAL-81]). */
    Code reference(Reference reference) {
        return read(reference, false);
    }

    /** A reference read as the object of a statement ([DATA-6], [DATA-7]): its failures are worded differently. */
    Code object(Reference reference) {
        return read(reference, true);
    }

    /** The object of a statement that asks for a part, of a request for instance: a name that is no part of the value is missing. */
    Code source(Reference reference) {
        Qualifier qualifier = reference.qualifier();
        return read(reference, true, qualifier == null ? List.of() : qualifier.specifiers());
    }

    private Code read(Reference reference, boolean asObject) {
        return read(reference, asObject, List.of());
    }

    private Code read(Reference reference, boolean asObject, List<String> parts) {
        String name = reference.base();
        Qualifier qualifier = reference.qualifier();
        Supplier supplied = suppliedWithQualifier(name, qualifier);
        if (supplied != null) {
            return new Code.Supplied(supplied, suppliedLabel(reference, asObject), reference.span());
        }
        Code base = base(reference, asObject);
        if (qualifier == null || qualifier.specifiers().isEmpty()) {
            return base;
        }
        Function path = parts.isEmpty() ? path(qualifier, asObject) : Reads.objectPath(parts);
        Code read = new Code.Apply(path, base, reference.span());
        return orSetting(reference, base, read, asObject);
    }

    /** The way from a variable's value along {@code qualifier}. */
    Function path(Qualifier qualifier, boolean asObject) {
        return asObject ? Reads.valuePath(qualifier.specifiers()) : Reads.path(qualifier.raw(), qualifier.specifiers());
    }

    Supplier setting(String category, Qualifier path) {
        return Supplies.setting(category, path.specifiers());
    }

    /** What a setting of [APP-53] gives when no variable of that name exists. */
    private Code orSetting(Reference reference, Code base, Code read, boolean asObject) {
        if (base instanceof Code.Read variable && !variable.bound() && reference.qualifier() != null) {
            Supplier setting = setting(reference.base(), reference.qualifier());
            Code unbound = new Code.Supplied(setting, label(reference.base(), asObject), reference.span());
            return new Code.Either(variable.slot(), read, unbound, reference.span());
        }
        return read;
    }

    /** The value of a reference's base name alone. */
    Code base(Reference reference, boolean asObject) {
        String name = reference.base();
        Supplier magic = magic(name);
        String label = label(name, asObject);
        if (magic != null) {
            return new Code.Supplied(magic, label, reference.span());
        }
        Slot slot = names.find(name);
        ContextName context = ContextName.find(name);
        if (slot != null) {
            boolean bound = names.isBound(slot);
            if (!bound) {
                slot.markReadUnbound();
            }
            Code read = new Code.Read(slot, bound, label, reference.span());
            if (bound || context == null) {
                return read;
            }
            Code supplied = new Code.Supplied(Supplies.context(context), label, reference.span());
            return new Code.Either(slot, read, supplied, reference.span());
        }
        if (context != null) {
            return new Code.Supplied(Supplies.context(context), label, reference.span());
        }
        Supplier late = lateMagic(name);
        if (late != null) {
            return new Code.Supplied(late, label, reference.span());
        }
        return free.read(reference, label);
    }

    /** A variable as an operand that may be unbound. */
    Code peek(String name, Span span) {
        Supplier magic = magic(name);
        if (magic != null) {
            return new Code.Supplied(magic, null, span);
        }
        Slot slot = names.find(name);
        ContextName context = ContextName.find(name);
        if (slot == null) {
            Supplier supplier = context != null ? Supplies.context(context) : lateMagic(name);
            return supplier == null ? new Code.Absent(span) : new Code.Supplied(supplier, null, span);
        }
        boolean bound = names.isBound(slot);
        if (!bound) {
            slot.markReadUnbound();
        }
        Code peek = new Code.Peek(slot, span);
        return bound || context == null
                ? peek
                : new Code.Either(slot, peek, new Code.Supplied(Supplies.context(context), null, span), span);
    }

    /** Names that a variable cannot hide ([VAL-250]). */
    @Nullable
    Supplier magic(String name) {
        return switch (name) {
            case "now" -> Supplies.now();
            case "metrics" -> Supplies.metrics("plain");
            case "application" -> Supplies.application();
            case "contract", "Contract" -> Supplies.contract();
            case "http-server", "httpServer" -> hasContract ? Supplies.httpServer() : null;
            default -> null;
        };
    }

    /** Names that a variable hides. */
    static @Nullable Supplier lateMagic(String name) {
        return switch (name) {
            case "env" -> Supplies.environment();
            case "parameter" -> Supplies.parameters();
            case "terminal" -> Supplies.terminal();
            default -> name.endsWith("-repository") ? Supplies.records(name) : null;
        };
    }

    private @Nullable Supplier suppliedWithQualifier(String name, @Nullable Qualifier qualifier) {
        if (qualifier == null) {
            return null;
        }
        String raw = qualifier.raw();
        if (name.endsWith("-repository") && raw.equals("count")) {
            return Supplies.count(name);
        }
        return switch (name) {
            case "metrics" -> Supplies.metrics(raw);
            case "env" -> Supplies.environment(raw);
            case "parameter" -> Supplies.parameter(raw, qualifier.specifiers());
            default -> null;
        };
    }

    private static String suppliedLabel(Reference reference, boolean asObject) {
        return asObject ? "Undefined variable: '" + reference.base() + ":" + reference.rawQualifier() + "'"
                : "Undefined member: " + reference.rawQualifier();
    }

    /** The cause of a failure when {@code name} is not bound. */
    String label(String name, boolean asObject) {
        return asObject ? "Undefined variable: '" + name + "'" : "Undefined variable: " + name;
    }

    /** Whether {@code subject} meets {@code pattern} ([SYN-426]). */
    Code pattern(Pattern pattern, Code subject) {
        Span span = pattern.span();
        return switch (pattern) {
            case Pattern.Any _ -> new Code.Constant(true, span);
            case Pattern.Variable variable -> {
                Code other = reference(variable.reference());
                Code same = new Code.PairTest(Equality::variablePattern, subject, other, span);
                yield new Code.Binary(Operator.AND, new Code.Succeeds(other, false, span), same, span);
            }
            case Pattern.Literal literal -> switch (literal.literal()) {
                case Expression.Regex regex -> {
                    RegexValue value = RegexValue.of(regex.body(), regex.flags());
                    yield new Code.Test(text -> Matching.matches(text, value), subject, false, span);
                }
                case Expression.Literal other -> {
                    Object value = ((Code.Constant) lower(other)).value();
                    yield new Code.Test(candidate -> Equality.literal(candidate, value), subject, false, span);
                }
            };
        };
    }
}
