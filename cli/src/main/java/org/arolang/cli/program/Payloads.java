package org.arolang.cli.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.arolang.cli.Main;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.LoadError;
import org.arolang.compiler.payload.PayloadSpec;

/** The runtime payloads that executables get: each is made once for an installation of ARO. */
final class Payloads {

    private static final String MAIN = "org.arolang.cli.NativeMain";

    /** Beginnings of the names of classes that only serve HTTP. */
    private static final List<String> WEB = List.of("io/vertx/", "io/netty/", "META-INF/native/libnetty", "META-INF/vertx");

    private final Surroundings around;

    Payloads(Surroundings around) {
        this.around = around;
    }

    /** The runtime for every program. */
    PayloadSpec standard() {
        return spec("standard", List.of(), true, PayloadSpec.FAST, new SampleProgram(around, true));
    }

    /** The smallest runtime, for programs that serve HTTP or do not. */
    PayloadSpec small(boolean serves) {
        return serves
                ? spec("small", List.of(), false, PayloadSpec.STRONG, new SampleProgram(around, true))
                : spec("console", WEB, false, PayloadSpec.STRONG, new SampleProgram(around, false));
    }

    private PayloadSpec spec(String name, List<String> without, boolean keepDebug, int level, SampleProgram sample) {
        List<String> excluded = new ArrayList<>(PayloadSpec.EXCLUDED);
        excluded.addAll(without);
        return new PayloadSpec(
                name, jar(), excluded, keepDebug, PayloadSpec.MODULES, PayloadSpec.JVM_OPTIONS, MAIN, level, sample.training());
    }

    /** The jar this runs from. */
    private Path jar() {
        String named = around.environment().get("ARO_LIB_PATH");
        try {
            Path file = named != null && !named.isEmpty()
                    ? Path.of(named)
                    : Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (file.toString().endsWith(".jar")) {
                return file;
            }
        } catch (java.net.URISyntaxException _) {
            // told below
        }
        throw new LoadError("Error: Runtime payload not found.");
    }
}
