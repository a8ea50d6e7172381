package org.arolang.compiler.llvm;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * LLVM, loaded into this process. Any number of threads may compile at once: each module has a context of its own.
 */
public final class Llvm {

    /** The only system that executables are made for. */
    public static final String TRIPLE = "x86_64-unknown-linux-gnu";

    private static final ConcurrentMap<Path, Llvm> LOADED = new ConcurrentHashMap<>();

    private final LlvmLibrary library;

    private Llvm(LlvmLibrary library) {
        this.library = library;
    }

    /**
     * Loads the library, once for each file.
     *
     * @throws LlvmException the file is no usable LLVM library of at least version 15
     */
    public static Llvm load(Path libraryFile) throws LlvmException {
        Path file = libraryFile.toAbsolutePath().normalize();
        Llvm loaded = LOADED.get(file);
        if (loaded != null) return loaded;
        synchronized (LOADED) {
            loaded = LOADED.get(file);
            if (loaded == null) {
                loaded = new Llvm(new LlvmLibrary(file));
                LOADED.put(file, loaded);
            }
            return loaded;
        }
    }

    /**
     * Reads a module without making code of it.
     *
     * @param name  stands in front of the places in LLVM's messages
     * @throws LlvmException the text does not parse, or the module is not consistent
     */
    public void verify(String ir, String name) throws LlvmException {
        try (LlvmModule module = new LlvmModule(library, ir, name)) {
            module.verify();
        }
    }

    /**
     * Turns a module's text into an object file: position-independent code for any x86-64 processor.
     *
     * @param name  stands in front of the places in LLVM's messages
     * @return the bytes of the ELF object
     * @throws LlvmException LLVM's refusal; nothing is printed
     */
    public byte[] compile(String ir, String name, Optimization optimization) throws LlvmException {
        try (LlvmModule module = new LlvmModule(library, ir, name)) {
            module.verify();
            return module.emit(optimization);
        }
    }
}
