@NullMarked
package org.arolang.cli.watch;

import org.jspecify.annotations.NullMarked;
