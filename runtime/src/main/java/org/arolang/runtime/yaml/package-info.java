/** YAML as programs and store files read and write it (chapter 06, section 3.3). */
@NullMarked
package org.arolang.runtime.yaml;

import org.jspecify.annotations.NullMarked;
