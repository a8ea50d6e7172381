package org.arolang.compiler.lower;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.Step;
import org.arolang.compiler.code.TypeInference;
import org.arolang.compiler.code.Unit;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Expression.Operator;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Statement;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.code.Flow;
import org.arolang.runtime.code.Reads;
import org.arolang.runtime.code.Supplies;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.FeatureSetCode.FreeName;
import org.arolang.runtime.execution.Site;
import org.jspecify.annotations.Nullable;

/** Lowers the statements of one feature set. Used once. */
final class FeatureSetLowering {

    private static final Set<@Nullable ContextName> REQUEST_NAMES = EnumSet.of(
            ContextName.REQUEST,
            ContextName.BODY,
            ContextName.PATH_PARAMETERS,
            ContextName.QUERY_PARAMETERS,
            ContextName.HEADERS,
            ContextName.HEADER_PARAMETERS,
            ContextName.COOKIE_PARAMETERS);

    private final LoweringContext context;
    private final SourceFile file;
    private final String featureSet;
    private final String activity;
    private final Names names = new Names();
    private final ExpressionLowering expressions;
    private final Sites sites;
    private final EffectsCollector effects = new EffectsCollector();
    private final Map<String, FreeName> freeNames = new LinkedHashMap<>();
    private final Set<Slot> fromRequest = new HashSet<>();
    private final List<Unit.Entry> entries = new ArrayList<>();

    FeatureSetLowering(LoweringContext context, SourceFile file, String featureSet, String activity) {
        this(context, file, featureSet, activity, ExpressionLowering::new);
    }

    /** Makes what lowers the expressions of a feature set, or of a template. */
    interface ExpressionsFactory {
        ExpressionLowering make(Names names, ExpressionLowering.FreeNames free, boolean hasContract);
    }

    FeatureSetLowering(
            LoweringContext context, SourceFile file, String featureSet, String activity, ExpressionsFactory expressions) {
        this.context = context;
        this.file = file;
        this.featureSet = featureSet;
        this.activity = activity;
        this.sites = new Sites(file);
        this.expressions = expressions.make(names, this::readFree, context.hasContract());
    }

    /** The executable form of {@code source}. */
    static Unit lower(LoweringContext context, SourceFile file, FeatureSet source) {
        FeatureSetLowering lowering = new FeatureSetLowering(context, file, source.name(), source.activity());
        Unit.Condition condition = source.guard() == null ? null : lowering.condition(source.guardSpan(), source.guard());
        List<Step> steps = lowering.block(source.body());
        if (context.keepsVariables()) {
            lowering.keepVariables(source.span(), steps);
        }
        return lowering.unit(source.name(), steps, condition);
    }

    Unit unit(String name, List<Step> steps, Unit.@Nullable Condition condition) {
        TypeInference.infer(names.all());
        return new Unit(
                name,
                file,
                List.copyOf(names.all()),
                List.copyOf(entries),
                steps,
                condition,
                List.copyOf(freeNames.values()),
                effects.toEffects());
    }

    Names names() {
        return names;
    }

    ExpressionLowering expressions() {
        return expressions;
    }

    LoweringContext context() {
        return context;
    }

    EffectsCollector effects() {
        return effects;
    }

    Sites sites() {
        return sites;
    }

    List<Unit.Entry> entries() {
        return entries;
    }

    SourceFile file() {
        return file;
    }

    String featureSet() {
        return featureSet;
    }

    String activity() {
        return activity;
    }

    /** A name that is read although nothing before binds it: a published symbol, or unbound ([APP-49], [APP-51]). */
    private Code readFree(Reference reference, String label) {
        Slot slot = names.free(reference.base());
        slot.markReadUnbound();
        if (!freeNames.containsKey(reference.base())) {
            FreeName freeName = new FreeName(reference.base(), sites.use(reference));
            freeNames.put(reference.base(), freeName);
            entries.add(new Unit.Entry(slot, Supplies.symbol(freeName)));
        }
        return new Code.Read(slot, false, label, reference.span());
    }

    /** A name that nothing before binds, as an operand that may be unbound: a published symbol of the same activity ([APP-49]). */
    Code peekFree(Reference reference) {
        Slot slot = names.free(reference.base());
        slot.markReadUnbound();
        entries.add(new Unit.Entry(slot, Supplies.visibleSymbol(reference.base())));
        return new Code.Peek(slot, reference.span());
    }

    /** A header's condition sees the payload's fields under their bare names ([APP-69]). */
    private Unit.Condition condition(@Nullable Span span, Expression guard) {
        ExpressionLowering header = new ExpressionLowering(
                new Names(),
                (reference, label) -> new Code.Supplied(Supplies.guardField(reference.base()), label, reference.span()),
                context.hasContract());
        return new Unit.Condition(header.lower(guard), sites.condition(span == null ? guard.span() : span, guard));
    }

    /** The variables bound at this place, for what reads them by name. */
    Code scope(Span span) {
        List<Slot> visible = names.visible();
        visible.forEach(slot -> {
            if (!names.isBound(slot)) {
                slot.markReadUnbound();
            }
        });
        return new Code.Capture(visible, span);
    }

