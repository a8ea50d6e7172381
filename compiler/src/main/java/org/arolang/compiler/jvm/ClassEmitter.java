package org.arolang.compiler.jvm;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.SlotUses;
import org.arolang.compiler.code.Step;
import org.arolang.compiler.code.Type;
import org.arolang.compiler.code.Unit;
import org.arolang.compiler.stepper.RuntimeOperation;
import org.arolang.compiler.stepper.StepperPlan;
import org.arolang.language.source.Span;
import org.arolang.runtime.code.Place;
import org.arolang.runtime.execution.Site;
import org.jspecify.annotations.Nullable;

/** Emits the class of one unit. Used once. */
final class ClassEmitter {

    /** The words of parameters that one method may have, with room to spare. */
    private static final int MAXIMUM_PARAMETERS = 240;

    /** The weight of steps from which they are divided into several methods. */
    private static final int MAXIMUM_WEIGHT = 1200;

    private static final int FLAGS = ClassFile.ACC_STATIC | ClassFile.ACC_PUBLIC;

    private final Unit unit;
    private final ClassDesc self;
    private final Constants constants = new Constants();
    private final List<Place> places = new ArrayList<>();
    /** The numbers of each statement's places. A record of both as key would cost a start what Java makes to hash a record. */
    private final Map<Site, List<Integer>> placesOf = new IdentityHashMap<>();
    private final Deque<Consumer<ClassBuilder>> pending = new ArrayDeque<>();
    private final List<ParallelLoop> loops = new ArrayList<>();
    private int methods;

    private record ParallelLoop(Step.Parallel step, List<Slot> captured) {}

    private final @Nullable StepperPlan plan;

    /** The class that runs a unit. */
    ClassEmitter(Unit unit, ClassDesc self) {
        this(unit, null, self);
    }

    /** The class that performs the operations of a unit whose control flow is native. */
    ClassEmitter(StepperPlan plan, ClassDesc self) {
        this(plan.unit(), plan, self);
    }

    private ClassEmitter(Unit unit, @Nullable StepperPlan plan, ClassDesc self) {
        this.unit = unit;
        this.plan = plan;
        this.self = self;
    }

    ClassDesc self() {
        return self;
    }

    Constants constants() {
        return constants;
    }

    int lineOf(Span span) {
        return unit.file().lineOf(span.start());
    }

    /** The number of the place {@code span} in the statement {@code site}. */
    int place(Site site, Span span) {
        List<Integer> known = placesOf.computeIfAbsent(site, _ -> new ArrayList<>());
        for (int number : known) {
            Span other = places.get(number).span();
            if (other.start() == span.start() && other.end() == span.end()) {
                return number;
            }
        }
        known.add(places.size());
        places.add(new Place(site, span));
        return places.size() - 1;
    }

    /** The class file. Its constants are complete afterwards. */
    byte[] emit() {
        return ClassFile.of().build(self, this::emit);
    }

    private void emit(ClassBuilder builder) {
        builder.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
        builder.withInterfaceSymbols(plan == null ? Types.BODY : Types.STEPPED, Types.CONDITION, Types.PARALLEL_BODY);
        builder.with(SourceFileAttribute.of(unit.file().name()));
        builder.withMethodBody("<init>", Types.method(Types.VOID), ClassFile.ACC_PUBLIC,
                code -> code.aload(0).invokespecial(Types.OBJECT, "<init>", Types.method(Types.VOID)).return_());
        if (plan == null) {
            builder.withMethodBody("run", Types.method(Types.VOID, Types.ACTIVATION), ClassFile.ACC_PUBLIC, this::run);
        } else {
            stepped(builder, plan);
        }
        builder.withMethodBody("holds", Types.method(Types.BOOLEAN, Types.ACTIVATION), ClassFile.ACC_PUBLIC, this::holds);
        while (!pending.isEmpty()) {
            pending.poll().accept(builder);
        }
        parallelMethods(builder);
        fields(builder);
    }

