/** Benchmarks. */
@NullMarked
package org.arolang.bench;

import org.jspecify.annotations.NullMarked;
