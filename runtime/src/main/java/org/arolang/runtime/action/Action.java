package org.arolang.runtime.action;

/**
 * What a verb does. One class per action: its declaration beside what it does. Built-in actions and those of plugins use this interface
 * alike. Implementations are stateless and thread-safe.
 */
public interface Action {

    /** What the action is called, takes and binds. The same object at every call. */
    Declaration declaration();

    /**
     * Decides for one statement of a program, when it is loaded, everything that can be decided then: names, qualifiers, patterns and
     * operations become objects.
     *
     * @param call the statement; gives the facts that are known now and hands out {@link Operand}s for the values that are not
     * @return what runs at each execution of the statement
     * @throws org.arolang.runtime.Failure when the statement can never succeed; it then fails with that cause when it is executed
     */
    Operation prepare(Call call);
}
