package org.arolang.compiler.jvm;

import org.jspecify.annotations.Nullable;

/**
 * Hands the constants to a generated class while it is being initialised: the loader puts them here, and the class's static initialiser,
 * which runs in the same thread, takes them and leaves an instance (to call a constructor by reflection would cost more than the rest of
 * loading a small class). Public only because generated classes must reach it.
 */
public final class Handover {

    private static final ThreadLocal<Object @Nullable []> PENDING = new ThreadLocal<>();

    private static final ThreadLocal<@Nullable Object> MADE = new ThreadLocal<>();

    private Handover() {}

    static void give(Object[] constants) {
        PENDING.set(constants);
    }

    /** The constants of the class that is being initialised. */
    public static Object[] take() {
        Object[] constants = PENDING.get();
        if (constants == null) {
            throw new IllegalStateException("no constants were handed over");
        }
        PENDING.remove();
        return constants;
    }

    /** Leaves an instance of the class that is being initialised. */
    public static void leave(Object instance) {
        MADE.set(instance);
    }

    /** The instance that the class initialised last in this thread left. */
    static Object made() {
        Object instance = MADE.get();
        if (instance == null) {
            throw new IllegalStateException("no instance was left");
        }
        MADE.remove();
        return instance;
    }
}
