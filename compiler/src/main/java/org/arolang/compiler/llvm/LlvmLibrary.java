package org.arolang.compiler.llvm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/** The functions of LLVM's C interface that are used, bound once. The library stays loaded until the process ends. */
final class LlvmLibrary {

    private final SymbolLookup symbols;

    final MethodHandle contextCreate;
    final MethodHandle contextDispose;
    final MethodHandle contextSetDiagnosticHandler;
    final MethodHandle diagnosticDescription;
    final MethodHandle diagnosticSeverity;
    final MethodHandle createMemoryBuffer;
    final MethodHandle disposeMemoryBuffer;
    final MethodHandle bufferStart;
    final MethodHandle bufferSize;
    final MethodHandle parseIr;
    final MethodHandle verifyModule;
    final MethodHandle disposeModule;
    final MethodHandle setTarget;
    final MethodHandle setDataLayout;
    final MethodHandle targetFromTriple;
    final MethodHandle createTargetMachine;
    final MethodHandle disposeTargetMachine;
    final MethodHandle createTargetDataLayout;
    final MethodHandle disposeTargetData;
    final MethodHandle createPassOptions;
    final MethodHandle disposePassOptions;
    final MethodHandle runPasses;
    final MethodHandle errorMessage;
    final MethodHandle disposeErrorMessage;
    final MethodHandle disposeMessage;
    final MethodHandle emitToBuffer;

    LlvmLibrary(Path file) throws LlvmException {
        try {
            symbols = SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new LlvmException(LlvmException.Step.LOAD, "LLVM cannot be loaded from " + file
                    + ". It needs glibc 2.34 or newer, libstdc++ and zlib on this system.");
        }
        contextCreate = function("LLVMContextCreate", ADDRESS);
        contextDispose = procedure("LLVMContextDispose", ADDRESS);
        contextSetDiagnosticHandler = procedure("LLVMContextSetDiagnosticHandler", ADDRESS, ADDRESS, ADDRESS);
        diagnosticDescription = function("LLVMGetDiagInfoDescription", ADDRESS, ADDRESS);
        diagnosticSeverity = function("LLVMGetDiagInfoSeverity", JAVA_INT, ADDRESS);
        createMemoryBuffer = function("LLVMCreateMemoryBufferWithMemoryRangeCopy", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
        disposeMemoryBuffer = procedure("LLVMDisposeMemoryBuffer", ADDRESS);
        bufferStart = function("LLVMGetBufferStart", ADDRESS, ADDRESS);
        bufferSize = function("LLVMGetBufferSize", JAVA_LONG, ADDRESS);
        parseIr = function("LLVMParseIRInContext", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        verifyModule = function("LLVMVerifyModule", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
        disposeModule = procedure("LLVMDisposeModule", ADDRESS);
        setTarget = procedure("LLVMSetTarget", ADDRESS, ADDRESS);
        setDataLayout = procedure("LLVMSetModuleDataLayout", ADDRESS, ADDRESS);
        targetFromTriple = function("LLVMGetTargetFromTriple", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        createTargetMachine = function("LLVMCreateTargetMachine",
                ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
        disposeTargetMachine = procedure("LLVMDisposeTargetMachine", ADDRESS);
        createTargetDataLayout = function("LLVMCreateTargetDataLayout", ADDRESS, ADDRESS);
        disposeTargetData = procedure("LLVMDisposeTargetData", ADDRESS);
        createPassOptions = function("LLVMCreatePassBuilderOptions", ADDRESS);
        disposePassOptions = procedure("LLVMDisposePassBuilderOptions", ADDRESS);
        runPasses = function("LLVMRunPasses", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        errorMessage = function("LLVMGetErrorMessage", ADDRESS, ADDRESS);
        disposeErrorMessage = procedure("LLVMDisposeErrorMessage", ADDRESS);
        disposeMessage = procedure("LLVMDisposeMessage", ADDRESS);
        emitToBuffer = function("LLVMTargetMachineEmitToMemoryBuffer", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
        setOptions();
        for (String part : new String[]{"TargetInfo", "Target", "TargetMC", "AsmPrinter", "AsmParser"}) {
            initialize("LLVMInitializeX86" + part);
        }
    }

    /**
     * Without this the parser itself checks a module that has debug metadata: it prints what is wrong to standard error and
     * aborts the process. The check is ours to make.
     */
    private void setOptions() throws LlvmException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment arguments = arena.allocate(ADDRESS, 2);
            arguments.setAtIndex(ADDRESS, 0, arena.allocateFrom("aro"));
            arguments.setAtIndex(ADDRESS, 1, arena.allocateFrom("-disable-auto-upgrade-debug-info"));
            procedure("LLVMParseCommandLineOptions", JAVA_INT, ADDRESS, ADDRESS).invokeExact(2, arguments, MemorySegment.NULL);
        } catch (LlvmException e) {
            throw e;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private void initialize(String name) throws LlvmException {
        try {
            procedure(name).invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) throws LlvmException {
        return bind(name, FunctionDescriptor.of(result, parameters));
    }

    private MethodHandle procedure(String name, MemoryLayout... parameters) throws LlvmException {
        return bind(name, FunctionDescriptor.ofVoid(parameters));
    }

    private MethodHandle bind(String name, FunctionDescriptor descriptor) throws LlvmException {
        MemorySegment address = symbols.find(name).orElse(null);
        if (address == null) {
            throw new LlvmException(LlvmException.Step.LOAD, "The LLVM library lacks the function " + name + ".");
        }
        return Linker.nativeLinker().downcallHandle(address, descriptor);
    }

    /** A downcall itself throws nothing: whatever arrives is ours or the machine's own error. */
    static RuntimeException unexpected(Throwable e) {
        if (e instanceof Error error) throw error;
        if (e instanceof RuntimeException exception) return exception;
        return new IllegalStateException(e);
    }
}
