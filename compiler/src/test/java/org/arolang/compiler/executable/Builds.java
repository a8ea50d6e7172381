package org.arolang.compiler.executable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.arolang.compiler.llvm.Optimization;
import org.arolang.compiler.payload.Payload;
import org.arolang.compiler.payload.PayloadSpec;
import org.arolang.compiler.payload.Training;
import org.arolang.compiler.toolchain.NativeTools;

/** Builds executables from {@link SampleProgram}, with one small payload for all tests. */
final class Builds {

    static final BuildListener SILENT = new BuildListener() {
    };

    private final NativeBuild build;
    private final Payload payload;

    private Builds(NativeBuild build, Payload payload) {
        this.build = build;
        this.payload = payload;
    }

    static Builds require() throws Exception {
        NativeTools.require();
        NativeBuild build = NativeBuild.prepare(NativeTools.CACHE, System.getenv(), SILENT);
        var training = new Training(SampleProgram.IR, "training".getBytes(StandardCharsets.UTF_8), List.of());
        var spec = new PayloadSpec("test", jar(), List.of(), false, List.of("java.base"), PayloadSpec.JVM_OPTIONS,
                SampleProgram.class.getName(),
                1,
                training);
        return new Builds(build, build.payload(spec, SILENT));
    }

    NativeBuild build() {
        return build;
    }

    Payload payload() {
        return payload;
    }

    Path sample(Path output) throws Exception {
        return sample(output, SampleProgram.IR, new BuildRequest.Options(Optimization.NONE, false, false, false));
    }

    Path sample(Path output, String ir, BuildRequest.Options options) throws Exception {
        build.build(request(output, ir, options), payload, SILENT);
        return output;
    }

    static BuildRequest request(Path output, String ir, BuildRequest.Options options) {
        return new BuildRequest(ir, "archive".getBytes(StandardCharsets.UTF_8), output, output.resolveSibling(".build"), options);
    }

    /** A jar with the sample program, the same bytes each time: the payload is then found again. */
    private static Path jar() throws IOException {
        Path file = Path.of("target/sample-program.jar").toAbsolutePath();
        String name = SampleProgram.class.getName().replace('.', '/') + ".class";
        try (var jar = new ZipOutputStream(Files.newOutputStream(file));
                InputStream content = SampleProgram.class.getResourceAsStream("/" + name)) {
            var entry = new ZipEntry(name);
            entry.setTime(1_000_000_000_000L);
            jar.putNextEntry(entry);
            jar.write(content.readAllBytes());
        }
        return file;
    }
}