    List<Step> block(List<Statement> statements) {
        List<Step> steps = new ArrayList<>();
        for (Statement statement : statements) {
            lower(statement, steps);
        }
        return steps;
    }

    private void lower(Statement statement, List<Step> steps) {
        switch (statement) {
            case Statement.Action action -> action(action, steps);
            case Statement.Pipeline pipeline -> pipeline.stages().forEach(stage -> action(stage, steps));
            case Statement.Publish publish -> publish(publish, steps);
            case Statement.Require require -> require(require, steps);
            case Statement.Match match -> match(match, steps);
            case Statement.ForEach loop -> forEach(loop, steps);
            case Statement.RangeLoop loop -> range(loop, steps);
            case Statement.While loop -> repeat(loop, steps);
            case Statement.Break end ->
                guarded(end.guard(), sites.breaking(end), steps, inner -> inner.add(new Step.Break(sites.breaking(end))));
            case Statement.Error _ -> throw new IllegalStateException("a program with errors is never lowered");
        }
    }

    private void action(Statement.Action action, List<Step> steps) {
        boolean fromRequest = isFromRequest(action.object());
        Site site = sites.of(action, fromRequest, names::isBound);
        guarded(action.guard(), site, steps, inner -> {
            if (context.keepsVariables() && isReturn(action)) {
                keepVariables(action.span(), inner);
            }
            new ActionLowering(this, action, site).lower(inner);
        });
    }

    private boolean isReturn(Statement.Action action) {
        Action known = context.actions().action(action.verb());
        return known != null && known.declaration().name().equals("Return");
    }

    /** Keeps the variables bound at this place, for a test that runs the feature set ([DATA-241]). */
    private void keepVariables(Span span, List<Step> steps) {
        Site site = new Site(file, span, "", "", false, "", List.of());
        Code.Invoke keep = new Code.Invoke(Flow.keepVariables(), List.of(scope(span)), List.of(0), List.of(), span);
        steps.add(new Step.Perform(keep, null, false, site));
    }

    /** Whether a statement's object came with an HTTP request: a context name, or a variable that was extracted from one ([WEB-160]). */
    private boolean isFromRequest(@Nullable ActionObject object) {
        String name = switch (object) {
            case ActionObject.Noun noun -> noun.reference().base();
            case ActionObject.Value value when value.expression() instanceof Expression.Variable variable -> variable.reference().base();
            case null, default -> "";
        };
        Slot slot = names.find(name);
        return slot == null || !names.isBound(slot) ? REQUEST_NAMES.contains(ContextName.find(name)) : fromRequest.contains(slot);
    }

    /** Notes that {@code slot} holds something that came with the request. */
    void markFromRequest(Slot slot) {
        fromRequest.add(slot);
    }

    /** Lowers what {@code body} adds, under the guard if there is one; what it binds is then not certain afterwards. */
    private void guarded(
            @Nullable Expression guard, Site site, List<Step> steps, java.util.function.Consumer<List<Step>> body) {
        if (guard == null) {
            body.accept(steps);
            return;
        }
        Code condition = expressions.lower(guard);
        BitSet before = names.state();
        List<Step> inner = new ArrayList<>();
        body.accept(inner);
        names.meet(before);
        steps.add(new Step.If(condition, inner, List.of(), site));
    }

    private void publish(Statement.Publish publish, List<Step> steps) {
        Site site = sites.publish(publish);
        Reference internal = new Reference(publish.internal(), publish.internalSpan(), null, true, sites.bracketed(publish.internalSpan()));
        Code value = expressions.object(internal);
        Operation operation = Flow.publish(publish.external());
        Slot slot = names.bind(publish.external());
        slot.keepBoxed();
        names.markBound(slot);
        steps.add(new Step.Perform(
                new Code.Invoke(operation, List.of(value), List.of(0), List.of(), publish.span()), slot, false, site));
    }

    private void require(Statement.Require require, List<Step> steps) {
        if (require.source().equalsIgnoreCase("framework")) {
            return;
        }
        Site site = sites.require(require);
        Operation operation = require.source().equalsIgnoreCase("environment")
                ? Flow.requireEnvironment(require.name())
                : Flow.requireSymbol(require.name());
        Slot slot = names.bind(require.name());
        slot.keepBoxed();
        steps.add(new Step.Perform(
                new Code.Invoke(
                        operation,
                        List.of(new Code.Absent(require.span())),
                        List.of(),
                        List.of(new Code.Out(0, slot)),
                        require.span()),
                null,
                false,
                site));
    }

