package org.arolang.compiler.executable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.arolang.compiler.executable.NativeBuildException.Phase;
import org.arolang.compiler.llvm.Optimization;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** From IR to an executable, and what the executable does. */
@Tag("native")
class NativeBuildTest {

    private static Builds builds;

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private Map<String, String> environment = Map.of();

    @BeforeAll
    static void prepare() throws Exception {
        builds = Builds.require();
    }

    @BeforeEach
    void environment() {
        environment = Map.of("ARO_CACHE_DIR", shared.resolve("cache").toString());
    }

    @Test
    void runsTheProgram() throws Exception {
        Path program = builds.sample(directory.resolve("deep/er/app"));
        assertThat(Run.of(environment, program, "a", "ä€😀", ""))
                .isEqualTo(new Run(0, "hello 42 archive [a, ä€😀, ]\n", ""));
        try (Stream<Path> files = Files.list(program.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("app", ".build");
        }
        assertThat(program.resolveSibling(".build")).isEmptyDirectory();
    }

    @Test
    void usesTheStartupCache() throws Exception {
        Path program = builds.sample(directory.resolve("app"));
        var strict = new HashMap<>(environment);
        strict.put("ARO_JAVA_OPTS", "-XX:AOTMode=on");
        assertThat(Run.of(strict, program).exitCode()).isZero();
        strict.put("ARO_JAVA_OPTS", "-XX:AOTMode=on -XX:-UseCompressedOops"); // shows that the strict mode is strict
        assertThat(Run.of(strict, program).exitCode()).isEqualTo(1);
    }

    @Test
    void passesExitCodesOn() throws Exception {
        Path program = builds.sample(directory.resolve("app"));
        assertThat(Run.of(environment, program, "exit", "7").exitCode()).isEqualTo(7);
        Run thrown = Run.of(environment, program, "throw");
        assertThat(thrown.exitCode()).isEqualTo(1);
        assertThat(thrown.errors()).contains("IllegalStateException: oops");
    }

    @Test
    void runsShutdownHooksOnSigterm() throws Exception {
        Path program = builds.sample(directory.resolve("app"));
        try (var running = Run.start(environment, Run.command(program, "wait"))) {
            running.awaitOutput("waiting");
            running.process().destroy();
            Run run = running.end();
            assertThat(run.exitCode()).isEqualTo(143);
            assertThat(run.output()).endsWith("hook\n");
        }
    }

    @Test
    void ignoresOptionsForOtherJavaProgramsButLeavesThemInTheEnvironment() throws Exception {
        Path program = builds.sample(directory.resolve("app"));
        for (String name : List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")) {
            var polluted = new HashMap<>(environment);
            polluted.put(name, "-Dpollution=yes");
            polluted.put("X" + name.substring(1), "other");
            assertThat(Run.of(polluted, program, "print", name, "pollution"))
                    .isEqualTo(new Run(0, "hello 42 archive [print, " + name + ", pollution]\n-Dpollution=yes null\n", ""));
        }
    }

    @Test
    void takesJavaOptionsFromItsOwnVariable() throws Exception {
        Path program = builds.sample(directory.resolve("app"));
        var chosen = new HashMap<>(environment);
        chosen.put("ARO_JAVA_OPTS", "  -Dmine=1   -Dyours=2 ");
        assertThat(Run.of(chosen, program, "print", "HOME", "yours").output()).endsWith("null 2\n");
        chosen.put("ARO_JAVA_OPTS", "-XX:Nonsense");
        Run refused = Run.of(chosen, program);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("Nonsense").contains("ARO_JAVA_OPTS");
    }

    @Test
    void speaksUtf8WithoutALocale() throws Exception {
        Path program = builds.sample(directory.resolve("app"));
        for (Map<String, String> locale : List.of(Map.<String, String>of(), Map.of("LC_ALL", "C"), Map.of("LANG", "POSIX"))) {
            var bare = new HashMap<>(environment);
            bare.putAll(locale);
            assertThat(Run.of(bare, program, "path", "/tmp/ä€").output()).endsWith("\nä€\n");
            assertThat(Run.of(bare, program, "print", "LC_ALL", "x").output()).endsWith("\n" + locale.get("LC_ALL") + " null\n");
            assertThat(Run.of(bare, program, "print", "LC_CTYPE", "x").output()).endsWith("\nnull null\n");
        }
    }

    @Test
    void asksForAnOldCLibraryOnly() throws Exception {
        Path program = builds.sample(directory.resolve("app"));
        try (var content = Files.newInputStream(program)) {
            var versions = Pattern.compile("GLIBC_2\\.(\\d+)").matcher(new String(content.readNBytes(8192), StandardCharsets.ISO_8859_1));
            var minors = new ArrayList<Integer>();
            while (versions.find()) minors.add(Integer.parseInt(versions.group(1)));
            assertThat(minors).isNotEmpty().allSatisfy(minor -> assertThat(minor).isLessThanOrEqualTo(17));
        }
    }

    @Test
    void callsTheMathLibraryWhenTheProgramDoes() throws Exception {
        String ir = """
            declare double @pow(double, double)
            define internal i32 @step(ptr %frame, i32 %pc) {
            entry:
              %base = sitofp i32 %pc to double
              %square = call double @pow(double %base, double 2.0)
              %rest = frem double %square, 1000.0
              %result = fptosi double %rest to i32
              ret i32 %result
            }
            @aro_functions = constant [1 x ptr] [ptr @step]
            """;
        Path program = builds.sample(directory.resolve("app"), ir, new BuildRequest.Options(Optimization.SPEED, true, false, false));
        assertThat(Run.of(environment, program).output()).startsWith("hello 681 ");
    }

    @Test
    void runsWithItsRuntimeBesideIt() throws Exception {
        var options = new BuildRequest.Options(Optimization.SIZE, true, false, true);
        Path program = builds.sample(directory.resolve("app"), SampleProgram.IR, options);
        assertThat(Files.size(program)).isLessThan(200_000);
        assertThat(directory.resolve("app.runtime/rt/legal/java.base/LICENSE")).exists();
        Path moved = Files.createDirectory(directory.resolve("moved"));
        Files.move(program, moved.resolve("app"));
        Run alone = Run.of(environment, moved.resolve("app"));
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.errors()).startsWith("Error: the directory " + moved.resolve("app.runtime"));
        Files.move(directory.resolve("app.runtime"), moved.resolve("app.runtime"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), moved.resolve("app"));
        assertThat(Run.of(Map.of(), link)).isEqualTo(new Run(0, "hello 42 archive []\n", ""));
    }

