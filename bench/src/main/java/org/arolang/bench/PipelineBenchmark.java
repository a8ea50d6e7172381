package org.arolang.bench;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.StreamValue;
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

/** Filter, Map and Reduce over records, in memory and as a lazy stream, against hand-written Java. Time per record. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class PipelineBenchmark {

    private static final int SIZE = 10_000_000;
    private static final int DISTINCT = 1_000_000;

    private AroProgram program;
    private FeatureSetCode numbers;
    private FeatureSetCode texts;
    private final Sale[] sales = new Sale[SIZE];
    private ObjectValue inMemory;
    private ObjectValue streamed;

    private record Sale(String region, long amount, double price) {}

    @Setup
    public void load() {
        program = AroProgram.of("""
            (Numbers: Run Handler) {
                Extract the <sales> from the <event: sales>.
                Filter the <big> from the <sales> where <amount> > 50.
                Map the <prices: price> from the <big>.
                Reduce the <total: sum> from the <prices>.
                Return an <OK: status> with <total>.
            }

            (Texts: Run Handler) {
                Extract the <sales> from the <event: sales>.
                Filter the <near> from the <sales> where <region> is "north".
                Reduce the <total> from the <near> with sum(<price>).
                Return an <OK: status> with <total>.
            }
            """);
        numbers = program.featureSet("Numbers");
        texts = program.featureSet("Texts");
        String[] regions = {"north", "south", "east", "west"};
        Object[] records = new Object[SIZE];
        for (int i = 0; i < SIZE; i++) {
            if (i < DISTINCT) {
                sales[i] = new Sale(regions[(i * 31 >>> 3) % 4], i * 7919L % 100, i / 8.0);
                records[i] = ObjectValue.of("region", sales[i].region, "amount", sales[i].amount, "price", sales[i].price);
            } else {
                sales[i] = sales[i % DISTINCT];
                records[i] = records[i % DISTINCT];
            }
        }
        ListValue list = ListValue.owning(records);
        inMemory = ObjectValue.of("sales", list);
        streamed = ObjectValue.of("sales", new StreamValue(() -> new Iterator<Object>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < records.length;
            }

            @Override
            public Object next() {
                return records[next++];
            }
        }));
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Response numbersAro() {
        return program.run(numbers, inMemory);
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Response numbersAroStream() {
        return program.run(numbers, streamed);
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public double numbersJava() {
        double total = 0;
        for (Sale sale : sales) {
            if (sale.amount > 50) {
                total += sale.price;
            }
        }
        return total;
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Response textsAro() {
        return program.run(texts, inMemory);
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Response textsAroStream() {
        return program.run(texts, streamed);
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public double textsJava() {
        double total = 0;
        for (Sale sale : sales) {
            if (sale.region.equals("north")) {
                total += sale.price;
            }
        }
        return total;
    }
}
