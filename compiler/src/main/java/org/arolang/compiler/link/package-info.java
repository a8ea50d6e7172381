/** From object files, a payload and a program's archive to one executable, with the bundled linker and no C library at hand. */
@NullMarked
package org.arolang.compiler.link;

import org.jspecify.annotations.NullMarked;