    private void run(CodeBuilder code) {
        List<Step> steps = unit.steps();
        if (steps.isEmpty() && unit.entries().isEmpty()) {
            code.return_();
            return;
        }
        Site first = steps.isEmpty() ? firstSite() : steps.getFirst().site();
        Frame frame = frame(code, 1, first, steps, unit.slots());
        guarded(code, frame, () -> {
            Label exit = code.newLabel();
            StepEmitter emitter = stepEmitter(code, frame, exit);
            for (Unit.Entry entry : unit.entries()) {
                emitter.field(entry.supplier(), Types.SUPPLIER);
                code.aload(1).invokeinterface(Types.SUPPLIER, "get", Types.method(Types.OBJECT, Types.ACTIVATION));
                emitter.store(entry.slot());
            }
            emitter.emit(steps);
            code.labelBinding(exit).return_();
        });
    }

    List<Slot> slots() {
        return unit.slots();
    }

    /** Where a method that performs {@code steps} keeps the variables {@code slots}: in an array when there is too much of them for one method. */
    private Frame frame(CodeBuilder code, int activation, Site first, List<Step> steps, List<Slot> slots) {
        Frame frame = new Frame(code, activation, first);
        if (Weight.of(steps) <= MAXIMUM_WEIGHT) {
            slots.forEach(slot -> declare(code, frame, slot));
            return frame;
        }
        int values = frame.allocate(Type.VALUE);
        new ExpressionEmitter(code, this, frame).field(initialValues(), Types.OBJECTS);
        code.invokevirtual(Types.OBJECTS, "clone", Types.method(Types.OBJECT)).checkcast(Types.OBJECTS).astore(values);
        frame.keepInArray(values);
        return frame;
    }

    private StepEmitter stepEmitter(CodeBuilder code, Frame frame, Label exit) {
        return frame.isArray() ? new BlockEmitter(code, this, frame, exit, null) : new StepEmitter(code, this, frame, exit, null);
    }

    /** What the variables hold before they are bound, by their numbers. */
    private @Nullable Object[] initialValues() {
        @Nullable
        Object[] values = new @Nullable Object[unit.slots().size()];
        for (Slot slot : unit.slots()) {
            values[slot.number()] = switch (slot.type()) {
                case INTEGER -> 0L;
                case FLOAT -> 0.0;
                case BOOLEAN -> false;
                case VALUE -> null;
            };
        }
        return values;
    }

    private static final MethodTypeDesc BLOCK = Types.method(Types.INT, Types.ACTIVATION, Types.OBJECTS);

    /** Emits a call of a new method that performs {@code steps} on the same variables; what it returns tells how it was left. */
    void callBlock(BlockEmitter caller, List<Step> steps) {
        String name = "block" + methods++;
        Site site = caller.frame.site();
        pending.add(builder -> builder.withMethodBody(name, BLOCK, FLAGS, code -> {
            Frame frame = new Frame(code, 0, site);
            frame.keepInArray(code.parameterSlot(1));
            guarded(code, frame, () -> {
                Label exit = code.newLabel();
                Label loopEnd = code.newLabel();
                new BlockEmitter(code, this, frame, exit, loopEnd).emit(steps);
                code.loadConstant(BlockEmitter.GOES_ON).ireturn();
                code.labelBinding(exit).loadConstant(BlockEmitter.ENDS).ireturn();
                code.labelBinding(loopEnd).loadConstant(BlockEmitter.BREAKS).ireturn();
            });
        }));
        caller.code
                .aload(caller.frame.activation())
                .aload(caller.frame.values())
                .invokestatic(self, name, BLOCK);
    }

    private static final MethodTypeDesc ENTER = Types.method(Types.VOID, Types.ACTIVATION, Types.OBJECTS);
    private static final MethodTypeDesc PERFORM = Types.method(Types.VOID, Types.INT, Types.ACTIVATION, Types.OBJECTS, Types.SEGMENT);
    /** How many operations one method tells apart. */
    private static final int PAGE = 2000;

    private static final MethodTypeDesc PERFORM_ONE = Types.method(Types.VOID, Types.ACTIVATION, Types.OBJECTS, Types.SEGMENT);

