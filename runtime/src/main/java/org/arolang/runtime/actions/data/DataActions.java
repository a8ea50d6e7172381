package org.arolang.runtime.actions.data;

import java.util.List;
import org.arolang.runtime.action.Action;

/** The actions that make, read, convert, check and combine values. */
public final class DataActions {

    private DataActions() {}

    /** One of each. */
    public static List<Action> all() {
        return List.of(
                new Assert(),
                new Compare(),
                new Compute(),
                new Create(),
                new Extract(),
                new Filter(),
                new Given(),
                new Group(),
                new Invoke(),
                new Join(),
                new MapElements(),
                new Merge(),
                new ParseHtml(),
                new Reduce(),
                new Sort(),
                new Split(),
                new Then(),
                new Transform(),
                new Validate(),
                new When());
    }
}
