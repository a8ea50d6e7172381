package org.arolang.runtime.actions.template;

import java.util.List;
import org.arolang.runtime.action.Action;

/** The actions that only templates use. */
public final class TemplateActions {

    private TemplateActions() {}

    /** One of each. */
    public static List<Action> all() {
        return List.of(new Include());
    }
}
