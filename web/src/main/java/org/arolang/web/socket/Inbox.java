package org.arolang.web.socket;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has come in on one connection and is handled one after the other, in order ([WEB-195]): on the event loop when no handler may
 * wait, else on a virtual thread that lives as long as there is something to handle. Thread-safe.
 */
final class Inbox {

    /** Events read ahead ([WEB-60]). */
    private static final int MOST = 256;

    private final Channel channel;
    private final boolean mayWait;
    private final Deque<Runnable> events = new ArrayDeque<>(1);
    private boolean working;
    private boolean paused;

    Inbox(Channel channel, boolean mayWait) {
        this.channel = channel;
        this.mayWait = mayWait;
    }

    /** Adds an event; called on the event loop. */
    void add(Runnable event) {
        boolean begin;
        synchronized (events) {
            events.add(event);
            begin = !working;
            working = true;
            if (events.size() >= MOST && !paused) {
                paused = true;
                channel.config().setAutoRead(false);
            }
        }
        if (!begin) return;
        if (mayWait) {
            Thread.ofVirtual().name("websocket").start(this::work);
        } else {
            work();
        }
    }

    private void work() {
        while (true) {
            Runnable event;
            synchronized (events) {
                event = events.poll();
                if (event == null) {
                    working = false;
                    return;
                }
                if (paused && events.size() <= MOST / 2) {
                    paused = false;
                    channel.eventLoop().execute(() -> channel.config().setAutoRead(true));
                }
            }
            event.run();
        }
    }
}
