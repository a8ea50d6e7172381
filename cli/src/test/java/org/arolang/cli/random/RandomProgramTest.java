package org.arolang.cli.random;

import java.nio.file.Path;
import java.util.List;
import org.arolang.cli.random.ProgramRuns.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** [DEC-18] [APP-16] Generated programs do the same under {@code aro run} and as built programs: output, errors and exit code. */
@Tag("native")
class RandomProgramTest {

    @TempDir
    Path directory;

    @Test
    void builtProgramsDoWhatAroRunDoes() {
        ProgramRuns runs = new ProgramRuns(directory);
        Budget budget = new Budget(9);
        int programs = 0;
        int refused = 0;
        for (long seed = budget.firstSeed(); budget.goesOn(); seed++) {
            List<Piece> program = ProgramGenerator.program(seed);
            programs++;
            try {
                if (differs(runs, program)) {
                    report(runs, seed, program);
                }
            } catch (TestAbortedException error) {
                refused++;
            }
        }
        assertThat(refused).as("of %d programs, those with errors", programs).isLessThanOrEqualTo(programs / 4);
    }

    private static boolean differs(ProgramRuns runs, List<Piece> program) {
        String text = Piece.text(program);
        return !runs.runBuilt(text).equals(runs.run(text));
    }

    private static void report(ProgramRuns runs, long seed, List<Piece> program) {
        List<Piece> small = Shrinking.shrink(program, candidate -> {
            try {
                return differs(runs, candidate);
            } catch (TestAbortedException error) {
                return false;
            }
        });
        String text = Piece.text(small);
        Outcome interpreted = runs.run(text);
        Outcome built = runs.runBuilt(text);
        fail("seed %d\n%s\naro run: %s\nbuilt:   %s", seed, text, interpreted, built);
    }
}
