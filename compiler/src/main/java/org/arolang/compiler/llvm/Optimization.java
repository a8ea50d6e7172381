package org.arolang.compiler.llvm;

/** How hard LLVM tries. */
public enum Optimization {

    /** Little work: values move from memory into registers and the simplest redundancies go. Compiles in a few milliseconds. */
    NONE("function(sroa,early-cse,instcombine<no-verify-fixpoint>,simplifycfg)"),

    /** LLVM's level 2. */
    SPEED("default<O2>"),

    /** LLVM's size level. */
    SIZE("default<Os>");

    private final String pipeline;

    Optimization(String pipeline) {
        this.pipeline = pipeline;
    }

    /** The passes, in the notation of LLVM's pass builder. */
    String pipeline() {
        return pipeline;
    }
}