    @Test
    void keepsIntermediateFilesWhenAsked() throws Exception {
        builds.sample(directory.resolve("app.exe"), SampleProgram.IR, new BuildRequest.Options(Optimization.NONE, false, true, false));
        assertThat(directory.resolve(".build/app.ll")).hasContent(SampleProgram.IR);
        assertThat(directory.resolve(".build/app.o")).exists();
    }

    @Test
    void emitsIrOnly() throws Exception {
        Path output = directory.resolve("app");
        var request = Builds.request(output, SampleProgram.IR, BuildRequest.Options.PLAIN);
        assertThat(builds.build().emitIr(request, Builds.SILENT)).hasContent(SampleProgram.IR)
                .isEqualTo(directory.resolve(".build/app.ll"));
        assertThat(output).doesNotExist();
    }

    @Test
    void leavesTheOldFileWhenABuildFails() throws Exception {
        Path output = Files.writeString(directory.resolve("app"), "old");
        var bad = catchThrowableOfType(NativeBuildException.class,
                () -> builds.sample(output, "define nonsense", BuildRequest.Options.PLAIN));
        assertThat(bad.phase()).isEqualTo(Phase.EMISSION);
        assertThat(bad).hasMessageStartingWith("app.ll:1:8: error:");
        assertThat(bad.ir()).hasValueSatisfying(file -> assertThat(file).hasContent("define nonsense"));

        String incomplete = "declare void @missing()\ndefine void @f() { call void @missing() ret void }\n@aro_functions = constant [1 x ptr] [ptr @f]\n";
        var unlinked = catchThrowableOfType(NativeBuildException.class,
                () -> builds.sample(output, incomplete, BuildRequest.Options.PLAIN));
        assertThat(unlinked.phase()).isEqualTo(Phase.LINKING);
        assertThat(unlinked).hasMessageContaining("undefined symbol: missing");
        assertThat(output).hasContent("old");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("app", ".build");
        }
    }
}
