package org.arolang.runtime.execution;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of one feature set's executions ([APP-143]). Thread-safe; a reader sees at least what it waited for. */
final class Counts {

    final String name;
    final String activity;
    private final LongAdder successes = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAccumulator shortest = new LongAccumulator(Math::min, Long.MAX_VALUE);
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

    Counts(String name, String activity) {
        this.name = name;
        this.activity = activity;
    }

    void count(boolean success, long duration) {
        nanos.add(duration);
        shortest.accumulate(duration);
        longest.accumulate(duration);
        (success ? successes : failures).increment();
    }

    /** The numbers at this moment; durations in milliseconds. */
    Snapshot snapshot() {
        long good = successes.sum();
        long bad = failures.sum();
        long min = shortest.get();
        return new Snapshot(
                name, activity, good, bad, nanos.sum() / 1e6, min == Long.MAX_VALUE ? 0 : min / 1e6, longest.get() / 1e6);
    }

    record Snapshot(String name, String activity, long successes, long failures, double total, double min, double max) {

        long count() {
            return successes + failures;
        }

        double average() {
            return count() == 0 ? 0 : total / count();
        }
    }
}
