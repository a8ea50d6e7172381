package org.arolang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.value.ListValue;
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

/** {@code for each} with arithmetic over a list of numbers, against the same loop over a Java list. Time per element. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class ForEachBenchmark {

    private static final int SIZE = 10_000_000;

    private AroProgram program;
    private FeatureSetCode arithmetic;
    private FeatureSetCode fields;
    private final List<Long> numbers = new ArrayList<>(SIZE);
    private final List<Item> items = new ArrayList<>(SIZE);
    private ObjectValue event;
    private ObjectValue records;

    private record Item(long price, long quantity) {}

    @Setup
    public void load() {
        program = AroProgram.of("""
            (Arithmetic: Run Handler) {
                Extract the <numbers> from the <event: numbers>.
                for each <x> in <numbers> {
                    Compute the <value> from <x> * 3 % 7 + 1.
                    Return an <OK: status> with <value> when <value> == 8.
                }
            }

            (Fields: Run Handler) {
                Extract the <items> from the <event: items>.
                for each <item> in <items> {
                    Compute the <value> from <item: price> * <item: quantity>.
                    Return an <OK: status> with <value> when <value> == 17.
                }
            }
            """);
        arithmetic = program.featureSet("Arithmetic");
        fields = program.featureSet("Fields");
        for (int i = 0; i < SIZE; i++) {
            numbers.add((long) i);
        }
        // The same hundred thousand records again and again: what is measured is the loop and not the memory.
        ObjectValue[] some = new ObjectValue[100_000];
        for (int i = 0; i < some.length; i++) {
            some[i] = ObjectValue.of("price", 100L + i, "quantity", 2L + i % 7);
            items.add(new Item(100L + i, 2L + i % 7));
        }
        Object[] all = new Object[SIZE];
        for (int i = 0; i < SIZE; i++) {
            all[i] = some[i % some.length];
            if (i >= some.length) {
                items.add(items.get(i % some.length));
            }
        }
        event = ObjectValue.of("numbers", ListValue.copyOf(numbers));
        records = ObjectValue.of("items", ListValue.owning(all));
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Response arithmeticAro() {
        return program.run(arithmetic, event);
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public long arithmeticJava() {
        for (long x : numbers) {
            long value = Math.addExact(Math.multiplyExact(x, 3L) % 7, 1L);
            if (value == 8) {
                return value;
            }
        }
        return 0;
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Response fieldsAro() {
        return program.run(fields, records);
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public long fieldsJava() {
        for (Item item : items) {
            long value = Math.multiplyExact(item.price, item.quantity);
            if (value == 17) {
                return value;
            }
        }
        return 0;
    }
}
