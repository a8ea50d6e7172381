/** What building an executable needs on this machine: LLVM's library and linker, taken out of a Maven artifact once and kept in a cache. */
@NullMarked
package org.arolang.compiler.toolchain;

import org.jspecify.annotations.NullMarked;
