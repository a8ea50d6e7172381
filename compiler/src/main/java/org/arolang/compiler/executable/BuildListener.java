package org.arolang.compiler.executable;

import java.nio.file.Path;

/** Hears how far a build is. Every method does nothing by default. */
public interface BuildListener {

    /** Something that later builds will find ready is being made, which takes a while. */
    default void preparing(String line) {
    }

    /** LLVM starts. */
    default void compiling() {
    }

    /** The IR text was written; it is deleted after a successful build that keeps no intermediate files. */
    default void irWritten(Path file) {
    }

    /** LLVM is done. */
    default void objectCreated() {
    }

    /** The linker starts. */
    default void linking() {
    }

    /** The executable is there, complete. */
    default void linked(Path executable) {
    }
}
