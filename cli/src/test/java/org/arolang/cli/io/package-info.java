@NullMarked
package org.arolang.cli.io;

import org.jspecify.annotations.NullMarked;