    private void stepped(ClassBuilder builder, StepperPlan stepper) {
        builder.withMethodBody("enter", ENTER, ClassFile.ACC_PUBLIC, code -> {
            for (Unit.Entry entry : unit.entries()) {
                Constants.Constant supplier = constants.add(entry.supplier(), Types.SUPPLIER);
                code.aload(2)
                        .loadConstant(stepper.value(entry.slot()))
                        .getstatic(self, supplier.field(), supplier.type())
                        .aload(1)
                        .invokeinterface(Types.SUPPLIER, "get", Types.method(Types.OBJECT, Types.ACTIVATION))
                        .aastore();
            }
            code.return_();
        });
        List<RuntimeOperation> operations = stepper.operations();
        for (int i = 0; i < operations.size(); i++) {
            RuntimeOperation operation = operations.get(i);
            builder.withMethodBody("perform" + i, PERFORM_ONE, FLAGS, code -> {
                Frame frame = new Frame(code, 0, operation.site());
                guarded(code, frame, () -> {
                    new SteppedEmitter(code, this, frame, stepper).emit(operation);
                    code.return_();
                });
            });
        }
        builder.withMethodBody("perform", PERFORM, ClassFile.ACC_PUBLIC, code -> {
            for (int first = 0; first < operations.size(); first += PAGE) {
                int last = Math.min(first + PAGE, operations.size());
                Label next = code.newLabel();
                code.iload(1)
                        .loadConstant(last)
                        .if_icmpge(next)
                        .iload(1)
                        .aload(2)
                        .aload(3)
                        .aload(4)
                        .invokestatic(self, "performFrom" + first, PERFORM)
                        .return_()
                        .labelBinding(next);
            }
            code.return_();
        });
        for (int first = 0; first < operations.size(); first += PAGE) {
            performPage(builder, first, Math.min(first + PAGE, operations.size()));
        }
    }

    /** The method that performs the operations from {@code first} to before {@code last}: one for all would be too long. */
    private void performPage(ClassBuilder builder, int first, int last) {
        builder.withMethodBody("performFrom" + first, PERFORM, FLAGS, code -> {
            Label unknown = code.newLabel();
            List<SwitchCase> cases = new ArrayList<>();
            for (int i = first; i < last; i++) {
                cases.add(SwitchCase.of(i, code.newLabel()));
            }
            code.iload(0).tableswitch(unknown, cases);
            for (SwitchCase one : cases) {
                code.labelBinding(one.target())
                        .aload(1)
                        .aload(2)
                        .aload(3)
                        .invokestatic(self, "perform" + one.caseValue(), PERFORM_ONE)
                        .return_();
            }
            code.labelBinding(unknown).return_();
        });
    }

    private Site firstSite() {
        return unit.freeNames().getFirst().site();
    }

    private void declare(CodeBuilder code, Frame frame, Slot slot) {
        int local = frame.allocate(slot.type());
        frame.place(slot, local);
        switch (slot.type()) {
            case INTEGER -> code.lconst_0();
            case FLOAT -> code.dconst_0();
            case BOOLEAN -> code.iconst_0();
            case VALUE -> code.aconst_null();
        }
        code.storeLocal(Types.kind(slot.type()), local);
    }

    private void holds(CodeBuilder code) {
        Unit.Condition condition = unit.condition();
        if (condition == null) {
            code.iconst_1().ireturn();
            return;
        }
        Frame frame = new Frame(code, 1, condition.site());
        guarded(code, frame, () -> {
            new ExpressionEmitter(code, this, frame).truth(condition.code());
            code.ireturn();
        });
    }

    /** Emits {@code body}, with a handler that blames what is thrown in it on the place being evaluated. */
    private void guarded(CodeBuilder code, Frame frame, Runnable body) {
        code.iconst_0().istore(frame.at());
        Label start = code.newBoundLabel();
        body.run();
        Label end = code.newBoundLabel();
        code.exceptionCatchAll(start, end, end);
        ExpressionEmitter emitter = new ExpressionEmitter(code, this, frame);
        code.getstatic(self, "PLACES", Types.PLACES).iload(frame.at()).aaload().aload(frame.activation());
        if (frame.isArray()) {
            emitter.field(unit.slots().stream().map(Slot::name).toArray(String[]::new), Types.STRINGS);
            code.aload(frame.values());
            locate(code);
            return;
        }
        List<Slot> slots = frame.slots().stream().filter(slot -> !slot.name().isEmpty()).toList();
        emitter.field(slots.stream().map(Slot::name).toArray(String[]::new), Types.STRINGS);
        array(emitter, slots);
        locate(code);
    }

