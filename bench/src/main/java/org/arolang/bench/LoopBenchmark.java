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

/** Arithmetic in loops whose variables the compiler keeps unboxed, against the same loops in Java. Time per step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class LoopBenchmark {

    private static final int STEPS = 100_000_000;

    private AroProgram program;
    private FeatureSetCode integers;
    private FeatureSetCode floats;
    private FeatureSetCode tests;
    private FeatureSetCode range;

    @Setup
    public void load() {
        program = AroProgram.of("""
            (Integers: Run Handler) {
                Create the <sum> with 0.
                Create the <i> with 0.
                while <i> < STEPS {
                    Compute the <sum> from <sum> + <i> * 3 % 7.
                    Compute the <i> from <i> + 1.
                }
                Return an <OK: status> with <sum>.
            }

            (Floats: Run Handler) {
                Create the <sum> with 0.0.
                Create the <i> with 0.
                while <i> < STEPS {
                    Compute the <sum> from <sum> * 0.5 + <i>.
                    Compute the <i> from <i> + 1.
                }
                Return an <OK: status> with <sum>.
            }

            (Tests: Run Handler) {
                Create the <odd> with 0.
                Create the <i> with 0.
                while <i> < STEPS {
                    Compute the <odd> from <odd> + 1 when <i> % 2 == 1 and <i> > 100.
                    Compute the <i> from <i> + 1.
                }
                Return an <OK: status> with <odd>.
            }

            (Range: Run Handler) {
                for <i> from 0 to STEPS {
                    Compute the <value> from <i> * 3 % 7.
                    Return an <OK: status> with <value> when <value> == 7.
                }
            }
            """.replace("STEPS", String.valueOf(STEPS)));
        integers = program.featureSet("Integers");
        floats = program.featureSet("Floats");
        tests = program.featureSet("Tests");
        range = program.featureSet("Range");
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Response integersAro() {
        return program.run(integers, ObjectValue.EMPTY);
    }

    /** As {@link #integersAro}; ARO's integers do not wrap around. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long integersJava() {
        long sum = 0;
        for (long i = 0; i < STEPS; i++) {
            sum = Math.addExact(sum, Math.multiplyExact(i, 3L) % 7);
        }
        return sum;
    }

    /** As {@link #integersJava} with arithmetic that wraps around. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long integersJavaWrapping() {
        long sum = 0;
        for (long i = 0; i < STEPS; i++) {
            sum = sum + i * 3 % 7;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Response floatsAro() {
        return program.run(floats, ObjectValue.EMPTY);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double floatsJava() {
        double sum = 0;
        for (long i = 0; i < STEPS; i++) {
            sum = sum * 0.5 + i;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Response testsAro() {
        return program.run(tests, ObjectValue.EMPTY);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long testsJava() {
        long odd = 0;
        long i = 0;
        while (i < STEPS) {
            if (i % 2 == 1 && i > 100) {
                odd = Math.addExact(odd, 1L);
            }
            i = Math.addExact(i, 1L);
        }
        return odd;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Response rangeAro() {
        return program.run(range, ObjectValue.EMPTY);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long rangeJava() {
        for (long i = 0; i < STEPS; i++) {
            long value = Math.multiplyExact(i, 3L) % 7;
            if (value == 7) {
                return value;
            }
        }
        return 0;
    }
}
