package org.arolang.web.request;

import java.util.function.Supplier;
import org.arolang.runtime.value.Handle;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * An object of the request that is put together only when all of it is wanted; single properties are looked up in what the request
 * brought. Thread-safe: looking up changes nothing, and of two threads that put it together at once both get equal objects.
 */
final class LazyObject implements Handle {

    private final Lookup lookup;
    private final Supplier<ObjectValue> whole;
    private volatile @Nullable ObjectValue made;

    /** How a single property is found. */
    @FunctionalInterface
    interface Lookup {
        @Nullable
        Object find(String name);
    }

    LazyObject(Lookup lookup, Supplier<ObjectValue> whole) {
        this.lookup = lookup;
        this.whole = whole;
    }

    @Override
    public String kindName() {
        return "Object";
    }

    @Override
    public @Nullable Object property(String name) {
        return lookup.find(name);
    }

    @Override
    public ObjectValue properties() {
        ObjectValue known = made;
        if (known == null) {
            known = whole.get();
            made = known;
        }
        return known;
    }
}
