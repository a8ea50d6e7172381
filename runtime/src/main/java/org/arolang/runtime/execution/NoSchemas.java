package org.arolang.runtime.execution;

import org.arolang.runtime.Failure;
import org.arolang.runtime.value.SchemaTypes;

/** The schemas of an application without contract ([APP-88]). */
final class NoSchemas implements SchemaTypes {

    @Override
    public boolean knows(String name) {
        return false;
    }

    @Override
    public Object convert(String name, Object value) {
        throw new Failure("Schema '" + name + "' is not defined in openapi.yaml components.schemas.\n"
                + "Available schemas: (schema registry not available - ensure openapi.yaml is present)");
    }
}
