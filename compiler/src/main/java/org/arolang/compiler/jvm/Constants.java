package org.arolang.compiler.jvm;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The objects that a generated class refers to; each becomes a static final field, which the class fills from {@link Handover}. */
final class Constants {

    record Constant(String field, ClassDesc type) {}

    private final List<Object> values = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();
    private final Map<Object, Constant> known = new IdentityHashMap<>();

    /** The field that holds {@code value}, whose static type is {@code type}. */
    Constant add(Object value, ClassDesc type) {
        return known.computeIfAbsent(value, object -> {
            values.add(object);
            Constant constant = new Constant("k" + constants.size(), type);
            constants.add(constant);
            return constant;
        });
    }

    List<Constant> all() {
        return constants;
    }

    Object[] values() {
        return values.toArray();
    }
}
