package org.arolang.compiler;

import org.arolang.compiler.code.Unit;
import org.arolang.compiler.jvm.JvmCompiler;
import org.arolang.language.tree.FeatureSet;

/** Runs feature sets as JVM classes: {@code aro run}. */
public final class JvmBackEnd implements ProgramCompiler.BackEnd {

    @Override
    public Runnable compile(FeatureSet featureSet, Unit unit) {
        JvmCompiler.LoadedUnit loaded = JvmCompiler.load(JvmCompiler.compile(unit));
        return new Runnable(loaded.body(), loaded.condition());
    }
}
