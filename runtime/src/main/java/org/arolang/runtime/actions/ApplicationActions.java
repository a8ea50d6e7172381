package org.arolang.runtime.actions;

import java.util.List;
import java.util.stream.Stream;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.actions.event.EventActions;
import org.arolang.runtime.actions.flow.FlowActions;
import org.arolang.runtime.actions.lifecycle.LifecycleActions;
import org.arolang.runtime.actions.repository.RepositoryActions;
import org.arolang.runtime.actions.template.TemplateActions;

/** The actions of the application runtime (chapter 04). */
public final class ApplicationActions {

    private ApplicationActions() {}

    /** One of each. */
    public static List<Action> all() {
        return Stream.of(RepositoryActions.all(), EventActions.all(), LifecycleActions.all(), FlowActions.all(), TemplateActions.all())
                .flatMap(List::stream)
                .toList();
    }
}
