package org.arolang.compiler.stepper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Inline;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.Step;
import org.arolang.compiler.code.Type;
import org.arolang.compiler.code.Unit;
import org.arolang.language.source.Span;
import org.arolang.runtime.code.Place;
import org.arolang.runtime.execution.Site;

/**
 * How a unit is divided between its native function and the runtime. The numbers of operations, cells and places are the agreement of the
 * two: both sides take them from one plan, and the same unit always gives the same plan.
 *
 * <p>A frame is an array of 64-bit cells: the outcome of the last condition, the number of the place of a failure, then the variables that
 * are kept unboxed, then what loops need. Boxed variables and iterators are kept by the runtime.
 */
public final class StepperPlan {

    /** The cell in which a condition's outcome is left: 0 or 1. */
    public static final int OUTCOME_CELL = 0;

    /** The cell in which the place of a native failure is left. */
    public static final int PLACE_CELL = 1;

    private static final int FIRST_CELL = 2;

    private final Unit unit;
    private final List<RuntimeOperation> operations = new ArrayList<>();
    private final Map<Slot, Integer> cells = new LinkedHashMap<>();
    private final Map<Slot, Integer> values = new LinkedHashMap<>();
    private final Map<Place, Integer> places = new LinkedHashMap<>();
    private final List<NativeStep> steps;
    private int cellCount = FIRST_CELL;
    private int loopCount;

    public StepperPlan(Unit unit) {
        this.unit = unit;
        for (Slot slot : unit.slots()) {
            if (slot.type() == Type.VALUE) {
                values.put(slot, values.size());
            } else {
                cells.put(slot, cellCount++);
            }
        }
        this.steps = plan(unit.steps());
    }

    public Unit unit() {
        return unit;
    }

    public List<RuntimeOperation> operations() {
        return operations;
    }

    /** The cell of a variable that is kept unboxed. */
    public int cell(Slot slot) {
        return known(cells, slot);
    }

    /** The variables that are kept unboxed, in order of their cells. */
    public List<Slot> unboxed() {
        return List.copyOf(cells.keySet());
    }

    /** Where the runtime keeps a boxed variable. */
    public int value(Slot slot) {
        return known(values, slot);
    }

    public int cellCount() {
        return cellCount;
    }

    /** How many boxed variables there are. */
    public int valueCount() {
        return values.size();
    }

    /** How many loops over collections there are; each has an iterator and a counter, kept behind the boxed variables. */
    public int loopCount() {
        return loopCount;
    }

    /** The places that native failures are blamed on, by number. */
    public List<Place> places() {
        return List.copyOf(places.keySet());
    }

    List<NativeStep> steps() {
        return steps;
    }

    /** The number of a place of the native code. */
    int place(Site site, Span span) {
        return known(places, new Place(site, span));
    }

    private static <K> int known(Map<K, Integer> numbers, K key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalStateException("not planned: " + key);
        }
        return number;
    }

    /** Numbers the places of native code that may fail. */
    private Code numbered(Code code, Site site) {
        switch (code) {
            case Code.Binary binary -> {
                numbered(binary.left(), site);
                numbered(binary.right(), site);
                number(binary, site);
            }
            case Code.Negate negate -> {
                numbered(negate.operand(), site);
                number(negate, site);
            }
            case Code.Not not -> numbered(not.operand(), site);
            default -> {}
        }
        return code;
    }

    private void number(Code code, Site site) {
        places.computeIfAbsent(new Place(site, code.span()), place -> places.size());
    }

    private int add(RuntimeOperation operation) {
        operations.add(operation);
        return operations.size() - 1;
    }

    private List<NativeStep> plan(List<Step> from) {
        List<NativeStep> planned = new ArrayList<>();
        for (Step step : from) {
            plan(step, planned);
        }
        return planned;
    }

    private void plan(Step step, List<NativeStep> planned) {
        Site site = step.site();
        switch (step) {
            case Step.Bind bind -> planned.add(
                    Inline.isNative(bind.value()) && bind.slot().type() != Type.VALUE
                            ? new NativeStep.Compute(bind.slot(), numbered(bind.value(), site), site)
                            : new NativeStep.Run(add(new RuntimeOperation.Evaluate(bind.slot(), bind.value(), site)), site));
            case Step.Perform perform -> {
                planned.add(new NativeStep.Run(add(new RuntimeOperation.Perform(perform, site)), site));
                if (perform.ends()) {
                    planned.add(new NativeStep.End(site));
                }
            }
            case Step.If branch -> {
                NativeStep.Test test = test(branch.condition(), site);
                planned.add(new NativeStep.Branch(test, plan(branch.then()), plan(branch.otherwise()), site));
            }
            case Step.ForEach loop -> planned.add(each(loop));
            case Step.Parallel loop -> {
                int run = add(new RuntimeOperation.RunParallel(loop, site));
                planned.add(new NativeStep.Branch(
                        new NativeStep.Test.Asked(run), List.of(new NativeStep.End(site)), List.of(), site));
            }
            case Step.Range loop -> planned.add(range(loop));
            case Step.While loop -> planned.add(new NativeStep.While(test(loop.condition(), site), plan(loop.body()), site));
            case Step.Break _ -> planned.add(new NativeStep.Leave(site));
        }
    }

    private NativeStep.Test test(Code condition, Site site) {
        return Inline.isNative(condition)
                ? new NativeStep.Test.Native(numbered(condition, site))
                : new NativeStep.Test.Asked(add(new RuntimeOperation.Decide(condition, site)));
    }

    private NativeStep each(Step.ForEach loop) {
        int number = loopCount++;
        int start = add(new RuntimeOperation.StartLoop(loop.collection(), number, loop.site()));
        int next = add(new RuntimeOperation.NextElement(
                loop.collection(), number, loop.item(), loop.index(), readUnbound(loop.locals()), loop.site()));
        NativeStep.Test filter = loop.filter() == null ? null : test(loop.filter(), loop.site());
        return new NativeStep.Each(start, next, filter, plan(loop.body()), loop.site());
    }

    private NativeStep range(Step.Range loop) {
        int counter = cellCount++;
        int limit = cellCount++;
        boolean isNative = isNativeBound(loop.from()) && isNativeBound(loop.to());
        int bounds = isNative
                ? -1
                : add(new RuntimeOperation.Bounds(loop.from(), loop.to(), counter, limit, loop.site()));
        List<Slot> unbound = readUnbound(loop.locals());
        int start = unbound.isEmpty() && loop.variable().type() != Type.VALUE
                ? -1
                : add(new RuntimeOperation.StartIteration(unbound, loop.variable(), counter, loop.site()));
        return new NativeStep.Range(
                loop.variable(),
                bounds,
                isNative ? numbered(loop.from(), loop.site()) : null,
                isNative ? numbered(loop.to(), loop.site()) : null,
                counter,
                limit,
                start,
                plan(loop.body()),
                loop.site());
    }

    private static boolean isNativeBound(Code bound) {
        return bound.type() == Type.INTEGER && Inline.isNative(bound);
    }

    private static List<Slot> readUnbound(List<Slot> slots) {
        return slots.stream().filter(Slot::isReadUnbound).toList();
    }
}
