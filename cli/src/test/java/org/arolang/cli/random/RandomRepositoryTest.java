package org.arolang.cli.random;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.arolang.cli.random.ProgramRuns.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * [APP-98] [APP-103] [APP-114] [APP-125] [APP-127] [DEC-1] [DEC-2] Repositories under concurrent statements: workers, iterations of a
 * parallel loop and handlers of one event, store, replace and delete records of their own in the same repository. No write is lost, no id is
 * there twice, and the records of each worker are in the order in which it stored them.
 */
@Tag("native")
class RandomRepositoryTest {

    private static final int ITERATIONS = 5;
    private static final int HANDLERS = 3;
    private static final int STATEMENTS = 25;
    private static final int KEPT = 5;

    @TempDir
    Path directory;

    @Test
    void keepWhatWorkersStore() {
        ProgramRuns runs = new ProgramRuns(directory);
        Budget budget = new Budget(2);
        for (long seed = budget.firstSeed(); budget.goesOn(); seed++) {
            Generated generated = new Generated(seed);
            String program = generated.program();
            generated.check(runs.run(program), "aro run, seed " + seed + "\n" + program);
            generated.check(runs.runBuilt(program), "built, seed " + seed + "\n" + program);
        }
    }

    /** A program, and for each worker the records that it leaves: their numbers by their ids, oldest first. */
    private static final class Generated {

        private final SplittableRandom random;
        private final List<Map<String, Integer>> left = new ArrayList<>();
        private final List<Integer> posts = new ArrayList<>();
        private int number;

        Generated(long seed) {
            this.random = new SplittableRandom(seed);
        }

        String program() {
            StringBuilder handlers = new StringBuilder();
            StringBuilder cases = new StringBuilder();
            List<String> workers = new ArrayList<>(List.of("-1"));
            cases.append("            case _ where <w> < 0 { Emit a <Go: event> with {}. }\n");
            for (int worker = 0; worker < ITERATIONS; worker++) {
                workers.add(String.valueOf(worker));
                cases.append("            case ").append(worker).append(" {\n").append(statements(worker)).append("            }\n");
            }
            for (int worker = ITERATIONS; worker < ITERATIONS + HANDLERS; worker++) {
                // A handler that may wait runs beside the others.
                handlers.append("(Work %d: Go Handler) {\n    Sleep the <nap> for 1 milliseconds.\n".formatted(worker))
                        .append(statements(worker))
                        .append("    Return an <OK: status> for the <work>.\n}\n");
            }
            return """
                (Application-Start: Workers) {
                    parallel for each <w> in %s with <concurrency: 8> {
                        match <w> {
                %s            }
                    }
                    Retrieve the <items> from the <item-repository>.
                    for each <item> in <items> {
                        Log "item ${<item: worker>} ${<item: id>} ${<item: n>}" to the <console>.
                    }
                    Retrieve the <board> from the <board-repository>.
                    for each <post> in <board> {
                        Compute the <key: hash> from the <post: id>.
                        Log "post ${<post: worker>} ${<post: n>} ${<key>}" to the <console>.
                    }
                    Return an <OK: status> for the <application>.
                }
                %s""".formatted(workers, cases, handlers);
        }

        private String statements(int worker) {
            Map<String, Integer> records = new LinkedHashMap<>();
            StringBuilder text = new StringBuilder();
            int posted = 0;
            for (int i = 0; i < STATEMENTS; i++) {
                number++;
                String id = worker + "-" + random.nextInt(8);
                switch (random.nextInt(worker < ITERATIONS ? 8 : 9)) {
                    case 0, 1, 2 -> {
                        text.append("""
                                Create the <r%1$d> with { id: "%2$s", worker: %3$d, n: %1$d }.
                                Store the <r%1$d> into the <item-repository>.
                                Retrieve the <back%1$d> from the <item-repository> where id is "%2$s".
                                Log "lost %2$s" to the <console> when not (<back%1$d: n> == %1$d).
                            """.formatted(number, id, worker));
                        records.put(id, number);
                    }
                    case 3 -> {
                        text.append("    Delete the <gone%d> from the <item-repository> where id is \"%s\".\n".formatted(number, id));
                        records.remove(id);
                    }
                    case 4 -> {
                        int limit = number - random.nextInt(1, 20);
                        text.append("    Delete the <gone%d> from the <item-repository> where worker is %d and n < %d.\n"
                                .formatted(number, worker, limit));
                        records.values().removeIf(n -> n < limit);
                    }
                    case 5 -> {
                        String other = worker + "-" + random.nextInt(8, 12);
                        text.append("""
                                Create the <list%1$d> with [{ id: "%2$s", worker: %4$d, n: %1$d }, { id: "%3$s", worker: %4$d, n: %1$d }].
                                Store the <list%1$d> into the <item-repository>.
                            """.formatted(number, id, other, worker));
                        records.put(id, number);
                        records.put(other, number);
                    }
                    case 6, 7 -> text.append("""
                            Create the <post%1$d> with { worker: %2$d, n: %3$d }.
                            Store the <post%1$d> into the <board-repository>.
                        """.formatted(number, worker, posted++));
                    // Only in handlers: iterations are one execution, which may remove what it has stored itself ([APP-153]).
                    default -> text.append("""
                            Retrieve the <all%1$d> from the <board-repository>.
                            Extract the <kept%1$d: 0-%2$d> from the <all%1$d>.
                            Clear the <everything%1$d> from the <board-repository>.
                            Store the <kept%1$d> into the <board-repository>.
                        """.formatted(number, KEPT - 1));
                }
            }
            left.add(records);
            posts.add(posted);
            return text.toString();
        }

        void check(Outcome outcome, String description) {
            assertThat(outcome.error()).as(description).isEmpty();
            List<String> lines = outcome.output().lines().toList();
            assertThat(lines).as(description).noneMatch(line -> line.startsWith("lost"));
            List<String> items = lines.stream().filter(line -> line.startsWith("item")).toList();
            int all = 0;
            for (int worker = 0; worker < left.size(); worker++) {
                String prefix = "item " + worker + " ";
                List<String> expected = new ArrayList<>();
                left.get(worker).forEach((id, n) -> expected.add(prefix + id + " " + n));
                assertThat(items.stream().filter(line -> line.startsWith(prefix)).toList()).as(description).isEqualTo(expected);
                all += expected.size();
            }
            assertThat(items).as(description).hasSize(all);
            checkBoard(lines.stream().filter(line -> line.startsWith("post")).map(line -> line.split(" ")).toList(), description);
        }

        /** The newest posts are there, none of a worker's between them is missing, and they are in order. */
        private void checkBoard(List<String[]> board, String description) {
            int total = posts.stream().mapToInt(Integer::intValue).sum();
            assertThat(board.size()).as(description).isBetween(Math.min(KEPT, total), total);
            assertThat(board.stream().map(post -> post[3]).toList()).as(description).doesNotHaveDuplicates();
            int[] next = posts.stream().mapToInt(Integer::intValue).toArray();
            for (int i = board.size() - 1; i >= 0; i--) {
                int worker = Integer.parseInt(board.get(i)[1]);
                int n = Integer.parseInt(board.get(i)[2]);
                if (board.size() - i <= KEPT) {
                    assertThat(n).as("post %d of worker %d\n%s", n, worker, description).isEqualTo(next[worker] - 1);
                } else {
                    assertThat(n).as("post %d of worker %d\n%s", n, worker, description).isLessThan(next[worker]);
                }
                next[worker] = n;
            }
        }
    }
}
