/** Recordings written and replayed by whole runs. */
@NullMarked
package org.arolang.cli.recording;

import org.jspecify.annotations.NullMarked;
