package org.arolang.runtime.execution;

import java.util.concurrent.atomic.LongAdder;

/** How many handlers and observers are at work, and how many events wait for theirs ([APP-20]). Thread-safe. */
final class InFlight {

    private final LongAdder started = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder queued = new LongAdder();
    private final LongAdder delivered = new LongAdder();

    /** Counts a handler, from before its thread starts. */
    void enter() {
        started.increment();
    }

    void exit() {
        ended.increment();
    }

    /** Counts an event that nobody waits for, until all its handlers have ended. */
    void enqueue() {
        queued.increment();
    }

    void dequeue() {
        delivered.increment();
    }

    /** How many handlers are at work. */
    long count() {
        long done = ended.sum();
        return started.sum() - done;
    }

    /** Whether there was a moment at which nothing was in flight. */
    boolean isIdle() {
        // Ends are read first: whatever starts another one is itself at work until after that start.
        long done = ended.sum() + delivered.sum();
        return started.sum() + queued.sum() == done;
    }

    /** A number that changes whenever one starts or ends. */
    long progress() {
        return started.sum() + ended.sum();
    }
}
