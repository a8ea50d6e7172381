package org.arolang.compiler.llvm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.arolang.compiler.llvm.LlvmException.Step;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

/** One module in a context of its own. Used by one thread, closed by it. */
final class LlvmModule implements AutoCloseable {

    private static final int RETURN_STATUS = 2;
    private static final int CODE_LEVEL_DEFAULT = 2;
    private static final int RELOCATION_PIC = 2;
    private static final int CODE_MODEL_DEFAULT = 0;
    private static final int OBJECT_FILE = 1;
    private static final int SEVERITY_ERROR = 0;

    private final LlvmLibrary llvm;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment context;
    private final List<String> errors = new ArrayList<>();
    private MemorySegment module = NULL;

    LlvmModule(LlvmLibrary llvm, String ir, String name) throws LlvmException {
        this.llvm = llvm;
        try {
            context = (MemorySegment) llvm.contextCreate.invokeExact();
        } catch (Throwable e) {
            throw LlvmLibrary.unexpected(e);
        }
        try {
            handleDiagnostics();
            parse(ir, name);
        } catch (LlvmException e) {
            close();
            throw e;
        } catch (Throwable e) {
            close();
            throw LlvmLibrary.unexpected(e);
        }
    }

    /** Without a handler of ours LLVM prints to standard error, and ends the process at an error. */
    private void handleDiagnostics() throws Throwable {
        var handler = MethodHandles.lookup().bind(this, "diagnose",
                MethodType.methodType(void.class, MemorySegment.class, MemorySegment.class));
        MemorySegment stub = Linker.nativeLinker().upcallStub(handler, FunctionDescriptor.ofVoid(ADDRESS, ADDRESS), arena);
        llvm.contextSetDiagnosticHandler.invokeExact(context, stub, NULL);
    }

    /** Called by LLVM, always on the thread that called it. */
    @SuppressWarnings("unused")
    private void diagnose(MemorySegment diagnostic, MemorySegment ignored) {
        try {
            int severity = (int) llvm.diagnosticSeverity.invokeExact(diagnostic);
            String text = takeMessage((MemorySegment) llvm.diagnosticDescription.invokeExact(diagnostic));
            if (severity == SEVERITY_ERROR) errors.add(text);
        } catch (Throwable e) {
            errors.add(String.valueOf(e.getMessage()));
        }
    }

    private void parse(String ir, String name) throws Throwable {
        byte[] text = ir.getBytes(StandardCharsets.UTF_8);
        MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, text);
        var buffer = (MemorySegment) llvm.createMemoryBuffer.invokeExact(bytes, (long) text.length, arena.allocateFrom(name));
        MemorySegment result = arena.allocate(ADDRESS);
        MemorySegment message = arena.allocate(ADDRESS);
        // The parser takes the buffer over, whether it succeeds or not.
        int failed = (int) llvm.parseIr.invokeExact(context, buffer, result, message);
        if (failed != 0) throw new LlvmException(Step.PARSE, takeMessage(message.get(ADDRESS, 0)));
        module = result.get(ADDRESS, 0);
        throwErrors(Step.PARSE);
    }

    void verify() throws LlvmException {
        try {
            MemorySegment message = arena.allocate(ADDRESS);
            int failed = (int) llvm.verifyModule.invokeExact(module, RETURN_STATUS, message);
            String text = takeMessage(message.get(ADDRESS, 0));
            if (failed != 0) throw new LlvmException(Step.VERIFY, text);
            throwErrors(Step.VERIFY);
        } catch (LlvmException e) {
            throw e;
        } catch (Throwable e) {
            throw LlvmLibrary.unexpected(e);
        }
    }

    byte[] emit(Optimization optimization) throws LlvmException {
        try {
            MemorySegment machine = createMachine();
            try {
                optimize(machine, optimization);
                return emit(machine);
            } finally {
                llvm.disposeTargetMachine.invokeExact(machine);
            }
        } catch (LlvmException e) {
            throw e;
        } catch (Throwable e) {
            throw LlvmLibrary.unexpected(e);
        }
    }

    private MemorySegment createMachine() throws Throwable {
        MemorySegment triple = arena.allocateFrom(Llvm.TRIPLE);
        MemorySegment target = arena.allocate(ADDRESS);
        MemorySegment message = arena.allocate(ADDRESS);
        int failed = (int) llvm.targetFromTriple.invokeExact(triple, target, message);
        if (failed != 0) throw new LlvmException(Step.EMIT, takeMessage(message.get(ADDRESS, 0)));
        var machine = (MemorySegment) llvm.createTargetMachine.invokeExact(target.get(ADDRESS, 0), triple,
                arena.allocateFrom("x86-64"), arena.allocateFrom(""), CODE_LEVEL_DEFAULT, RELOCATION_PIC, CODE_MODEL_DEFAULT);
        llvm.setTarget.invokeExact(module, triple);
        var layout = (MemorySegment) llvm.createTargetDataLayout.invokeExact(machine);
        llvm.setDataLayout.invokeExact(module, layout);
        llvm.disposeTargetData.invokeExact(layout);
        return machine;
    }

    private void optimize(MemorySegment machine, Optimization optimization) throws Throwable {
        var options = (MemorySegment) llvm.createPassOptions.invokeExact();
        MemorySegment pipeline = arena.allocateFrom(optimization.pipeline());
        var error = (MemorySegment) llvm.runPasses.invokeExact(module, pipeline, machine, options);
        llvm.disposePassOptions.invokeExact(options);
        if (!error.equals(NULL)) {
            var message = (MemorySegment) llvm.errorMessage.invokeExact(error); // frees the error itself
            String text = text(message);
            llvm.disposeErrorMessage.invokeExact(message);
            throw new LlvmException(Step.OPTIMIZE, text);
        }
        throwErrors(Step.OPTIMIZE);
    }

    private byte[] emit(MemorySegment machine) throws Throwable {
        MemorySegment message = arena.allocate(ADDRESS);
        MemorySegment result = arena.allocate(ADDRESS);
        int failed = (int) llvm.emitToBuffer.invokeExact(machine, module, OBJECT_FILE, message, result);
        if (failed != 0) throw new LlvmException(Step.EMIT, takeMessage(message.get(ADDRESS, 0)));
        MemorySegment buffer = result.get(ADDRESS, 0);
        long size = (long) llvm.bufferSize.invokeExact(buffer);
        var start = (MemorySegment) llvm.bufferStart.invokeExact(buffer);
        byte[] object = start.reinterpret(size).toArray(JAVA_BYTE);
        llvm.disposeMemoryBuffer.invokeExact(buffer);
        throwErrors(Step.EMIT);
        return object;
    }

    private void throwErrors(Step step) throws LlvmException {
        if (!errors.isEmpty()) throw new LlvmException(step, String.join("\n", errors));
    }

    private String takeMessage(MemorySegment message) throws Throwable {
        if (message.equals(NULL)) return "";
        String text = text(message);
        llvm.disposeMessage.invokeExact(message);
        return text;
    }

    private static String text(MemorySegment message) {
        return message.reinterpret(Long.MAX_VALUE).getString(0);
    }

    @Override
    public void close() {
        try {
            if (!module.equals(NULL)) llvm.disposeModule.invokeExact(module);
            llvm.contextDispose.invokeExact(context);
        } catch (Throwable e) {
            throw LlvmLibrary.unexpected(e);
        } finally {
            arena.close();
        }
    }
}
