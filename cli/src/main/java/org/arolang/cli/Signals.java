package org.arolang.cli;

import java.util.Map;
import java.util.WeakHashMap;
import org.arolang.runtime.execution.Application;
import sun.misc.Signal;

/** Hands signals to the application that runs ([APP-28]). */
public final class Signals {

    private static final Map<Thread, Application> RUNNING = new WeakHashMap<>();
    private static boolean caught;

    private Signals() {}

    /** From now on SIGINT and SIGTERM end {@code application}, which this thread runs, in order. */
    public static void handOver(Application application) {
        synchronized (RUNNING) {
            RUNNING.put(Thread.currentThread(), application);
        }
    }

    /** Catches the process's SIGINT and SIGTERM; one that arrives before an application runs ends the process as usual. */
    public static void catchAll() {
        synchronized (RUNNING) {
            if (caught) {
                return;
            }
            caught = true;
        }
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> toAll("SIG" + name, signal.getNumber()));
        }
    }

    private static void toAll(String name, int number) {
        Application[] all;
        synchronized (RUNNING) {
            all = RUNNING.values().toArray(Application[]::new);
        }
        if (all.length == 0) {
            Runtime.getRuntime().halt(128 + number);
        }
        for (Application application : all) {
            application.lifecycle().signal(name);
        }
    }

    /** Sends a signal to the application that {@code thread} runs, as the system would. */
    public static void send(Thread thread, String name) {
        Application application;
        synchronized (RUNNING) {
            application = RUNNING.get(thread);
        }
        if (application != null) {
            application.lifecycle().signal(name);
        }
    }
}
