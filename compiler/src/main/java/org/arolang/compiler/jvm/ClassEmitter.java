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
import java.util.LinkedHashMap;
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

    private static final int FLAGS = ClassFile.ACC_STATIC | ClassFile.ACC_PUBLIC;

    private final Unit unit;
    private final ClassDesc self;
    private final Constants constants = new Constants();
    private final Map<Place, Integer> places = new LinkedHashMap<>();
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
        return places.computeIfAbsent(new Place(site, span), place -> places.size());
    }

    /** The class file. Its constants are complete afterwards. */
    byte[] emit() {
        return ClassFile.of().build(self, this::emit);
    }

    private void emit(ClassBuilder builder) {
        builder.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
        builder.withInterfaceSymbols(plan == null ? Types.BODY : Types.STEPPED, Types.CONDITION, Types.PARALLEL_BODY);
        builder.with(SourceFileAttribute.of(unit.file().name()));
        builder.withMethodBody("<init>", Types.method(Types.VOID), ClassFile.ACC_PUBLIC, code ->
                code.aload(0).invokespecial(Types.OBJECT, "<init>", Types.method(Types.VOID)).return_());
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
        Frame frame = new Frame(code, 1, first);
        unit.slots().forEach(slot -> declare(code, frame, slot));
        guarded(code, frame, () -> {
            Label exit = code.newLabel();
            StepEmitter emitter = new StepEmitter(code, this, frame, exit);
            for (Unit.Entry entry : unit.entries()) {
                emitter.field(entry.supplier(), Types.SUPPLIER);
                code.aload(1).invokeinterface(Types.SUPPLIER, "get", Types.method(Types.OBJECT, Types.ACTIVATION));
                emitter.store(entry.slot());
            }
            emitter.emit(steps);
            code.labelBinding(exit).return_();
        });
    }

    private static final MethodTypeDesc ENTER = Types.method(Types.VOID, Types.ACTIVATION, Types.OBJECTS);
    private static final MethodTypeDesc PERFORM =
            Types.method(Types.VOID, Types.INT, Types.ACTIVATION, Types.OBJECTS, Types.SEGMENT);
    private static final MethodTypeDesc PERFORM_ONE =
            Types.method(Types.VOID, Types.ACTIVATION, Types.OBJECTS, Types.SEGMENT);

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
            Label unknown = code.newLabel();
            List<SwitchCase> cases = new ArrayList<>();
            for (int i = 0; i < operations.size(); i++) {
                cases.add(SwitchCase.of(i, code.newLabel()));
            }
            if (!cases.isEmpty()) {
                code.iload(1).tableswitch(unknown, cases);
            }
            for (SwitchCase one : cases) {
                code.labelBinding(one.target())
                        .aload(2)
                        .aload(3)
                        .aload(4)
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
        List<Slot> slots = frame.slots().stream().filter(slot -> !slot.name().isEmpty()).toList();
        emitter.field(slots.stream().map(Slot::name).toArray(String[]::new), Types.STRINGS);
        code.loadConstant(slots.size()).anewarray(Types.OBJECT);
        for (int i = 0; i < slots.size(); i++) {
            code.dup().loadConstant(i);
            emitter.load(slots.get(i));
            emitter.box(slots.get(i).type());
            code.aastore();
        }
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
        if (slots.size() * 2 > MAXIMUM_PARAMETERS) {
            throw new IllegalArgumentException("a statement reads more than " + MAXIMUM_PARAMETERS / 2 + " variables");
        }
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

    private static MethodTypeDesc descriptor(ClassDesc result, List<Slot> slots) {
        List<ClassDesc> parameters = new ArrayList<>();
        parameters.add(Types.ACTIVATION);
        slots.forEach(slot -> parameters.add(Types.of(slot.type())));
        return Types.method(result, parameters);
    }

    private static void arguments(ExpressionEmitter caller, List<Slot> slots) {
        caller.code.aload(caller.frame.activation());
        slots.forEach(caller::load);
    }

    private static Frame parameters(CodeBuilder code, Site site, List<Slot> slots) {
        Frame frame = new Frame(code, 0, site);
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
                .aload(caller.frame.activation())
                .loadConstant(captured.size())
                .anewarray(Types.OBJECT);
        for (int i = 0; i < captured.size(); i++) {
            code.dup().loadConstant(i);
            caller.load(captured.get(i));
            caller.box(captured.get(i).type());
            code.aastore();
        }
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

    private static final MethodTypeDesc ACCEPTS =
            Types.method(Types.BOOLEAN, Types.INT, Types.ACTIVATION, Types.OBJECTS, Types.OBJECT, Types.LONG);
    private static final MethodTypeDesc ITERATE =
            Types.method(Types.VOID, Types.INT, Types.ACTIVATION, Types.OBJECTS, Types.OBJECT, Types.LONG);
    private static final MethodTypeDesc LOOP_ACCEPTS =
            Types.method(Types.BOOLEAN, Types.ACTIVATION, Types.OBJECTS, Types.OBJECT, Types.LONG);
    private static final MethodTypeDesc LOOP_ITERATE =
            Types.method(Types.VOID, Types.ACTIVATION, Types.OBJECTS, Types.OBJECT, Types.LONG);

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
        Frame frame = new Frame(code, 0, loop.step().site());
        loop.captured().forEach(slot -> declare(code, frame, slot));
        loop.step().locals().forEach(slot -> declare(code, frame, slot));
        return frame;
    }

    /** Unpacks the captured variables, the item and the index. */
    private StepEmitter enter(CodeBuilder code, Frame frame, ParallelLoop loop, Label exit) {
        StepEmitter emitter = new StepEmitter(code, this, frame, exit);
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
        int flags = ClassFile.ACC_STATIC | ClassFile.ACC_FINAL | ClassFile.ACC_PRIVATE;
        Place[] table = places.keySet().toArray(Place[]::new);
        List<Constants.Constant> all = List.copyOf(constants.all());
        builder.withField("PLACES", Types.PLACES, flags);
        all.forEach(constant -> builder.withField(constant.field(), constant.type(), flags));
        placeTable = table;
        builder.withMethodBody("<clinit>", Types.method(Types.VOID), ClassFile.ACC_STATIC, code -> {
            int values = code.allocateLocal(TypeKind.REFERENCE);
            code.invokestatic(Types.HANDOVER, "take", Types.method(Types.OBJECTS)).astore(values);
            code.aload(values).iconst_0().aaload().checkcast(Types.PLACES).putstatic(self, "PLACES", Types.PLACES);
            for (int i = 0; i < all.size(); i++) {
                Constants.Constant constant = all.get(i);
                code.aload(values).loadConstant(i + 1).aaload();
                if (!constant.type().equals(ConstantDescs.CD_Object)) {
                    code.checkcast(constant.type());
                }
                code.putstatic(self, constant.field(), constant.type());
            }
            code.return_();
        });
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
