package org.arolang.runtime.actions.lifecycle;

import java.util.List;
import org.arolang.runtime.action.Action;

/** The actions that wait, start and stop. */
public final class LifecycleActions {

    private LifecycleActions() {}

    /** One of each. */
    public static List<Action> all() {
        return List.of(new Keepalive(), new Sleep(), new Schedule(), new Start(), new Stop(), new Listen());
    }
}
