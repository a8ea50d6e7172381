package org.arolang.runtime.execution;

import java.time.Duration;

/**
 * The times and numbers of section 22 of chapter 04. Immutable; tests use shorter ones.
 *
 * @param stallWindow window of the drain, given up after two without progress ([APP-20])
 * @param keepaliveFirst wait before the first idle check of a Keepalive without event source ([APP-24])
 * @param keepaliveStep time between its idle checks
 * @param keepaliveChecks how many idle checks in a row end it
 * @param idleEnd how long no handler must be in flight for {@code --keep-alive} to end ([APP-27])
 * @param untilEnd time from a signal until {@code Application-End} must have started ([APP-28])
 * @param end how long {@code Application-End} may run after a signal
 * @param stop how long services may take to stop
 * @param nesting limit of causal nesting ([APP-84])
 */
public record Limits(
        Duration stallWindow,
        Duration keepaliveFirst,
        Duration keepaliveStep,
        int keepaliveChecks,
        Duration idleEnd,
        Duration untilEnd,
        Duration end,
        Duration stop,
        int nesting) {

    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(10),
            Duration.ofMillis(500),
            Duration.ofMillis(100),
            20,
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            10_000);
}
