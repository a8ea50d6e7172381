/** The actions that read, write and change files and directories (chapter 06, section 2). */
@NullMarked
package org.arolang.io.file;

import org.jspecify.annotations.NullMarked;
