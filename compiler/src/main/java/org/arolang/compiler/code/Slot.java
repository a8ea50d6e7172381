package org.arolang.compiler.code;

import java.util.ArrayList;
import java.util.List;

/**
 * A variable of a feature set: the place where its value is kept. A name bound in different loop bodies has one slot in each.
 *
 * <p>Its type is worked out when all bindings are known ({@link TypeInference}); until then it reads as {@link Type#VALUE}.
 */
public final class Slot {

    private final String name;
    private final int number;
    private final List<Code> bindings = new ArrayList<>();
    private boolean boxed;
    private boolean readUnbound;
    private Type type = Type.VALUE;

    /**
     * @param name the variable's name; empty for one that only the compiler knows
     * @param number unique within its unit
     */
    public Slot(String name, int number) {
        this.name = name;
        this.number = number;
    }

    public String name() {
        return name;
    }

    public int number() {
        return number;
    }

    public Type type() {
        return type;
    }

    void setType(Type type) {
        this.type = type;
    }

    /** Notes that the variable is bound to the value of {@code code} somewhere. */
    public void addBinding(Code code) {
        bindings.add(code);
    }

    List<Code> bindings() {
        return bindings;
    }

    /** Notes that the variable must be kept boxed: it may be read while unbound, or is bound to what only the runtime knows. */
    public void keepBoxed() {
        boxed = true;
    }

    /** Notes that the variable may be read while it is unbound. */
    public void markReadUnbound() {
        readUnbound = true;
        boxed = true;
    }

    /** Whether the variable may be read while it is unbound, so that it must be unbound where a loop's body begins anew. */
    public boolean isReadUnbound() {
        return readUnbound;
    }

    boolean isBoxed() {
        return boxed;
    }

    @Override
    public String toString() {
        return name + "#" + number;
    }
}
