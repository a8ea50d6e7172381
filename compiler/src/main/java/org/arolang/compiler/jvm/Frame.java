package org.arolang.compiler.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.Type;
import org.arolang.runtime.execution.Site;

/** Where a method keeps its variables. */
final class Frame {

    private final CodeBuilder code;
    private final int activation;
    private final int at;
    private final Map<Slot, Integer> locals = new LinkedHashMap<>();
    private Site site;
    private int values = -1;

    /**
     * @param activation the local variable that holds the activation
     * @param site what failures are reported as until {@link #enter} says otherwise
     */
    Frame(CodeBuilder code, int activation, Site site) {
        this.code = code;
        this.activation = activation;
        this.at = code.allocateLocal(TypeKind.INT);
        this.site = site;
    }

    int activation() {
        return activation;
    }

    /** The local variable that holds the number of the place being evaluated. */
    int at() {
        return at;
    }

    Site site() {
        return site;
    }

    void enter(Site next) {
        site = next;
    }

    /** Says that the variables are kept in the array in {@code local}, each under its number. */
    void keepInArray(int local) {
        values = local;
    }

    /** Whether the variables are kept in an array. */
    boolean isArray() {
        return values >= 0;
    }

    /** The local variable that holds the array of the variables. */
    int values() {
        return values;
    }

    int local(Slot slot) {
        Integer local = locals.get(slot);
        if (local == null) {
            throw new IllegalStateException("no place for " + slot);
        }
        return local;
    }

    /** Says that {@code slot} is kept in {@code local}. */
    void place(Slot slot, int local) {
        locals.put(slot, local);
    }

    int allocate(Type type) {
        return code.allocateLocal(Types.kind(type));
    }

    /** The variables this method keeps, in order. */
    List<Slot> slots() {
        return List.copyOf(locals.keySet());
    }
}
