package org.arolang.runtime.code;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.value.ListValue;
import org.jspecify.annotations.Nullable;

/** {@code parallel for each} ([SYN-429], [APP-42]): each iteration on a virtual thread of its own, at most so many at once. */
public final class Parallel {

    private Parallel() {}

    /**
     * Runs the loop and waits for its iterations.
     *
     * @param limit how many iterations may run at once; 0 for min(items, max(4, 4 x processors))
     * @throws RuntimeException what the first failing iteration threw, after the running ones ended; no further one was started
     */
    public static void forEach(
            ParallelBody body, int loop, Activation activation, @Nullable Object[] captured, Object collection, int limit) {
        int permits = limit > 0 ? limit : Math.max(4, 4 * Runtime.getRuntime().availableProcessors());
        Iterator<Object> items = collection instanceof ListValue list ? list.toList().iterator() : Loops.elements(collection);
        Semaphore free = new Semaphore(permits);
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (long index = 0; items.hasNext() && failed.get() == null && !activation.hasReturned(); index++) {
            Object item = items.next();
            if (!body.accepts(loop, activation, captured, item, index)) {
                continue;
            }
            free.acquireUninterruptibly();
            if (failed.get() != null || activation.hasReturned()) {
                break;
            }
            long number = index;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    body.iterate(loop, activation, captured, item, number);
                } catch (Throwable thrown) {
                    failed.compareAndSet(null, thrown);
                } finally {
                    free.release();
                }
            }));
        }
        join(threads);
        switch (failed.get()) {
            case RuntimeException thrown -> throw thrown;
            case Error error -> throw error;
            case null, default -> {}
        }
    }

    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (true) {
                try {
                    thread.join();
                    break;
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
