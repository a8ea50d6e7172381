package org.arolang.runtime.execution;

import org.arolang.runtime.value.ObjectValue;

/** Somebody who is told everything that happens: the recorder, a live view. Called from many threads; must be quick. */
@FunctionalInterface
public interface EventLog {

    /**
     * @param type one of [APP-140]: {@code domain}, {@code repository.changed}, ...
     * @param payload what is known about it
     */
    void happened(String type, ObjectValue payload);
}
