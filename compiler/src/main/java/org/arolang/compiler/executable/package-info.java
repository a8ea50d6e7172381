/** {@code aro build} below the language: from LLVM IR and a program's archive to a standalone executable. */
@NullMarked
package org.arolang.compiler.executable;

import org.jspecify.annotations.NullMarked;
