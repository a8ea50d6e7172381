/** The snippet suite: programs beside what they print. See CONTRIBUTING.md. */
@NullMarked
package org.arolang.cli.snippet;

import org.jspecify.annotations.NullMarked;
