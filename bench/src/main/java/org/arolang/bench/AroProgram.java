package org.arolang.bench;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.arolang.cli.load.Loader;
import org.arolang.cli.load.Sources;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.source.SourceFile;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Console;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.execution.Outcome;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.value.ObjectValue;

/** A program that went the whole way of {@code aro run}, parsed, checked and compiled in this process; its output goes nowhere. */
final class AroProgram {

    /** What the checker needs and no benchmark uses. */
    private static final String START = "(Application-Start: Bench) {\n    Return an <OK: status> for the <application>.\n}\n\n";

    private final Application application;

    private AroProgram(Application application) {
        this.application = application;
    }

    /** The program of these feature sets. */
    static AroProgram of(String featureSets) {
        Path root = Path.of("").toAbsolutePath();
        Sources sources = Sources.of(root, "bench", List.of(new SourceFile("bench.aro", START + featureSets)), Set.of());
        Loader loader = Loader.of(sources);
        Options options = Options.of(root);
        for (Diagnostic diagnostic : loader.diagnostics(options.entryPoint())) {
            if (diagnostic.isError()) {
                throw new IllegalArgumentException(diagnostic.toString());
            }
        }
        return new AroProgram(loader.build(options, new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream())));
    }

    /** The feature set of this name. */
    FeatureSetCode featureSet(String name) {
        return application.program().stream().filter(code -> code.name().equals(name)).findFirst().orElseThrow();
    }

    /** Runs a feature set as an event does. */
    Response run(FeatureSetCode code, ObjectValue event) {
        Activation activation = new Activation(application, code, Trigger.binding(ContextName.EVENT, event), null);
        return switch (application.executor().runUnreported(activation)) {
            case Outcome.Completed completed -> completed.response();
            case Outcome.Failed failed -> throw new IllegalStateException(
                    failed.failure().site().sentence() + " " + failed.failure().failure().text(), failed.failure().failure());
        };
    }

    /** Publishes an event and waits for its handlers. */
    void emit(String type, ObjectValue payload) {
        application.events().emit(null, type, payload);
    }
}
