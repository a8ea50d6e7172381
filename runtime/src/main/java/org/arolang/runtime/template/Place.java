package org.arolang.runtime.template;

/** A place in the output of a template: what stands there decides how values are escaped. Immutable; equal places escape alike. */
public interface Place {

    /** A place in output that is no HTML. */
    Place PLAIN = () -> Escaping.NONE;

    Escaping escaping();
}
