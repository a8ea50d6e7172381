package org.arolang.web.contract;

import java.util.List;
import java.util.Map;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** Data of the contract as ARO values. */
final class ContractValues {

    private ContractValues() {}

    static Object of(@Nullable Object data) {
        return switch (data) {
            case null -> Null.NULL;
            case Map<?, ?> map -> {
                ObjectValue.Builder object = new ObjectValue.Builder(map.size());
                map.forEach((key, value) -> object.put((String) key, of(value)));
                yield object.build();
            }
            case List<?> list -> {
                ListValue.Builder elements = new ListValue.Builder(list.size());
                for (Object item : list) elements.add(of(item));
                yield elements.build();
            }
            default -> data;
        };
    }
}
