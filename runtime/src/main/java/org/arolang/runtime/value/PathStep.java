package org.arolang.runtime.value;

import org.jspecify.annotations.Nullable;

/** One qualifier step of a reference at one place of a program ([VAL-81]), with everything resolved that its name decides. */
public final class PathStep {

    private final String part;
    private final FieldSite site;
    private final @Nullable Operation operation;
    private final @Nullable Selector selector;

    public PathStep(String part) {
        this.part = part;
        this.site = new FieldSite(part);
        this.operation = Operations.find(part);
        this.selector = Selector.parse(part);
    }

    public String part() {
        return part;
    }

    /** The step's result; fails as {@link Access#step}. */
    public Object apply(Object value) {
        if (value instanceof ObjectValue object) {
            Object field = site.read(object);
            if (field != null) return field;
        } else if (Access.hasProperties(value)) {
            Object property = Access.property(value, part);
            if (property != null) return property;
        }
        return Access.qualifier(value, part, operation, selector);
    }
}
