/** Recording the events of a run, and replaying them in another ([APP-140], [APP-141]). */
@NullMarked
package org.arolang.cli.recording;

import org.jspecify.annotations.NullMarked;
