package org.arolang.bench.peer;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages, at most 40 of them; the 41st leaves the 20 most recent.
 *
 * <p>Thread-safe: writers exclude each other and publish immutable lists, readers take the latest without waiting.
 */
final class Board {

    private static final int SHOWN = 20;
    private static final int LIMIT = 40;

    private volatile List<Message> oldestFirst = List.of();
    private volatile List<Message> recent = List.of();

    /** The newest 20 messages, newest first. */
    List<Message> recent() {
        return recent;
    }

    synchronized void store(Message message) {
        var messages = new ArrayList<>(oldestFirst);
        messages.add(message);
        int size = messages.size();
        List<Message> newest = messages.subList(Math.max(0, size - SHOWN), size);
        recent = List.copyOf(newest.reversed());
        if (size > LIMIT) {
            oldestFirst = List.copyOf(newest);
            System.out.println("Cleaned up messages, kept last 20");
        } else {
            oldestFirst = messages;
        }
    }
}
