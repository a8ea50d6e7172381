package org.arolang.runtime.actions.event;

import java.util.List;
import org.arolang.runtime.action.Action;

/** The actions that publish. */
public final class EventActions {

    private EventActions() {}

    /** One of each. */
    public static List<Action> all() {
        return List.of(new Emit(), new Notify(), new Accept());
    }
}
