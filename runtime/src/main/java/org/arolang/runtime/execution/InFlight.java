package org.arolang.runtime.execution;

import java.util.concurrent.atomic.LongAdder;

/** How many handlers and observers are at work, those not started yet included ([APP-20]). Thread-safe. */
final class InFlight {

    private final LongAdder started = new LongAdder();
    private final LongAdder ended = new LongAdder();

    void enter() {
        started.increment();
    }

    void exit() {
        ended.increment();
    }

    /** How many are at work. Zero only if there was a moment at which nothing was. */
    long count() {
        // Ends are read first: whatever starts another one is itself at work until after that start.
        long done = ended.sum();
        return started.sum() - done;
    }

    /** A number that changes whenever one starts or ends. */
    long progress() {
        return started.sum() + ended.sum();
    }
}
