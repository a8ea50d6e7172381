package org.arolang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
 * A million Stores of small records, against a {@link ConcurrentHashMap} by id and a list that keeps the order. Time per Store, with the
 * loop that makes the records.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class StoreBenchmark {

    private static final int RECORDS = 1_000_000;

    private AroProgram program;
    private FeatureSetCode withIds;
    private FeatureSetCode withoutIds;
    private FeatureSetCode empty;
    private final ConcurrentHashMap<Object, Item> byId = new ConcurrentHashMap<>();
    private final List<Item> inOrder = new ArrayList<>();

    private record Item(Object id, String label, long number) {}

    @Setup
    public void load() {
        program = AroProgram.of("""
            (With Ids: Run Handler) {
                for <i> from 0 to COUNT {
                    Create the <item> with { id: <i>, label: "item", number: <i> }.
                    Store the <item> into the <item-repository>.
                }
            }

            (Empty: Run Handler) {
                Clear the <all> from the <item-repository>.
            }

            (Without Ids: Run Handler) {
                for <i> from 0 to COUNT {
                    Create the <item> with { label: "item", number: <i> }.
                    Store the <item> into the <item-repository>.
                }
            }
            """.replace("COUNT", String.valueOf(RECORDS)));
        withIds = program.featureSet("With Ids");
        empty = program.featureSet("Empty");
        withoutIds = program.featureSet("Without Ids");
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public Response withIdsAro() {
        program.run(empty, ObjectValue.EMPTY);
        return program.run(withIds, ObjectValue.EMPTY);
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public int withIdsJava() {
        byId.clear();
        inOrder.clear();
        for (long i = 0; i < RECORDS; i++) {
            store(new Item(i, "item", i));
        }
        return byId.size();
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public Response withoutIdsAro() {
        program.run(empty, ObjectValue.EMPTY);
        return program.run(withoutIds, ObjectValue.EMPTY);
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public int withoutIdsJava() {
        byId.clear();
        inOrder.clear();
        for (long i = 0; i < RECORDS; i++) {
            store(new Item(UUID.randomUUID().toString(), "item", i));
        }
        return byId.size();
    }

    private void store(Item item) {
        if (byId.put(item.id, item) == null) {
            synchronized (inOrder) {
                inOrder.add(item);
            }
        }
    }
}
