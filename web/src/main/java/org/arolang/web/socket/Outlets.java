package org.arolang.web.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All outlets of one kind, grouped by event loop. A broadcast is encoded once; each loop hands the same bytes to its outlets. All outlets
 * see broadcasts in one order. Thread-safe.
 */
final class Outlets {

    private final List<OutletGroup> groups = new CopyOnWriteArrayList<>();
    private final ReentrantLock order = new ReentrantLock();
    private final AtomicInteger open = new AtomicInteger();
    private volatile long broadcasts;

    /** The group of a loop; called on that loop. */
    OutletGroup group(EventLoop loop) {
        for (OutletGroup group : groups) {
            if (group.loop().equals(loop)) return group;
        }
        OutletGroup group = new OutletGroup(loop);
        groups.add(group);
        return group;
    }

    /** The number of the last broadcast. */
    long broadcasts() {
        return broadcasts;
    }

    /** How many are registered. */
    int count() {
        return open.get();
    }

    void add(OutletGroup group, Outlet outlet) {
        open.incrementAndGet();
        group.add(outlet);
    }

    void remove(OutletGroup group, Outlet outlet) {
        open.decrementAndGet();
        group.remove(outlet);
    }

    /** Sends a message to all outlets open at this moment; takes the buffer over. */
    void broadcast(ByteBuf message, @Nullable Predicate<Outlet> wanted) {
        List<OutletGroup> all;
        order.lock();
        try {
            all = List.copyOf(groups);
            long number = broadcasts + 1;
            broadcasts = number;
            for (OutletGroup group : all) group.toAll(message.retain(), number, wanted);
        } finally {
            order.unlock();
        }
        message.release();
        for (OutletGroup group : all) group.run();
        if (Thread.currentThread().isVirtual()) all.forEach(OutletGroup::awaitRoom);
    }

    /** Does something with every outlet, on its loop. */
    void forEach(Consumer<Outlet> action) {
        for (OutletGroup group : groups) group.loop().execute(() -> group.forEach(action));
    }

    void sweep(EventLoop loop, long now) {
        for (OutletGroup group : groups) {
            if (group.loop().equals(loop)) group.sweep(now);
        }
    }

    /** Forgets the loops of a server that has stopped. */
    void clear() {
        groups.clear();
    }
}
