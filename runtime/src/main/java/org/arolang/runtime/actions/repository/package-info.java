/** Actions on repositories and other collections: storing, retrieving, removing. */
@NullMarked
package org.arolang.runtime.actions.repository;

import org.jspecify.annotations.NullMarked;
