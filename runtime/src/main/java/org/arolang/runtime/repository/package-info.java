/** Repositories: records in order, what executions remember of them, and their files (chapter 04, sections 14 to 16). */
@NullMarked
package org.arolang.runtime.repository;

import org.jspecify.annotations.NullMarked;