    private static void locate(CodeBuilder code) {
        code.invokestatic(
                Types.FAILURES,
                "locate",
                Types.method(
                        Types.RUNTIME_EXCEPTION, Types.THROWABLE, Types.PLACE, Types.ACTIVATION, Types.STRINGS, Types.OBJECTS))
                .athrow();
    }

    /** Emits a call of a new method that evaluates {@code expression}. */
    void callOperation(ExpressionEmitter caller, Code expression) {
        boolean outs = expression instanceof Code.Invoke invoke && !invoke.outs().isEmpty();
        call(caller, "op", expression, outs ? Types.OBJECTS : Types.of(expression.type()), (code, frame) -> {
            new ExpressionEmitter(code, this, frame).emit(expression);
            code.return_(outs ? TypeKind.REFERENCE : Types.kind(expression.type()));
        });
    }

    /** Emits a call of a new method that tells whether {@code expression} is true. */
    void callCondition(ExpressionEmitter caller, Code expression) {
        call(caller, "test", expression, Types.BOOLEAN, (code, frame) -> {
            new ExpressionEmitter(code, this, frame).truth(expression);
            code.ireturn();
        });
    }

    /** Emits a call of a new method that evaluates {@code expression} and gives null when that fails. */
    void callAttempt(ExpressionEmitter caller, Code expression) {
        Site site = caller.frame.site();
        List<Slot> slots = SlotUses.of(expression);
        String name = "try" + methods++;
        MethodTypeDesc type = descriptor(Types.OBJECT, slots);
        pending.add(builder -> builder.withMethodBody(name, type, FLAGS, code -> {
            Frame frame = parameters(code, site, slots);
            code.iconst_0().istore(frame.at());
            Label start = code.newBoundLabel();
            new ExpressionEmitter(code, this, frame).boxed(expression);
            code.areturn();
            Label end = code.newBoundLabel();
            code.exceptionCatch(start, end, end, Types.FAILURE).pop().aconst_null().areturn();
        }));
        arguments(caller, slots);
        caller.code.invokestatic(self, name, type);
    }

    private interface MethodBody {
        void emit(CodeBuilder code, Frame frame);
    }

    private void call(ExpressionEmitter caller, String prefix, Code expression, ClassDesc result, MethodBody body) {
        Site site = caller.frame.site();
        List<Slot> slots = SlotUses.of(expression);
        String name = prefix + methods++;
        MethodTypeDesc type = descriptor(result, slots);
        pending.add(builder -> builder.withMethodBody(name, type, FLAGS, code -> {
            Frame frame = parameters(code, site, slots);
            code.lineNumber(Math.min(lineOf(site.span()), 65_535));
            guarded(code, frame, () -> body.emit(code, frame));
        }));
        arguments(caller, slots);
        caller.code.invokestatic(self, name, type);
    }

    /** Whether there are too many variables for parameters, so that they are handed over in an array. */
    private static boolean isPacked(List<Slot> slots) {
        return slots.size() * 2 > MAXIMUM_PARAMETERS;
    }

    private static MethodTypeDesc descriptor(ClassDesc result, List<Slot> slots) {
        if (isPacked(slots)) {
            return Types.method(result, Types.ACTIVATION, Types.OBJECTS);
        }
        List<ClassDesc> parameters = new ArrayList<>();
        parameters.add(Types.ACTIVATION);
        slots.forEach(slot -> parameters.add(Types.of(slot.type())));
        return Types.method(result, parameters);
    }

    private static void arguments(ExpressionEmitter caller, List<Slot> slots) {
        caller.code.aload(caller.frame.activation());
        if (isPacked(slots)) {
            array(caller, slots);
        } else {
            slots.forEach(caller::load);
        }
    }

    /** Leaves the values of {@code slots} in an array, boxed. */
    private static void array(ExpressionEmitter emitter, List<Slot> slots) {
        emitter.code.loadConstant(slots.size()).anewarray(Types.OBJECT);
        for (int i = 0; i < slots.size(); i++) {
            emitter.code.dup().loadConstant(i);
            emitter.load(slots.get(i));
            emitter.box(slots.get(i).type());
            emitter.code.aastore();
        }
    }

