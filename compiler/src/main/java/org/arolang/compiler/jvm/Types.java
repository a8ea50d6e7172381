package org.arolang.compiler.jvm;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.arolang.compiler.code.Type;

/** Class-file names of what generated code uses. */
final class Types {

    /** Touched first: it breaks a cycle in the initialisation of java.lang.constant. */
    static final ClassDesc OBJECT = ConstantDescs.CD_Object;

    static final ClassDesc LONG = ConstantDescs.CD_long;
    static final ClassDesc DOUBLE = ConstantDescs.CD_double;
    static final ClassDesc BOOLEAN = ConstantDescs.CD_boolean;
    static final ClassDesc INT = ConstantDescs.CD_int;
    static final ClassDesc VOID = ConstantDescs.CD_void;
    static final ClassDesc STRING = ConstantDescs.CD_String;
    static final ClassDesc THROWABLE = ConstantDescs.CD_Throwable;
    static final ClassDesc OBJECTS = OBJECT.arrayType();
    static final ClassDesc STRINGS = STRING.arrayType();
    static final ClassDesc BOXED_LONG = ConstantDescs.CD_Long;
    static final ClassDesc BOXED_DOUBLE = ConstantDescs.CD_Double;
    static final ClassDesc BOXED_BOOLEAN = ConstantDescs.CD_Boolean;
    static final ClassDesc STRING_BUILDER = of(StringBuilder.class);
    static final ClassDesc ITERATOR = of(java.util.Iterator.class);
    static final ClassDesc ACTIVATION = of(org.arolang.runtime.execution.Activation.class);
    static final ClassDesc BODY = of(org.arolang.runtime.execution.Body.class);
    static final ClassDesc CONDITION = of(org.arolang.runtime.execution.HeaderCondition.class);
    static final ClassDesc PARALLEL_BODY = of(org.arolang.runtime.code.ParallelBody.class);
    static final ClassDesc PARALLEL = of(org.arolang.runtime.code.Parallel.class);
    static final ClassDesc OPERATION = of(org.arolang.runtime.action.Operation.class);
    static final ClassDesc FUNCTION = of(org.arolang.runtime.code.Function.class);
    static final ClassDesc SUPPLIER = of(org.arolang.runtime.code.Supplier.class);
    static final ClassDesc TEST = of(org.arolang.runtime.code.Test.class);
    static final ClassDesc PAIR_TEST = of(org.arolang.runtime.code.PairTest.class);
    static final ClassDesc PLACE = of(org.arolang.runtime.code.Place.class);
    static final ClassDesc PLACES = PLACE.arrayType();
    static final ClassDesc FAILURES = of(org.arolang.runtime.code.Failures.class);
    static final ClassDesc FAILURE = of(org.arolang.runtime.Failure.class);
    static final ClassDesc LOOPS = of(org.arolang.runtime.code.Loops.class);
    static final ClassDesc SCOPE = of(org.arolang.runtime.execution.Scope.class);
    static final ClassDesc ARITHMETIC = of(org.arolang.runtime.value.Arithmetic.class);
    static final ClassDesc EQUALITY = of(org.arolang.runtime.value.Equality.class);
    static final ClassDesc ORDERING = of(org.arolang.runtime.value.Ordering.class);
    static final ClassDesc CONTAINS = of(org.arolang.runtime.value.Contains.class);
    static final ClassDesc MATCHING = of(org.arolang.runtime.value.Matching.class);
    static final ClassDesc TRUTH = of(org.arolang.runtime.value.Truth.class);
    static final ClassDesc TEXT = of(org.arolang.runtime.value.Text.class);
    static final ClassDesc ACCESS = of(org.arolang.runtime.value.Access.class);
    static final ClassDesc LIST = of(org.arolang.runtime.value.ListValue.class);
    static final ClassDesc RECORD = of(org.arolang.runtime.value.ObjectValue.class);
    static final ClassDesc SHAPE = of(org.arolang.runtime.value.Shape.class);
    static final ClassDesc STEPPED = of(org.arolang.runtime.code.SteppedOperations.class);
    static final ClassDesc CELLS = of(org.arolang.runtime.code.Cells.class);
    static final ClassDesc SEGMENT = of(java.lang.foreign.MemorySegment.class);
    static final ClassDesc HANDOVER = of(Handover.class);
    static final ClassDesc RUNTIME_EXCEPTION = of(RuntimeException.class);

    private Types() {}

    static ClassDesc of(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    static ClassDesc of(Type type) {
        return switch (type) {
            case INTEGER -> LONG;
            case FLOAT -> DOUBLE;
            case BOOLEAN -> BOOLEAN;
            case VALUE -> OBJECT;
        };
    }

    static TypeKind kind(Type type) {
        return switch (type) {
            case INTEGER -> TypeKind.LONG;
            case FLOAT -> TypeKind.DOUBLE;
            case BOOLEAN -> TypeKind.INT;
            case VALUE -> TypeKind.REFERENCE;
        };
    }

    static MethodTypeDesc method(ClassDesc result, ClassDesc... parameters) {
        return MethodTypeDesc.of(result, parameters);
    }

    static MethodTypeDesc method(ClassDesc result, List<ClassDesc> parameters) {
        return MethodTypeDesc.of(result, parameters);
    }
}
