package org.arolang.compiler.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Slot;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.code.Function;
import org.arolang.runtime.code.Supplier;
import org.arolang.runtime.code.Supplies;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.template.Joining;
import org.arolang.runtime.template.Printed;
import org.arolang.runtime.template.TemplateReads;
import org.arolang.runtime.template.TemplateReads.Arithmetics;
import org.arolang.runtime.value.Null;
import org.jspecify.annotations.Nullable;

/**
 * Lowers the expressions of a template. Those in its statements differ from a feature set's in where names come from and in that text
 * written in HTML is markup ([WEB-331]); those that are blocks of their own also in arithmetic ([WEB-312]) and missing properties
 * ([WEB-313]).
 */
final class TemplateExpressions extends ExpressionLowering {

    /** Gives the slot of a name that the template reads from its caller. */
    interface CallerNames {
        Slot slot(Reference reference);
    }

    /** So many paths have a function of their own, which remembers the shapes that one place meets; further ones share theirs. */
    private static final int OWN_FUNCTIONS = 1_000;

    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, Supplier> settings = new HashMap<>();
    private int paths;
    private final Names names;
    private final CallerNames caller;
    private final boolean html;
    private final boolean block;
    /** Whether an undefined variable reads as null. */
    private boolean lenient;

    /**
     * @param html whether text literals are markup
     * @param block whether the expressions are blocks of their own
     */
    TemplateExpressions(Names names, CallerNames caller, boolean hasContract, boolean html, boolean block) {
        super(names, (_, _) -> {
            throw new IllegalStateException("templates read free names from their caller");
        }, hasContract);
        this.names = names;
        this.caller = caller;
        this.html = html;
        this.block = block;
    }

    /** Lowers an expression in which undefined variables are null. */
    Code lowerLenient(Expression expression) {
        lenient = true;
        try {
            return lower(expression);
        } finally {
            lenient = false;
        }
    }

    @Override
    Code text(Expression.Text text) {
        return html ? new Code.Constant(Printed.markup(text.value()), text.span()) : super.text(text);
    }

    @Override
    Code binary(Expression.Binary binary) {
        Operation operation = switch (binary.operator()) {
            case ADD -> arithmetic(Arithmetics.ADD);
            case SUBTRACT -> arithmetic(Arithmetics.SUBTRACT);
            case MULTIPLY -> arithmetic(Arithmetics.MULTIPLY);
            case DIVIDE -> arithmetic(Arithmetics.DIVIDE);
            case REMAINDER -> arithmetic(Arithmetics.REMAINDER);
            case CONCATENATE -> html || block ? Joining.texts(block) : null;
            default -> null;
        };
        return operation == null
                ? super.binary(binary)
                : invoke(operation, List.of(lower(binary.left()), lower(binary.right())), binary.span());
    }

    private @Nullable Operation arithmetic(Arithmetics kind) {
        return block ? TemplateReads.arithmetic(kind) : null;
    }

    private static Code invoke(Operation operation, List<Code> operands, Span span) {
        return new Code.Invoke(operation, operands, IntStream.range(0, operands.size()).boxed().toList(), List.of(), span);
    }

    @Override
    Code lowerInterpolated(Expression.Interpolated interpolated) {
        if (!html && !block) {
            return super.lowerInterpolated(interpolated);
        }
        List<Code> parts = new ArrayList<>();
        for (Expression.Part part : interpolated.parts()) {
            switch (part) {
                case Expression.Part.Chars chars -> parts.add(text(new Expression.Text(chars.value(), chars.span())));
                case Expression.Part.Hole hole -> {
                    if (hole.expression() != null) {
                        parts.add(lower(hole.expression()));
                    }
                }
            }
        }
        return invoke(Joining.texts(block), parts, interpolated.span());
    }

    @Override
    Code member(Expression.Member member) {
        return block
                ? new Code.Apply(TemplateReads.step(member.name()), lower(member.operand()), member.span())
                : super.member(member);
    }

    @Override
    Function path(Qualifier qualifier, boolean asObject) {
        if (!block) {
            return super.path(qualifier, asObject);
        }
        return ++paths <= OWN_FUNCTIONS
                ? TemplateReads.path(qualifier.raw(), qualifier.specifiers())
                : functions.computeIfAbsent(
                        qualifier.form() + qualifier.raw(), _ -> TemplateReads.path(qualifier.raw(), qualifier.specifiers()));
    }

    @Override
    Supplier setting(String category, Qualifier path) {
        return settings.computeIfAbsent(category + ':' + path.form() + path.raw(), _ -> super.setting(category, path));
    }

    /** A property that does not exist is not present, although it prints as nothing. */
    @Override
    Code tested(Expression operand) {
        return block
                ? new TemplateExpressions(names, caller, hasContract(), html, false).lower(operand)
                : super.tested(operand);
    }

    @Override
    Code base(Reference reference, boolean asObject) {
        Span span = reference.span();
        String label = label(reference.base(), asObject);
        Supplier magic = magic(reference.base());
        if (magic != null) {
            return new Code.Supplied(magic, label, span);
        }
        Slot slot = names.find(reference.base());
        if (slot != null && names.isBound(slot)) {
            return new Code.Read(slot, true, label, span);
        }
        Slot fromCaller = caller.slot(reference);
        Code read = fromCaller(fromCaller, label, reference);
        if (slot == null || slot == fromCaller) {
            return read;
        }
        slot.markReadUnbound();
        return new Code.Either(slot, new Code.Read(slot, false, label, span), read, span);
    }

    private Code fromCaller(Slot slot, String label, Reference reference) {
        Span span = reference.span();
        Code read = new Code.Read(slot, false, label, span);
        Supplier other = otherwise(reference.base());
        if (other != null) {
            return new Code.Either(slot, read, new Code.Supplied(other, label, span), span);
        }
        return lenient ? new Code.Either(slot, read, new Code.Constant(Null.NULL, span), span) : read;
    }

    /** What a name is that neither the template nor its caller binds. */
    private static @Nullable Supplier otherwise(String name) {
        ContextName context = ContextName.find(name);
        return context != null ? Supplies.context(context) : lateMagic(name);
    }

    @Override
    Code peek(String name, Span span) {
        if (magic(name) != null) {
            return super.peek(name, span);
        }
        Slot slot = names.find(name);
        if (slot != null && names.isBound(slot)) {
            return new Code.Peek(slot, span);
        }
        Slot fromCaller = caller.slot(new Reference(name, span, null, false, span));
        Code peek = new Code.Peek(fromCaller, span);
        Supplier other = otherwise(name);
        if (other != null) {
            peek = new Code.Either(fromCaller, peek, new Code.Supplied(other, null, span), span);
        }
        if (slot == null || slot == fromCaller) {
            return peek;
        }
        slot.markReadUnbound();
        return new Code.Either(slot, new Code.Peek(slot, span), peek, span);
    }

    @Override
    String label(String name, boolean asObject) {
        return "Variable '" + name + "' is not defined";
    }
}
