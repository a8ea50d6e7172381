package org.arolang.compiler.code;

import java.util.List;
import org.arolang.language.source.SourceFile;
import org.arolang.runtime.code.Supplier;
import org.arolang.runtime.execution.FeatureSetCode.Effects;
import org.arolang.runtime.execution.FeatureSetCode.FreeName;
import org.arolang.runtime.execution.Site;
import org.jspecify.annotations.Nullable;

/**
 * A feature set, or a template, in executable form.
 *
 * @param name what the class is named after
 * @param entries variables that are bound before the first step runs
 * @param condition the header's condition, or null
 * @param freeNames published names that it reads
 */
public record Unit(
        String name,
        SourceFile file,
        List<Slot> slots,
        List<Entry> entries,
        List<Step> steps,
        @Nullable Condition condition,
        List<FreeName> freeNames,
        Effects effects) {

    /** A variable bound at entry, if the supplier has a value. */
    public record Entry(Slot slot, Supplier supplier) {}

    /** The header's condition and what its failures are reported as. */
    public record Condition(Code code, Site site) {}
}
