package org.arolang.runtime.execution;

import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * What made a feature set run, and the names it binds for that execution. Values may be made on demand; a name always gives the same value.
 * Used by one execution at a time.
 */
public abstract class Trigger {

    /** The value bound under {@code name}, or null when this kind of trigger binds no such name ([VAL-259]). */
    public abstract @Nullable Object variable(ContextName name);

    /**
     * The value of a bare name in a header condition ([APP-69]): a field of the payload. Null when there is none.
     */
    public @Nullable Object guardField(String name) {
        return null;
    }

    /** The value of a variable that whoever runs the feature set hands down: a test ([TOOL-403]). Null when there is none. */
    public @Nullable Object inherited(String name) {
        return null;
    }

    /** A trigger that binds nothing: {@code Application-Start} and its like. */
    public static final Trigger NONE = new Trigger() {
        @Override
        public @Nullable Object variable(ContextName name) {
            return null;
        }
    };

    /** A trigger that binds one object under one name; its fields are the bare names of header conditions. */
    public static Trigger binding(ContextName bound, ObjectValue value) {
        return new Trigger() {
            @Override
            public @Nullable Object variable(ContextName name) {
                return name == bound ? value : null;
            }

            @Override
            public @Nullable Object guardField(String name) {
                Object field = value.get(name);
                if (field != null) {
                    return field;
                }
                return value.size() == 1 && value.valueAt(0) instanceof ObjectValue inner ? inner.get(name) : null;
            }
        };
    }
}
