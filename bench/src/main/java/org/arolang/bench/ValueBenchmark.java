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

/** What single statements cost: text, equality, fields, and the call of a user-defined action. Time per round of a loop. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ValueBenchmark {

    private static final int ROUNDS = 1_000_000;

    private AroProgram program;
    private FeatureSetCode text;
    private FeatureSetCode equality;
    private FeatureSetCode match;
    private FeatureSetCode call;
    private final ObjectValue event = ObjectValue.of("name", "Ann", "state", "open");

    @Setup
    public void load() {
        program = AroProgram.of("""
            (Text: Run Handler) {
                Extract the <name> from the <event: name>.
                for <i> from 0 to ROUNDS {
                    Compute the <line> from "${<name>} has ${<i>} points".
                    Return an <OK: status> with <line> when <line> == "x".
                }
            }

            (Equality: Run Handler) {
                Extract the <name> from the <event: name>.
                for <i> from 0 to ROUNDS {
                    Return an <OK: status> with <i> when <name> == "Bob" or <event: state> == "closed".
                }
            }

            (Match: Run Handler) {
                Extract the <state> from the <event: state>.
                Create the <count> with 0.
                Create the <i> with 0.
                while <i> < ROUNDS {
                    match <state> {
                        case "closed" { Compute the <count> from <count> + 2. }
                        case "open" { Compute the <count> from <count> + 1. }
                    }
                    Compute the <i> from <i> + 1.
                }
                Return an <OK: status> with <count>.
            }

            (Call: Run Handler) {
                for <i> from 0 to ROUNDS {
                    Application.Twice the <result> from <i>.
                    Return an <OK: status> with <result> when <result> == "x".
                }
            }

            (Twice: Action takes <number>) {
                Extract the <number> from the <input: number>.
                Compute the <twice> from <number> * 2.
                Return an <OK: status> with { twice: <twice> }.
            }
            """.replace("ROUNDS", String.valueOf(ROUNDS)));
        text = program.featureSet("Text");
        equality = program.featureSet("Equality");
        match = program.featureSet("Match");
        call = program.featureSet("Call");
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public Response textAro() {
        return program.run(text, event);
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public Object textJava() {
        String name = (String) event.valueAt(0);
        for (long i = 0; i < ROUNDS; i++) {
            String line = new StringBuilder().append(name).append(" has ").append(i).append(" points").toString();
            if (line.equals("x")) {
                return line;
            }
        }
        return name;
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public Response equalityOfTexts() {
        return program.run(equality, event);
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public Response matchOfTexts() {
        return program.run(match, event);
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public Response callOfAnAction() {
        return program.run(call, event);
    }
}
