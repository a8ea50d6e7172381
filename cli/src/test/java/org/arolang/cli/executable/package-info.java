/** Built programs as those who receive them run them: one file, and nothing else. */
@NullMarked
package org.arolang.cli.executable;

import org.jspecify.annotations.NullMarked;
