package org.arolang.cli.testing;

import org.arolang.compiler.ProgramCompiler;
import org.arolang.compiler.code.Unit;
import org.arolang.compiler.jvm.JvmCompiler;
import org.arolang.language.tree.FeatureSet;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Body;
import org.jspecify.annotations.Nullable;

/** Makes a feature set's class when it runs first: a test calls few of an application's feature sets. */
final class CompiledWhenRun implements ProgramCompiler.BackEnd {

    @Override
    public Runnable compile(FeatureSet featureSet, Unit unit) {
        return new Runnable(new Lazy(unit), _ -> true);
    }

    private static final class Lazy implements Body {
        private final Unit unit;
        private volatile @Nullable Body body;

        Lazy(Unit unit) {
            this.unit = unit;
        }

        @Override
        public void run(Activation activation) {
            Body known = body;
            if (known == null) {
                synchronized (this) {
                    known = body;
                    if (known == null) {
                        known = JvmCompiler.load(JvmCompiler.compile(unit)).body();
                        body = known;
                    }
                }
            }
            known.run(activation);
        }
    }
}