    private Frame parameters(CodeBuilder code, Site site, List<Slot> slots) {
        Frame frame = new Frame(code, 0, site);
        if (isPacked(slots)) {
            ExpressionEmitter emitter = new ExpressionEmitter(code, this, frame);
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                frame.place(slot, frame.allocate(slot.type()));
                code.aload(code.parameterSlot(1)).loadConstant(i).aaload();
                emitter.unbox(slot.type());
                emitter.store(slot);
            }
            return frame;
        }
        for (int i = 0; i < slots.size(); i++) {
            frame.place(slots.get(i), code.parameterSlot(i + 1));
        }
        return frame;
    }

    /** Emits the start of a parallel loop, whose collection is on the stack. */
    void callParallel(ExpressionEmitter caller, Step.Parallel step) {
        List<Slot> captured = caller.capturable().stream().filter(slot -> !step.locals().contains(slot)).toList();
        int loop = loops.size();
        loops.add(new ParallelLoop(step, captured));
        CodeBuilder code = caller.code;
        int collection = caller.frame.allocate(Type.VALUE);
        code.astore(collection)
                .new_(self)
                .dup()
                .invokespecial(self, "<init>", Types.method(Types.VOID))
                .loadConstant(loop)
                .aload(caller.frame.activation());
        array(caller, captured);
        caller.at(step.collection().span());
        code.aload(collection)
                .loadConstant(step.limit())
                .invokestatic(
                        Types.PARALLEL,
                        "forEach",
                        Types.method(
                                Types.VOID,
                                Types.PARALLEL_BODY,
                                Types.INT,
                                Types.ACTIVATION,
                                Types.OBJECTS,
                                Types.OBJECT,
                                Types.INT));
    }

    private static final MethodTypeDesc ACCEPTS = Types.method(Types.BOOLEAN, Types.INT, Types.ACTIVATION, Types.OBJECTS, Types.OBJECT,
            Types.LONG);
    private static final MethodTypeDesc ITERATE = Types.method(Types.VOID, Types.INT, Types.ACTIVATION, Types.OBJECTS, Types.OBJECT,
            Types.LONG);
    private static final MethodTypeDesc LOOP_ACCEPTS = Types.method(Types.BOOLEAN, Types.ACTIVATION, Types.OBJECTS, Types.OBJECT,
            Types.LONG);
    private static final MethodTypeDesc LOOP_ITERATE = Types.method(Types.VOID, Types.ACTIVATION, Types.OBJECTS, Types.OBJECT, Types.LONG);

    /** The bodies of the parallel loops; a body may hold further loops and operations, so the lists grow while this runs. */
    private void parallelMethods(ClassBuilder builder) {
        for (int i = 0; i < loops.size(); i++) {
            ParallelLoop loop = loops.get(i);
            builder.withMethodBody("accepts" + i, LOOP_ACCEPTS, FLAGS, code -> accepts(code, loop));
            builder.withMethodBody("iterate" + i, LOOP_ITERATE, FLAGS, code -> iterate(code, loop));
            while (!pending.isEmpty()) {
                pending.poll().accept(builder);
            }
        }
        builder.withMethodBody("accepts", ACCEPTS, ClassFile.ACC_PUBLIC, code -> dispatch(code, "accepts", LOOP_ACCEPTS));
        builder.withMethodBody("iterate", ITERATE, ClassFile.ACC_PUBLIC, code -> dispatch(code, "iterate", LOOP_ITERATE));
    }

    /** Calls the method of the loop whose number is the first parameter. */
    private void dispatch(CodeBuilder code, String method, MethodTypeDesc type) {
        TypeKind result = TypeKind.from(type.returnType());
        for (int i = 0; i < loops.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpne(next);
            code.aload(2).aload(3).aload(4).lload(5).invokestatic(self, method + i, type).return_(result);
            code.labelBinding(next);
        }
        if (result != TypeKind.VOID) {
            code.iconst_0();
        }
        code.return_(result);
    }

    private void accepts(CodeBuilder code, ParallelLoop loop) {
        Code filter = loop.step().filter();
        if (filter == null) {
            code.iconst_1().ireturn();
            return;
        }
        Frame frame = loopFrame(code, loop);
        guarded(code, frame, () -> {
            StepEmitter emitter = enter(code, frame, loop, code.newLabel());
            emitter.condition(filter);
            code.ireturn();
        });
    }

    private void iterate(CodeBuilder code, ParallelLoop loop) {
        Frame frame = loopFrame(code, loop);
        guarded(code, frame, () -> {
            Label exit = code.newLabel();
            StepEmitter emitter = enter(code, frame, loop, exit);
            emitter.emit(loop.step().body());
            code.labelBinding(exit).return_();
        });
    }

    private Frame loopFrame(CodeBuilder code, ParallelLoop loop) {
        List<Slot> slots = new ArrayList<>(loop.captured());
        slots.addAll(loop.step().locals());
        return frame(code, 0, loop.step().site(), loop.step().body(), slots);
    }

    /** Unpacks the captured variables, the item and the index. */
    private StepEmitter enter(CodeBuilder code, Frame frame, ParallelLoop loop, Label exit) {
        StepEmitter emitter = stepEmitter(code, frame, exit);
        List<Slot> captured = loop.captured();
        for (int i = 0; i < captured.size(); i++) {
            code.aload(1).loadConstant(i).aaload();
            emitter.unbox(captured.get(i).type());
            emitter.store(captured.get(i));
        }
        code.aload(2);
        emitter.store(loop.step().item());
        Slot index = loop.step().index();
        if (index != null) {
            code.lload(3);
            if (index.type() == Type.VALUE) {
                emitter.box(Type.INTEGER);
            }
            emitter.store(index);
        }
        return emitter;
    }

    private void fields(ClassBuilder builder) {
        List<Constants.Constant> all = List.copyOf(constants.all());
        // Only <clinit> may set final fields, and it has no room for more.
        boolean isPaged = all.size() > PAGE;
        int flags = ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE | (isPaged ? 0 : ClassFile.ACC_FINAL);
        builder.withField("PLACES", Types.PLACES, flags);
        all.forEach(constant -> builder.withField(constant.field(), constant.type(), flags));
        placeTable = places.toArray(Place[]::new);
        MethodTypeDesc take = Types.method(Types.VOID, Types.OBJECTS);
        for (int first = 0; isPaged && first < all.size(); first += PAGE) {
            int from = first;
            builder.withMethodBody("take" + first, take, FLAGS, code -> {
                take(code, 0, all, from, Math.min(from + PAGE, all.size()));
                code.return_();
            });
        }
        builder.withMethodBody("<clinit>", Types.method(Types.VOID), ClassFile.ACC_STATIC, code -> {
            int values = code.allocateLocal(TypeKind.REFERENCE);
            code.invokestatic(Types.HANDOVER, "take", Types.method(Types.OBJECTS)).astore(values);
            code.aload(values).iconst_0().aaload().checkcast(Types.PLACES).putstatic(self, "PLACES", Types.PLACES);
            if (isPaged) {
                for (int first = 0; first < all.size(); first += PAGE) {
                    code.aload(values).invokestatic(self, "take" + first, take);
                }
            } else {
                take(code, values, all, 0, all.size());
            }
            code.new_(self)
                    .dup()
                    .invokespecial(self, "<init>", Types.method(Types.VOID))
                    .invokestatic(Types.HANDOVER, "leave", Types.method(Types.VOID, Types.OBJECT))
                    .return_();
        });
    }

    /** Sets the fields of some constants. */
    private void take(CodeBuilder code, int values, List<Constants.Constant> all, int from, int to) {
        for (int i = from; i < to; i++) {
            Constants.Constant constant = all.get(i);
            code.aload(values).loadConstant(i + 1).aaload();
            if (!constant.type().equals(ConstantDescs.CD_Object)) {
                code.checkcast(constant.type());
            }
            code.putstatic(self, constant.field(), constant.type());
        }
    }

    private Place @Nullable [] placeTable;

    /** What the class takes from {@link Handover} when it is initialised: its places, then its constants. */
    Object[] handover() {
        Object[] values = constants.values();
        Object[] all = new Object[values.length + 1];
        all[0] = placeTable == null ? new Place[0] : placeTable;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }
}
