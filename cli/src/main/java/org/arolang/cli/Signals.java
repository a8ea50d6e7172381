package org.arolang.cli;

import org.arolang.runtime.execution.Application;
import sun.misc.Signal;

/** Hands the process's signals to an application ([APP-28]). */
public final class Signals {

    private Signals() {}

    /** From now on SIGINT and SIGTERM end {@code application} in order. */
    public static void handOver(Application application) {
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> application.lifecycle().signal("SIG" + name));
        }
    }
}
