package org.arolang.compiler.jvm;

import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;
import org.arolang.compiler.code.Unit;
import org.arolang.compiler.stepper.StepperPlan;
import org.arolang.runtime.code.ParallelBody;
import org.arolang.runtime.code.SteppedOperations;
import org.arolang.runtime.execution.Body;
import org.arolang.runtime.execution.HeaderCondition;

/** Compiles units to JVM classes and loads them. Thread-safe. */
public final class JvmCompiler {

    private static final String PACKAGE = "org.arolang.compiler.jvm.";

    private JvmCompiler() {}

    /**
     * A unit as a class.
     *
     * @param bytes the class file
     * @param constants what it takes when it is initialised
     */
    public record CompiledUnit(byte[] bytes, Object[] constants) {}

    /** A loaded unit: one object that is body, condition and the bodies of its parallel loops. */
    public record LoadedUnit(Body body, HeaderCondition condition, ParallelBody loops) {}

    public static CompiledUnit compile(Unit unit) {
        ClassEmitter emitter = new ClassEmitter(unit, ClassDesc.of(PACKAGE + className(unit.name())));
        return compiled(emitter, unit);
    }

    /** The class that performs the operations of a unit whose control flow is native. */
    public static CompiledUnit compile(StepperPlan plan) {
        ClassEmitter emitter = new ClassEmitter(plan, ClassDesc.of(PACKAGE + className(plan.unit().name())));
        return compiled(emitter, plan.unit());
    }

    private static CompiledUnit compiled(ClassEmitter emitter, Unit unit) {
        try {
            byte[] bytes = emitter.emit();
            return new CompiledUnit(bytes, emitter.handover());
        } catch (IllegalArgumentException tooLarge) {
            throw new IllegalArgumentException(
                    "The feature set '" + unit.name() + "' or one of its statements is too large. Divide it.", tooLarge);
        }
    }

    /** A loaded unit with native control flow. */
    public record LoadedOperations(SteppedOperations operations, HeaderCondition condition, ParallelBody loops) {}

    public static LoadedOperations loadOperations(CompiledUnit unit) {
        Object instance = instantiate(unit);
        return new LoadedOperations((SteppedOperations) instance, (HeaderCondition) instance, (ParallelBody) instance);
    }

    public static LoadedUnit load(CompiledUnit unit) {
        Object instance = instantiate(unit);
        return new LoadedUnit((Body) instance, (HeaderCondition) instance, (ParallelBody) instance);
    }

    private static Object instantiate(CompiledUnit unit) {
        try {
            Handover.give(unit.constants());
            MethodHandles.lookup().defineHiddenClass(unit.bytes(), true);
            return Handover.made();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A class name that reminds of {@code name}: what a profiler shows. */
    private static String className(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> text.appendCodePoint(Character.isJavaIdentifierPart(c) ? c : '_'));
        return text.isEmpty() || !Character.isJavaIdentifierStart(text.codePointAt(0)) ? "_" + text : text.toString();
    }
}
