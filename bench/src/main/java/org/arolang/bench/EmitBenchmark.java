package org.arolang.bench;

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

/** The statement Emit with one and with ten handlers; it waits for them. Time per event, with the loop that emits it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class EmitBenchmark {

    private static final int EVENTS = 100_000;

    private AroProgram program;
    private FeatureSetCode none;
    private FeatureSetCode one;
    private FeatureSetCode ten;

    @Setup
    public void load() {
        StringBuilder source = new StringBuilder();
        for (String event : new String[]{"Unheard", "Single", "Shared"}) {
            source.append("""
                (Emit NAME: Run Handler) {
                    for <i> from 0 to COUNT {
                        Create the <payload> with { number: <i>, source: "bench" }.
                        Emit a <NAME: event> with <payload>.
                    }
                }

                """.replace("NAME", event).replace("COUNT", String.valueOf(EVENTS)));
        }
        source.append(handler(1, "Single"));
        for (int i = 1; i <= 10; i++) {
            source.append(handler(i, "Shared"));
        }
        program = AroProgram.of(source.toString());
        none = program.featureSet("Emit Unheard");
        one = program.featureSet("Emit Single");
        ten = program.featureSet("Emit Shared");
    }

    private static String handler(int number, String event) {
        return """
            (Count EVENT NUMBER: EVENT Handler) {
                Extract the <payload> from the <event: payload>.
                Compute the <next> from <payload: number> + NUMBER.
                Return an <OK: status> with <next>.
            }

            """.replace("EVENT", event).replace("NUMBER", String.valueOf(number));
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public Response withoutHandlers() {
        return program.run(none, ObjectValue.EMPTY);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public Response withOneHandler() {
        return program.run(one, ObjectValue.EMPTY);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public Response withTenHandlers() {
        return program.run(ten, ObjectValue.EMPTY);
    }
}
