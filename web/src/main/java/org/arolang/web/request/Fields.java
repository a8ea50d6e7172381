package org.arolang.web.request;

import java.util.LinkedHashMap;
import java.util.Map;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a form; a repeated name becomes a list in order ([WEB-82], [WEB-83]). */
final class Fields {

    private final Map<String, Object> single = new LinkedHashMap<>();
    private @Nullable Map<String, ListValue.Builder> repeated;

    void add(String name, Object value) {
        Object earlier = single.putIfAbsent(name, value);
        if (earlier == null) return;
        if (repeated == null) repeated = new LinkedHashMap<>();
        repeated.computeIfAbsent(name, _ -> new ListValue.Builder().add(earlier)).add(value);
    }

    ObjectValue build() {
        ObjectValue.Builder object = new ObjectValue.Builder(single.size());
        single.forEach(object::put);
        if (repeated != null) repeated.forEach((name, list) -> object.put(name, list.build()));
        return object.build();
    }
}
