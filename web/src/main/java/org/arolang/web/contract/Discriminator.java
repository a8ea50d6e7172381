package org.arolang.web.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the values of a discriminator's property stand for: its mapping, and the names of the alternatives. */
final class Discriminator {

    private Discriminator() {}

    /** The schemas by value, in a stable order; empty when there is nothing to choose from. */
    static Map<String, Object> targets(Map<?, ?> discriminator, @Nullable Object alternatives, References references) {
        Map<String, Object> targets = new LinkedHashMap<>();
        if (!(alternatives instanceof List<?> list)) return targets;
        Map<String, Object> mapped = new LinkedHashMap<>();
        if (discriminator.get("mapping") instanceof Map<?, ?> mapping) {
            mapping.forEach((word, reference) -> {
                String pointer = String.valueOf(reference);
                Object target = references.target(pointer.startsWith("#") ? pointer : "#/components/schemas/" + pointer);
                if (target != null) mapped.put((String) word, target);
            });
        }
        for (Object alternative : list) {
            if (alternative instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
                Object target = references.target(reference);
                if (target != null && !mapped.containsValue(target)) {
                    targets.put(reference.substring(reference.lastIndexOf('/') + 1), target);
                }
            }
        }
        targets.putAll(mapped);
        return targets;
    }
}
