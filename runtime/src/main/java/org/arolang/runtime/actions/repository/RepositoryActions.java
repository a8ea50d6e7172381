package org.arolang.runtime.actions.repository;

import java.util.List;
import org.arolang.runtime.action.Action;

/** The actions on repositories and collections. */
public final class RepositoryActions {

    private RepositoryActions() {}

    /** One of each. */
    public static List<Action> all() {
        return List.of(new Store(), new Retrieve(), new Delete(), new Clear(), new Update());
    }
}
