package org.arolang.runtime.template;

import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.value.ConsoleForm;
import org.arolang.runtime.value.MarkedText;
import org.jspecify.annotations.Nullable;

/**
 * One rendering of one template: its output and what it sees of its caller. To the template's compiled code it is the trigger of its
 * activation. An included template has a rendering of its own that shares the output.
 */
public final class Rendering extends Trigger implements TemplateOutput {

    /** [WEB-306]. */
    public static final int DEEPEST = 50;

    private final Trigger caller;
    private final Scope scope;
    private final FreeVariables free;
    private final OutputBuffer output;
    private final int depth;
    private Place place;

    /**
     * @param caller the trigger of the execution that renders the template
     * @param scope the variables the template sees
     * @param start the place in the output where the template begins
     */
    public Rendering(Trigger caller, Scope scope, FreeVariables free, OutputBuffer output, int depth, Place start) {
        this.caller = caller;
        this.scope = scope;
        this.free = free;
        this.output = output;
        this.depth = depth;
        this.place = start;
    }

    /** The rendering that compiled template code runs in. */
    public static Rendering of(Activation activation) {
        return (Rendering) activation.trigger();
    }

    public OutputBuffer output() {
        return output;
    }

    public Scope scope() {
        return scope;
    }

    /** How many includes and renderings inside templates lead here. */
    public int depth() {
        return depth;
    }

    /** The place where the statements that run now stand. */
    public Place place() {
        return place;
    }

    /** Says where the statements that follow stand. */
    public void enter(Place next) {
        place = next;
    }

    /** The value that the scope has for the template's free variable {@code index}, or null. */
    public @Nullable Object free(int index) {
        return free.value(index, scope);
    }

    @Override
    public @Nullable Object variable(ContextName name) {
        return caller.variable(name);
    }

    @Override
    public @Nullable Object guardField(String name) {
        return caller.guardField(name);
    }

    @Override
    public synchronized void print(Object value) {
        boolean same = value instanceof MarkedText || value instanceof Long || value instanceof Boolean;
        Object printed = same ? value : ConsoleForm.of(value);
        place.escaping().append(output, printed);
    }

    /** Appends text as it is: what an included template gave. */
    public synchronized void insert(byte[] utf8) {
        output.put(utf8);
    }

    /** Fails when one more include would be too deep. */
    public void checkDepth() {
        if (depth >= DEEPEST) {
            throw new Failure("Template include too deep");
        }
    }
}
