package org.arolang.cli.random;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.arolang.cli.random.ProgramRuns.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * [DEC-18] [APP-16] Generated programs do the same under {@code aro run} and as built programs: output, errors and exit code. And they do
 * the same however they are compiled.
 */
@Tag("native")
class RandomProgramTest {

    @TempDir
    Path directory;

    @Test
    void builtProgramsDoWhatAroRunDoes() {
        ProgramRuns runs = new ProgramRuns(directory);
        check(6, program -> {
            String text = Variant.PLAIN.text(program);
            return new Pair(runs.runBuilt(text), runs.run(text));
        });
    }

    @Test
    void programsDoTheSameWithBoxedVariables() {
        ProgramRuns runs = new ProgramRuns(directory);
        check(2, program -> new Pair(
                runs.run(Variant.BOXED.text(program)).withoutPlaces(), runs.run(Variant.PLAIN.text(program)).withoutPlaces()));
    }

    @Test
    void largeProgramsDoTheSame() {
        ProgramRuns runs = new ProgramRuns(directory);
        check(1, program -> {
            String large = Variant.LARGE.text(program);
            Outcome plain = runs.run(Variant.PLAIN.text(program)).withoutPlaces();
            Outcome interpreted = runs.run(large).withoutPlaces();
            return new Pair(interpreted.equals(plain) ? runs.runBuilt(large).withoutPlaces() : interpreted, plain);
        });
    }

    /** What two runs of a program did. */
    private record Pair(Outcome one, Outcome other) {
        boolean differs() {
            return !one.equals(other);
        }
    }

    private static void check(int seconds, Function<List<Piece>, Pair> runs) {
        Budget budget = new Budget(seconds);
        int programs = 0;
        int refused = 0;
        for (long seed = budget.firstSeed(); budget.goesOn(); seed++) {
            List<Piece> program = ProgramGenerator.program(seed);
            programs++;
            try {
                if (runs.apply(program).differs()) {
                    report(seed, program, runs);
                }
            } catch (TestAbortedException error) {
                refused++;
            }
        }
        assertThat(refused).as("of %d programs, those with errors", programs).isLessThanOrEqualTo(programs / 4);
    }

    private static void report(long seed, List<Piece> program, Function<List<Piece>, Pair> runs) {
        List<Piece> small = Shrinking.shrink(program, candidate -> {
            try {
                return runs.apply(candidate).differs();
            } catch (TestAbortedException error) {
                return false;
            }
        });
        Pair pair = runs.apply(small);
        fail("seed %d%n%s%n%s%n%n%s", seed, Variant.PLAIN.text(small), pair.one(), pair.other());
    }
}
