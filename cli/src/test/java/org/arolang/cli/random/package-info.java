/** Tests with generated programs. Each is made from a seed, which a failure names. */
@NullMarked
package org.arolang.cli.random;

import org.jspecify.annotations.NullMarked;
