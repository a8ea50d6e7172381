package org.arolang.runtime.value;

/** ARO's null ([VAL-1]). Java's {@code null} never is a value: it means "not bound" or "not there". */
public enum Null {
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
