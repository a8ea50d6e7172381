package org.arolang.web.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The outlets of one event loop. Deliveries may come from any thread and are carried out on the loop, in the order in which they came:
 * what was handed in first goes out first, on the loop's own thread too.
 */
final class OutletGroup {

    private final EventLoop loop;
    private final Set<Outlet> outlets = new LinkedHashSet<>();
    private final Queue<Delivery> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicInteger waiting = new AtomicInteger();
    private boolean draining;

    /** Broadcasts that may wait for a loop before a thread that sends more of them does. */
    private static final int MOST_WAITING = 1024;

    /** Something to do with outlets, on their loop. */
    private sealed interface Delivery {}

    /** @param number its place among all broadcasts */
    private record ToAll(ByteBuf message, long number, @Nullable Predicate<Outlet> wanted) implements Delivery {}

    private record ToOne(Outlet outlet, ByteBuf message) implements Delivery {}

    private record Act(Outlet outlet, Consumer<Outlet> action) implements Delivery {}

    OutletGroup(EventLoop loop) {
        this.loop = loop;
    }

    EventLoop loop() {
        return loop;
    }

    // --- on the loop ---------------------------------------------------------------------------------------------

    void add(Outlet outlet) {
        outlets.add(outlet);
    }

    void remove(Outlet outlet) {
        outlets.remove(outlet);
    }

    void sweep(long now) {
        for (Outlet outlet : new ArrayList<>(outlets)) {
            outlet.sweep(now);
            outlet.flush();
        }
    }

    void forEach(Consumer<Outlet> action) {
        for (Outlet outlet : new ArrayList<>(outlets)) action.accept(outlet);
    }

    // --- from any thread -----------------------------------------------------------------------------------------

    /** Sends one message to all outlets that were open before it; takes over one reference of the buffer. */
    void toAll(ByteBuf message, long number, @Nullable Predicate<Outlet> wanted) {
        waiting.incrementAndGet();
        queue.add(new ToAll(message, number, wanted));
    }

    /** Sends a message to one outlet; takes the buffer over. */
    void toOne(Outlet outlet, ByteBuf message) {
        queue.add(new ToOne(outlet, message));
        run();
    }

    /** Does something with an outlet after everything that was handed in before. */
    void act(Outlet outlet, Consumer<Outlet> action) {
        queue.add(new Act(outlet, action));
        run();
    }

    /** Sees to it that what has been handed in is carried out. */
    void run() {
        if (loop.inEventLoop()) {
            drain();
        } else if (scheduled.compareAndSet(false, true)) {
            loop.execute(() -> {
                scheduled.set(false);
                drain();
            });
        }
    }

    /**
     * Lets a thread that broadcasts faster than the loop works wait for the loop, so that memory stays bounded. Clients are never waited
     * for.
     */
    void awaitRoom() {
        while (waiting.get() > MOST_WAITING && !loop.isShuttingDown()) LockSupport.parkNanos(50_000);
    }

    private void drain() {
        if (draining) return; // A delivery has led to another one, which the loop below will find.
        draining = true;
        boolean all = false;
        try {
            for (Delivery delivery = queue.poll(); delivery != null; delivery = queue.poll()) {
                switch (delivery) {
                    case ToAll(ByteBuf message, long number, Predicate<Outlet> wanted) -> {
                        all = true;
                        waiting.decrementAndGet();
                        toAll(wanted, number, message);
                    }
                    case ToOne(Outlet outlet, ByteBuf message) -> {
                        outlet.push(message);
                        message.release();
                        outlet.flush();
                    }
                    case Act(Outlet outlet, Consumer<Outlet> action) -> {
                        action.accept(outlet);
                        outlet.flush();
                    }
                }
            }
        } finally {
            draining = false;
        }
        if (all) forEach(Outlet::flush);
    }

    private void toAll(@Nullable Predicate<Outlet> wanted, long number, ByteBuf message) {
        for (Outlet outlet : outlets) {
            if (outlet.since() >= number || wanted != null && !wanted.test(outlet)) continue;
            outlet.push(message);
        }
        message.release();
    }
}
