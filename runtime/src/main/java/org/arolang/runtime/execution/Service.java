package org.arolang.runtime.execution;

import java.util.Set;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * Something a program starts and stops by name: the HTTP server, the socket server, the file monitor, the keyboard. Thread-safe.
 *
 * <p>A running service that keeps the application alive says so through {@link Services#sourceStarted} and
 * {@link Services#sourceStopped}.
 */
public interface Service {

    /** The names programs use, lower case, the main one first. */
    Set<String> names();

    /**
     * Starts it; comes back when it is ready.
     *
     * @return the value to bind to the statement's result
     * @throws org.arolang.runtime.Failure when it cannot be started
     */
    Object start(Activation activation, Request request);

    /**
     * Stops it, with its last events and their handlers; does nothing when it is not running.
     *
     * @param activation the execution that stops it; null when the application ends
     * @return the value to bind to the statement's result
     */
    Object stop(@Nullable Activation activation, Request request);

    /** Whether it is running. */
    boolean isRunning();

    /**
     * Starts listening for the program ({@code Listen the <keyboard> to the <stdin>}, {@code Listen the <socket-server> on port 9000}).
     * The same as starting unless the service says otherwise.
     */
    default Object listen(Activation activation, Request request) {
        return start(activation, request);
    }

    /**
     * What a statement says about the service.
     *
     * @param name the result noun as written
     * @param preposition lower case, or the empty text
     * @param object the object noun, or null when the object is an expression
     * @param value the object's value: of an expression, or of the variable the noun names, without its path; null when not bound
     * @param with the value of a trailing {@code with} clause, or null
     */
    record Request(String name, String preposition, @Nullable Noun object, @Nullable Object value, @Nullable Object with) {

        /** What stopping at the end of the application says. */
        public static Request end(String name) {
            return new Request(name, "with", null, ObjectValue.EMPTY, null);
        }

        /** The object given as options, {@code with} clause first; null when there is none. */
        public @Nullable ObjectValue options() {
            if (with instanceof ObjectValue options) {
                return options;
            }
            return value instanceof ObjectValue options ? options : null;
        }
    }
}
