@NullMarked
package org.arolang.cli.format;

import org.jspecify.annotations.NullMarked;
