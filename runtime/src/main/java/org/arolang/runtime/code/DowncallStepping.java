package org.arolang.runtime.code;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Calls native functions through the foreign-function interface: for programs that no launcher of ours has started. */
public final class DowncallStepping implements Stepping {

    private static final MethodHandle STEP = Linker.nativeLinker()
            .downcallHandle(FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));

    @Override
    public int step(long function, long frame, int position) {
        try {
            return (int) STEP.invokeExact(MemorySegment.ofAddress(function), frame, position);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
