package org.arolang.cli.random;

import org.jspecify.annotations.Nullable;

/**
 * How long a test with generated programs goes on: some seconds in the ordinary build, {@code -Daro.random.seconds=N} for longer. The
 * first seed is {@code -Daro.random.seed=N}, else one that every build has in common.
 */
final class Budget {

    private static final long FIRST_SEED = 20_250_101;

    private final long end;
    private final @Nullable Long only = Long.getLong("aro.random.seed");
    private int rounds;

    Budget(int seconds) {
        this.end = System.nanoTime() + Long.getLong("aro.random.seconds", seconds) * 1_000_000_000L;
    }

    long firstSeed() {
        return only == null ? FIRST_SEED : only;
    }

    /** Whether there is time for another round; the first is always run. */
    boolean goesOn() {
        return rounds++ == 0 || System.nanoTime() < end;
    }
}
