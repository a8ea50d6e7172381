package org.arolang.cli;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.arolang.runtime.execution.Application;
import sun.misc.Signal;

/** Hands signals to the application that runs ([APP-28]). */
public final class Signals {

    private static final Map<Thread, Consumer<String>> RUNNING = new WeakHashMap<>();
    private static boolean caught;

    private Signals() {}

    /** From now on SIGINT and SIGTERM end {@code application}, which this thread runs, in order. */
    public static void handOver(Application application) {
        synchronized (RUNNING) {
            RUNNING.put(Thread.currentThread(), application.lifecycle()::signal);
        }
    }

    /** From now on {@code receiver} is told the names of SIGINT and SIGTERM instead. */
    public static void handOver(Consumer<String> receiver) {
        synchronized (RUNNING) {
            RUNNING.put(Thread.currentThread(), receiver);
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
        for (String name : new String[]{"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> toAll("SIG" + name, signal.getNumber()));
        }
    }

    private static void toAll(String name, int number) {
        List<Consumer<String>> all;
        synchronized (RUNNING) {
            all = List.copyOf(RUNNING.values());
        }
        if (all.isEmpty()) {
            Runtime.getRuntime().halt(128 + number);
        }
        all.forEach(receiver -> receiver.accept(name));
    }

    /** Sends a signal to the application that {@code thread} runs, as the system would. */
    public static void send(Thread thread, String name) {
        Consumer<String> receiver;
        synchronized (RUNNING) {
            receiver = RUNNING.get(thread);
        }
        if (receiver != null) {
            receiver.accept(name);
        }
    }
}
