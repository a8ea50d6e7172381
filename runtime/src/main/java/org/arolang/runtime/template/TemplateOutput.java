package org.arolang.runtime.template;

import org.arolang.runtime.execution.Activation;
import org.jspecify.annotations.Nullable;

/** Where statements in a template write to ([WEB-316]): {@code Print <x> to the <template>.} and its like. Thread-safe. */
public interface TemplateOutput {

    /** The output of the template that {@code activation} renders; null outside templates. */
    static @Nullable TemplateOutput of(Activation activation) {
        return activation.trigger() instanceof TemplateOutput output ? output : null;
    }

    /** Appends the console form of {@code value} without a line end, escaped for the place where the statement stands. */
    void print(Object value);
}
