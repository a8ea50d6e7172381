package org.arolang.web.socket;

import java.time.Duration;

/**
 * The times of [WEB-60], [WEB-192] and [WEB-229]. Immutable; tests use shorter ones.
 *
 * @param head until the header block is complete
 * @param body how long a body may stall
 * @param idle how long a connection may have nothing to do, or a client not take its response
 * @param ping between two pings to a WebSocket
 * @param silent how long a WebSocket's client may say nothing at all
 * @param streamPing silence on an event stream before a comment is sent
 * @param sweep how often the times are looked at
 */
public record Times(Duration head, Duration body, Duration idle, Duration ping, Duration silent, Duration streamPing, Duration sweep) {

    public static final Times DEFAULT = new Times(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60),
            Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofSeconds(15), Duration.ofMillis(500));
}
