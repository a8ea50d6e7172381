package org.arolang.runtime.actions.lifecycle;

import java.time.Duration;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.value.ObjectValue;

/** Emits an event again and again ([APP-135], [DATA-223] to [DATA-225]). */
final class Schedule implements Action {

    private static final Declaration DECLARATION = Declaration.of("Schedule", Role.EXPORT, "schedule")
            .prepositions("with")
            .hasEffects()
            .description("Emit an event at regular intervals")
            .searchTerms("timer", "interval", "cron", "periodic", "tick")
            .shapes("Schedule the <tick> with 30 seconds.")
            .example("The interval in seconds", """
                Schedule the <tick> with 2 minutes.
                Log <tick> to the <console>.
                """, "120\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Noun result = call.result();
        if (result == null) {
            throw new Failure("'Schedule' requires an event name");
        }
        String event = result.name();
        TimeSpan span = TimeSpan.of(call);
        return (activation, operands) -> {
            TimeSpan.Length length = span.read(operands);
            if (length == null || !length.duration().isPositive()) {
                throw new Failure("Schedule needs a numeric interval in seconds (optionally with a time unit): "
                        + "`Schedule the <tick> with 60.` or `Schedule the <tick> with 1 minute.`");
            }
            start(activation.application(), event, length.duration());
            return length.duration().toSeconds();
        };
    }

    /** Ticks from start to start, without waiting for handlers, until the application shuts down. */
    private static void start(Application application, String event, Duration interval) {
        application.services().sourceStarted();
        long first = System.nanoTime();
        Thread.ofVirtual().name("schedule " + event).start(() -> {
            long next = first + interval.toNanos();
            while (application.lifecycle().sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())))) {
                application.events().emitDetached(event, ObjectValue.EMPTY);
                next += interval.toNanos();
            }
            application.services().sourceStopped();
        });
    }
}
