/** LLVM as a library: from LLVM IR text to an object file, in this process, through the foreign-function interface. */
@NullMarked
package org.arolang.compiler.llvm;

import org.jspecify.annotations.NullMarked;
