package org.arolang.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.value.ObjectValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Retrieve by an equality, out of repositories from a thousand to a million records: against a hash table by the
 * field. The time must not grow with the records, but for the caches of the processor, which the hash table shows as well.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class RetrieveBenchmark {

    private static final int TIMES = 100_000;

    private AroProgram program;
    private final Map<Integer, Map<String, Item>> byCode = new HashMap<>();

    private record Item(long id, String code, long number) {}

    @Setup
    public void load() {
        StringBuilder source = new StringBuilder();
        for (int records : new int[]{1_000, 10_000, 100_000, 1_000_000}) {
            source.append("""
                (Fill COUNT: Run Handler) {
                    for <i> from 0 to COUNT {
                        Create the <item> with { id: <i>, code: "c${<i>}", number: <i> }.
                        Store the <item> into the <rCOUNT-repository>.
                    }
                }

                (Find COUNT: Run Handler) {
                    for <i> from 0 to TIMES {
                        Compute the <code> from "c" ++ (<i> * 7919 % COUNT).
                        Retrieve the <item> from the <rCOUNT-repository> where <code> is <code>.
                        Return an <OK: status> with <item> when <item: number> < 0.
                    }
                }

                """.replace("COUNT", String.valueOf(records)).replace("TIMES", String.valueOf(TIMES)));
        }
        program = AroProgram.of(source.toString());
        for (int records : new int[]{1_000, 10_000, 100_000, 1_000_000}) {
            program.run(program.featureSet("Fill " + records), ObjectValue.EMPTY);
            Map<String, Item> items = new HashMap<>();
            for (long i = 0; i < records; i++) {
                items.put("c" + i, new Item(i, "c" + i, i));
            }
            byCode.put(records, items);
        }
    }

    private Response find(int records) {
        FeatureSetCode code = program.featureSet("Find " + records);
        return program.run(code, ObjectValue.EMPTY);
    }

    private long look(int records) {
        Map<String, Item> items = byCode.getOrDefault(records, Map.of());
        long sum = 0;
        for (long i = 0; i < TIMES; i++) {
            Item item = items.get("c" + i * 7919 % records);
            sum += item == null ? 0 : item.number;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Response from1000Aro() {
        return find(1_000);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long from1000Java() {
        return look(1_000);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Response from10000Aro() {
        return find(10_000);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long from10000Java() {
        return look(10_000);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Response from100000Aro() {
        return find(100_000);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long from100000Java() {
        return look(100_000);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Response from1000000Aro() {
        return find(1_000_000);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long from1000000Java() {
        return look(1_000_000);
    }
}
