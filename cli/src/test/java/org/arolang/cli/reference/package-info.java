/** The language reference that is generated from the actions' declarations, and the test of their examples. */
@NullMarked
package org.arolang.cli.reference;

import org.jspecify.annotations.NullMarked;
