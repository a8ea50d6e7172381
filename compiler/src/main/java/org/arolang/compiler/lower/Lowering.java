package org.arolang.compiler.lower;

import org.arolang.compiler.code.Unit;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.FeatureSet;

/** From the checked tree to the executable form. */
public final class Lowering {

    private Lowering() {}

    /**
     * The executable form of {@code featureSet}, which has no errors. Deterministic: the same source gives the same steps and slots.
     */
    public static Unit lower(LoweringContext context, SourceFile file, FeatureSet featureSet) {
        return FeatureSetLowering.lower(context, file, featureSet);
    }
}
