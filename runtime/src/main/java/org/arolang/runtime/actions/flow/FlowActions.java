package org.arolang.runtime.actions.flow;

import java.util.List;
import org.arolang.runtime.action.Action;

/** The actions that speak. */
public final class FlowActions {

    private FlowActions() {}

    /** One of each. */
    public static List<Action> all() {
        return List.of(new Log(), new Return(), new Throw(), new Broadcast(), new Send(), new Close());
    }
}
