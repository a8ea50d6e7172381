/** The contract: reading openapi.yaml, checking it, and what follows from it (chapter 05, section 2). */
@NullMarked
package org.arolang.web.contract;

import org.jspecify.annotations.NullMarked;
