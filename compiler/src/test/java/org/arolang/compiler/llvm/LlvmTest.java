package org.arolang.compiler.llvm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.arolang.compiler.toolchain.NativeTools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Tag("native")
class LlvmTest {

    private static final String GOOD = """
        define i32 @step(ptr %frame, i32 %pc) {
        entry:
          %next = add nsw i32 %pc, 1
          ret i32 %next
        }
        """;

    private static Llvm llvm;

    @BeforeAll
    static void prepare() throws Exception {
        llvm = NativeTools.require().llvm();
    }

    @ParameterizedTest
    @EnumSource
    void makesAnObject(Optimization optimization) throws Exception {
        byte[] object = llvm.compile(GOOD, "good.ll", optimization);
        assertThat(object).startsWith(0x7f, 'E', 'L', 'F');
    }

    @Test
    void saysWhereTheTextIsWrong() {
        var error = catchThrowableOfType(LlvmException.class, () -> llvm.verify("""
            define i64 @f(i32 %x) {
              ret i64 %x
            }
            """, "bad.ll"));
        assertThat(error.step()).isEqualTo(LlvmException.Step.PARSE);
        assertThat(error).hasMessageStartingWith("bad.ll:2:11: error: '%x' defined with type 'i32' but expected 'i64'");
    }

    @Test
    void saysWhatTheVerifierRefuses() {
        var error = catchThrowableOfType(LlvmException.class, () -> llvm.compile("""
            define i32 @f(i1 %c) {
            entry:
              br i1 %c, label %a, label %b
            a:
              %x = add i32 1, 2
              br label %b
            b:
              ret i32 %x
            }
            """, "bad.ll", Optimization.NONE));
        assertThat(error.step()).isEqualTo(LlvmException.Step.VERIFY);
        assertThat(error).hasMessageContaining("Instruction does not dominate all uses");
    }

    @Test
    void acceptsDebugMetadataAndRefusesWrongOne() throws Exception {
        String debug = """
            define void @f() !dbg !3 {
              ret void, !dbg !6
            }
            !llvm.dbg.cu = !{!0}
            !llvm.module.flags = !{!7}
            !0 = distinct !DICompileUnit(language: DW_LANG_C, file: !1, producer: "aro", isOptimized: false, emissionKind: FullDebug)
            !1 = !DIFile(filename: "main.aro", directory: "/")
            !3 = distinct !DISubprogram(name: "f", scope: !1, file: !1, line: 1, type: !4, unit: !0, spFlags: DISPFlagDefinition)
            !4 = !DISubroutineType(types: !5)
            !5 = !{null}
            !6 = !DILocation(line: 2, column: 1, scope: SCOPE)
            !7 = !{i32 2, !"Debug Info Version", i32 3}
            """;
        byte[] object = llvm.compile(debug.replace("SCOPE", "!3"), "debug.ll", Optimization.NONE);
        assertThat(new String(object, StandardCharsets.ISO_8859_1)).contains(".debug_line");
        String wrong = debug.replace("SCOPE", "!4");
        assertThatThrownBy(() -> llvm.compile(wrong, "debug.ll", Optimization.NONE)).isInstanceOf(LlvmException.class)
                .hasMessageContaining("location requires a valid scope");
        // A module that is wrong in another way must not end the process either.
        String broken = debug.replace("SCOPE", "!3").replace("ret void,", "%x = add i32 %x, 1\n  ret void,");
        assertThatThrownBy(() -> llvm.compile(broken, "debug.ll", Optimization.NONE)).isInstanceOf(LlvmException.class)
                .hasMessageContaining("Only PHI nodes may reference their own value");
    }

    @Test
    void reportsErrorsOfTheCodeGeneratorInsteadOfExiting() {
        assertThatThrownBy(() -> llvm.compile("""
            define void @f() {
              call void asm sideeffect "nonsense", ""()
              ret void
            }
            """, "asm.ll", Optimization.NONE)).isInstanceOf(LlvmException.class).hasMessageContaining("nonsense");
    }

    @Test
    void compilesOnSeveralThreadsAtOnce() throws Exception {
        byte[] expected = llvm.compile(GOOD, "good.ll", Optimization.SPEED);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var results = new ArrayList<Future<byte[]>>();
            for (int i = 0; i < 24; i++) results.add(threads.submit(() -> llvm.compile(GOOD, "good.ll", Optimization.SPEED)));
            for (Future<byte[]> result : results) assertThat(result.get()).isEqualTo(expected);
        }
    }

    @Test
    void refusesALibraryThatCannotBeLoaded() {
        var error = catchThrowableOfType(LlvmException.class, () -> Llvm.load(Path.of("missing.so")));
        assertThat(error.step()).isEqualTo(LlvmException.Step.LOAD);
    }
}
