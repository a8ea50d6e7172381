/**
 * From the executable form to native code: each feature set becomes a function in LLVM IR that runs control flow and arithmetic and returns
 * the number of the operation that the runtime is to perform next.
 */
@NullMarked
package org.arolang.compiler.stepper;

import org.jspecify.annotations.NullMarked;
