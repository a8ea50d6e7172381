/** From the executable form to JVM classes, through the class-file API. */
@NullMarked
package org.arolang.compiler.jvm;

import org.jspecify.annotations.NullMarked;
