package org.arolang.runtime.value;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The way from one date to another ([VAL-225]), negative when the second is earlier. Prints as the object of its five properties. */
public record Distance(Instant from, Instant to) implements Propertied {

    private static final Shape SHAPE = Shape.of("days", "hours", "minutes", "seconds", "weeks");

    /** [VAL-225]; names in any letter case. */
    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "seconds" -> seconds();
            case "minutes" -> seconds() / 60;
            case "hours" -> seconds() / 3_600;
            case "days" -> seconds() / 86_400;
            case "weeks" -> seconds() / 604_800;
            default -> null;
        };
    }

    /** All properties as an object. */
    public ObjectValue properties() {
        long seconds = seconds();
        return ObjectValue.ofShape(SHAPE,
                new Object[]{seconds / 86_400, seconds / 3_600, seconds / 60, seconds, seconds / 604_800});
    }

    private long seconds() {
        Duration duration = Duration.between(from, to);
        long seconds = duration.getSeconds();
        return seconds < 0 && duration.getNano() > 0 ? seconds + 1 : seconds;
    }

    @Override
    public String toString() {
        return Text.of(this);
    }
}
