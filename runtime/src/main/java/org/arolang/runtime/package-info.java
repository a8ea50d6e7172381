/** What a running ARO program is made of: values, actions, events, contracts. */
@NullMarked
package org.arolang.runtime;

import org.jspecify.annotations.NullMarked;