    private void match(Statement.Match match, List<Step> steps) {
        Site site = sites.match(match);
        Slot subject = names.hidden();
        subject.keepBoxed();
        steps.add(new Step.Bind(subject, matchSubject(match.subject()), site));
        names.markBound(subject);
        BitSet before = names.state();
        BitSet after = null;
        List<List<Step>> bodies = new ArrayList<>();
        List<Code> conditions = new ArrayList<>();
        for (Statement.Case branch : match.cases()) {
            names.restore(before);
            Code read = new Code.Read(subject, true, "", match.subject().span());
            Code condition = expressions.pattern(branch.pattern(), read);
            if (branch.guard() != null) {
                Code guard = new Code.Test(Reads.IS_TRUE, expressions.lower(branch.guard()), false, branch.guard().span());
                condition = new Code.Binary(Operator.AND, condition, guard, branch.span());
            }
            conditions.add(condition);
            bodies.add(block(branch.body()));
            after = meet(after, names.state());
        }
        names.restore(before);
        List<Step> otherwise = match.otherwise() == null ? List.of() : block(match.otherwise());
        after = meet(after, names.state());
        for (int i = bodies.size() - 1; i >= 0; i--) {
            otherwise = List.of(new Step.If(conditions.get(i), bodies.get(i), otherwise, site));
        }
        steps.addAll(otherwise);
        names.restore(after);
    }

    /** The subject's failures are worded as those of an object ([SYN-426]). */
    private Code matchSubject(Reference subject) {
        return expressions.object(subject);
    }

    private static BitSet meet(@Nullable BitSet one, BitSet other) {
        if (one == null) {
            return other;
        }
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private void forEach(Statement.ForEach loop, List<Step> steps) {
        Site site = sites.loop(loop);
        Code collection = loop.collection() instanceof Expression.Variable variable
                ? expressions.object(variable.reference())
                : expressions.lower(loop.collection());
        BitSet before = names.state();
        names.enterLoopBody();
        Slot item = names.bind(loop.item().text());
        item.keepBoxed();
        names.markBound(item);
        Slot index = null;
        if (loop.index() != null) {
            index = names.bind(loop.index().text());
            index.addBinding(new Code.Constant(0L, loop.index().span()));
            names.markBound(index);
        }
        Code filter = loop.filter() == null
                ? null
                : new Code.Test(Reads.IS_TRUE, expressions.lower(loop.filter()), false, loop.filter().span());
        List<Step> body = iteration(loop.body(), loop.head(), site);
        List<Slot> locals = names.leaveLoopBody();
        names.restore(before);
        if (loop.parallel()) {
            effects.waits();
            Integer limit = loop.concurrency();
            steps.add(new Step.Parallel(
                    collection, item, index, filter, limit == null ? 0 : Math.max(1, limit), body, locals, site));
        } else {
            steps.add(new Step.ForEach(collection, item, index, filter, body, locals, site));
        }
    }

    /**
     * Lowers the body of a loop over a collection or range. An iteration has its own scope: what it binds hides the outer variable of that
     * name and begins with its value, so that it does not matter which of the two a statement that runs again was first lowered to read.
     */
    private List<Step> iteration(List<Statement> body, Span head, Site site) {
        List<Step> steps = new ArrayList<>();
        RebindableNames.of(body).forEach((name, repeated) -> {
            Slot outer = names.find(name);
            if (outer != null && !names.isOfIteration(name)) {
                steps.add(hide(outer, head, site));
            } else if (outer == null && repeated) {
                names.bind(name);
            }
        });
        body.forEach(statement -> lower(statement, steps));
        return steps;
    }

    /** Gives the variable of the iteration that hides {@code outer} its value, if it has one. */
    private Step hide(Slot outer, Span head, Site site) {
        boolean isBound = names.isBound(outer);
        Slot hiding = names.bind(outer.name());
        if (isBound) {
            Code value = new Code.Read(outer, true, "", head);
            hiding.addBinding(value);
            names.markBound(hiding);
            if (fromRequest.contains(outer)) {
                fromRequest.add(hiding);
            }
            return new Step.Bind(hiding, value, site);
        }
        outer.markReadUnbound();
        hiding.markReadUnbound();
        return new Step.Bind(hiding, new Code.Peek(outer, head), site);
    }

    private void range(Statement.RangeLoop loop, List<Step> steps) {
        Site site = sites.range(loop);
        Code from = expressions.lower(loop.from());
        Code to = expressions.lower(loop.to());
        BitSet before = names.state();
        names.enterLoopBody();
        Slot variable = names.bind(loop.variable().text());
        variable.addBinding(new Code.Constant(0L, loop.variable().span()));
        names.markBound(variable);
        List<Step> body = iteration(loop.body(), loop.head(), site);
        List<Slot> locals = names.leaveLoopBody();
        names.restore(before);
        steps.add(new Step.Range(variable, from, to, body, locals, site));
    }

    /** Nobody knows how long a while loop runs: it counts as waiting, so that it keeps no event loop from others. */
    private void repeat(Statement.While loop, List<Step> steps) {
        effects.waits();
        Site site = sites.repeat(loop);
        Code condition = expressions.lower(loop.condition());
        BitSet before = names.state();
        List<Step> body = block(loop.body());
        names.restore(before);
        steps.add(new Step.While(condition, body, site));
    }
}
