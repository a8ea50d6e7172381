@NullMarked
package org.arolang.cli.command;

import org.jspecify.annotations.NullMarked;
