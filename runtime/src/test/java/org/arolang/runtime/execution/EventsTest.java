package org.arolang.runtime.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.value.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class EventsTest {

    private final TestApplication test = new TestApplication();

    private void emit(String type, Object... payload) {
        test.application.events().emit(null, type, ObjectValue.of(payload));
    }

    /** [APP-73], [APP-74]: handlers that cannot wait run in source order, before Emit comes back. */
    @Test
    void runsHandlersInSourceOrder() {
        test.with("A", "Ping Handler", a -> test.log("a " + event(a).get("n")));
        test.with("B", "Ping Handler", _ -> test.log("b"));
        test.with("C", "Pong Handler", _ -> test.log("never"));
        test.install();
        emit("Ping", "n", 1L);
        test.log("after");
        assertThat(test.out()).isEqualTo("a 1\nb\nafter\n");
    }

    /** [APP-74]: handlers that may wait run at the same time, and Emit waits for all of them. */
    @Test
    void runsWaitingHandlersTogether() {
        CountDownLatch both = new CountDownLatch(2);
        Body meet = _ -> {
            both.countDown();
            await(both);
        };
        test.waiting("A", "Ping Handler", meet);
        test.waiting("B", "Ping Handler", meet);
        test.install();
        emit("Ping");
        assertThat(both.getCount()).isZero();
        assertThat(test.application.inFlight().count()).isZero();
    }

    /** [APP-76], [APP-63], C12: a failing handler is reported and disturbs nobody. */
    @Test
    void reportsFailuresOfHandlers() {
        test.with("Bad", "Ping Handler", _ -> {
            throw TestApplication.failure("no\nreason");
        });
        test.with("Good", "Ping Handler", _ -> test.log("good"));
        test.install();
        emit("Ping");
        assertThat(test.out()).isEqualTo("good\n");
        assertThat(test.err()).isEqualTo("""
            [ERROR] [Bad: Ping Handler] Cannot fail the x for the y.
              Cause: no
                reason
              main.aro:1:1
                1 | Fail the <x> for the <y>.
                  | ^^^^^^^^^^^^^^^^^^^^^^^^
            """);
    }

    /** What the runtime itself does wrong is a report too, without a Java text ([APP-63]). */
    @Test
    void reportsInternalFaults() {
        test.with("Bad", "Ping Handler", _ -> {
            throw new IllegalStateException("secret");
        });
        test.with("Deep", "Ping Handler", new Body() {
            @Override
            public void run(Activation activation) {
                run(activation);
            }
        });
        test.install();
        emit("Ping");
        assertThat(test.err()).isEqualTo("""
            [ERROR] [Bad: Ping Handler] Cannot run the Bad.
              Cause: Internal error
            [ERROR] [Deep: Ping Handler] Cannot run the Deep.
              Cause: Calls nested too deep
            """);
    }

    /** [APP-68], C9, C10. */
    @Test
    void testsGuards() {
        test.with("Rush", "Parcel Handler<speed:express,air;zone:1>", _ -> test.log("rush"));
        test.with("Air", "Nested Handler<speed:air>", _ -> test.log("air"));
        test.install();
        emit("Parcel", "speed", "AIR", "zone", 1L);
        emit("Parcel", "speed", "ground", "zone", 1L);
        emit("Parcel", "speed", "air");
        emit("Parcel", "speed", "express", "zone", "1");
        emit("Nested", "parcel", ObjectValue.of("speed", "air"));
        assertThat(test.out()).isEqualTo("rush\nrush\nair\n");
    }

    /** [APP-69], [APP-70]: a missing field is silently false, another failure is a warning; a skipped feature set is not counted. */
    @Test
    void testsConditions() {
        test.with("Big", "Parcel Handler", FeatureSetCode.Effects.NONE, a -> a.trigger().guardField("kg") instanceof Long kg && kg > 20,
                _ -> test.log("big"));
        test.with("Odd", "Parcel Handler", FeatureSetCode.Effects.NONE, _ -> {
            throw TestApplication.failure(new Missing("Undefined member: kg"));
        }, _ -> test.log("never"));
        test.with("Bad", "Parcel Handler", FeatureSetCode.Effects.NONE, _ -> {
            throw TestApplication.failure("Division by zero");
        }, _ -> test.log("never"));
        test.install();
        emit("Parcel", "kg", 25L);
        emit("Parcel", "kg", 20L);
        assertThat(test.out()).isEqualTo("big\n");
        assertThat(test.err()).startsWith("[WARN] [Bad: Parcel Handler] Cannot fail the x for the y.\n  Cause: Division by zero\n");
        assertThat(test.err()).doesNotContain("Odd");
        assertThat(test.application.metrics().snapshot().total()).isEqualTo(1);
    }

    /** [APP-90], [APP-91]. */
    @Test
    void notifies() {
        test.with("Tell", "NotificationSent Handler", FeatureSetCode.Effects.NONE,
                a -> a.trigger().guardField("age") instanceof Long age && age > 17,
                a -> test.log(event(a).get("message") + " " + ((ObjectValue) event(a).get("user")).get("name") + " " + event(a).keys()));
        test.install();
        test.application.events().notify(null, "team", ObjectValue.of("name", "Bo", "age", 12L), "hi");
        test.application.events().notify(null, "team", ObjectValue.of("name", "Cy", "age", 40L), "hi");
        test.application.events().notify(null, "nobody", null, "hi");
        assertThat(test.out()).isEqualTo("hi Cy [message, target, team, user]\n");
    }

    /** [APP-97]. */
    @Test
    void observesTransitions() {
        test.with("A", "StateTransition Handler<toState:closed>", a -> test.log("a " + event(a).get("toState")));
        test.with("B", "priority StateObserver", _ -> test.log("never"));
        test.with("C", "status StateObserver<open_to_closed>",
                a -> test.log("c " + (a.context(ContextName.TRANSITION) != null) + (a.context(ContextName.EVENT) != null)));
        test.with("D", "StateObserver<open_to_lost>", _ -> test.log("never"));
        test.install();
        test.application.events().transition(null, ObjectValue.of("fieldName", "Status", "fromState", "open", "toState", "closed"));
        assertThat(test.out()).isEqualTo("a closed\nc truefalse\n");
    }

    /** [APP-84]: ten thousand levels overflow no stack; the next one is a failure of the statement that asks for it. */
    @Test
    void nestsTenThousandLevels() {
        AtomicInteger deepest = new AtomicInteger();
        test.with("Down", "Down Handler", a -> {
            deepest.accumulateAndGet(a.depth(), Math::max);
            try {
                a.application().events().emit(a, "Down", ObjectValue.EMPTY);
            } catch (Failure failure) {
                throw TestApplication.failure(failure);
            }
        });
        test.with("Start", "Start Handler", a -> a.application().events().emit(a, "Down", ObjectValue.EMPTY));
        test.install();
        emit("Start");
        assertThat(deepest.get()).isEqualTo(10_000);
        assertThat(test.err())
                .startsWith("[ERROR] [Down: Down Handler] Cannot fail the x for the y.\n  Cause: Event nesting too deep (10000)\n");
        assertThat(test.err().lines().filter(line -> line.startsWith("[ERROR]"))).hasSize(1);
    }

    /** A feature set waits when anything it sets off may wait. */
    @Test
    void knowsWhatMayWait() {
        test.with("A", "X", TestApplication.emits("Go"), null, _ -> {});
        test.with("B", "Go Handler", TestApplication.publishes(Call.Publication.NOTIFICATION), null, _ -> {});
        test.waiting("C", "NotificationSent Handler", _ -> {});
        test.with("D", "X", TestApplication.emits("Other"), null, _ -> {});
        test.with("E", "Loop Handler", TestApplication.emits("Loop"), null, _ -> {});
        test.install();
        List<String> waiting = test.application.program().stream().filter(test.application.executor()::mayWait).map(FeatureSetCode::name)
                .toList();
        assertThat(waiting).containsExactly("A", "B", "C");
    }

    /** [DATA-303], [DATA-305]. */
    @Test
    void callsActions() {
        test.with("Twice", "Action", a -> {
            ObjectValue input = (ObjectValue) a.context(ContextName.INPUT);
            a.respond(new Response("OK", null, (Long) input.get("n") * 2, List.of()));
        });
        test.with("Bad", "Action", _ -> {
            throw TestApplication.failure("why");
        });
        test.install();
        Executor executor = test.application.executor();
        Activation caller = new Activation(test.application, test.code("Twice"), Trigger.NONE, null);
        assertThat(executor.call(test.code("Twice"), ObjectValue.of("n", 4L), caller).value()).isEqualTo(8L);
        assertThatThrownBy(() -> executor.call(test.code("Bad"), ObjectValue.EMPTY, caller))
                .isInstanceOf(Failure.class)
                .hasMessage("Cannot fail the x for the y: why");
        assertThat(test.err()).isEmpty();
    }

    /** [APP-46] to [APP-50], C32, C33. */
    @Test
    void bindsPublishedSymbols() {
        FeatureSetCode.FreeName name = new FeatureSetCode.FreeName("limit", TestApplication.site());
        test.with("Application-Start", "Shop", a -> a.application().symbols().publish(a, "limit", 5L));
        test.with("Other", "Shop", a -> test.log("" + a.application().symbols().bind(a, name)));
        test.with("Admin", "Admin", a -> a.application().symbols().bind(a, name));
        test.with("Short", "Brief", a -> a.application().symbols().publish(a, "limit", 6L));
        test.install();
        Executor executor = test.application.executor();
        executor.run(test.code("Application-Start"), Trigger.NONE, null);
        executor.run(test.code("Other"), Trigger.NONE, null);
        executor.run(test.code("Admin"), Trigger.NONE, null);
        assertThat(test.out()).isEqualTo("5\n");
        assertThat(test.err()).startsWith("""
            [ERROR] [Admin: Admin] Cannot use the limit.
              Cause: Variable 'limit' is not accessible from 'Admin': it was published in 'Shop'
            """);
        executor.run(test.code("Short"), Trigger.NONE, null);
        executor.run(test.code("Other"), Trigger.NONE, null);
        assertThat(test.out()).endsWith("null\n");
    }

    /** [APP-143], [APP-145], C49. */
    @Test
    void countsExecutions() {
        test.with("Ship", "Sold Handler", _ -> {});
        test.install();
        emit("Sold");
        assertThat((String) test.application.metrics().text("SHORT")).matches(
                "metrics: 1 executions, 1 featuresets, avg=\\d+\\.\\dms, uptime=\\d+\\.\\ds, cpu=\\d+\\.\\d\\ds, mem=\\d+\\.\\dMB, fds=\\d+/\\d+");
        assertThat(test.application.metrics().text("prometheus").toString()).startsWith("""
            # HELP aro_featureset_executions_total Total number of feature set executions
            # TYPE aro_featureset_executions_total counter
            aro_featureset_executions_total{featureset="Ship",activity="Sold Handler"} 1
            """);
        assertThat((String) test.application.metrics().text("table")).contains("| Ship          |       1 |         1 |        0 |");
        assertThat((String) test.application.metrics().text("")).startsWith("Feature Set Metrics (1 total executions, uptime: ");
    }

    /** The event log sees what happens and costs nothing while there is none ([APP-140]). */
    @Test
    void tellsTheEventLog() {
        test.with("Ship", "Sold Handler", _ -> {});
        test.install();
        List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        EventLog log = (type, payload) -> seen.add(type + " " + payload.get("domainEventType"));
        test.application.logs().add(log);
        emit("Sold");
        test.application.logs().remove(log);
        emit("Sold");
        assertThat(seen).containsExactly("domain Sold", "featureset.started null", "featureset.completed null");
    }

    /** [DEC-11]: values only with {@code --debug}. */
    @Test
    void showsValuesOnlyForDebugging() {
        StatementFailure failure = new StatementFailure(TestApplication.site(), new Failure("c"), TestApplication.site().span(),
                List.of(new Response.Field("cart", ObjectValue.of("items", 2L))));
        assertThat(FailureReport.text(failure, Options.of(Path.of(".")))).doesNotContain("cart");
        assertThat(FailureReport.text(failure, Options.of(Path.of(".")).withDebug(true))).endsWith("  Values:\n    cart = {\"items\":2}\n");
    }

    private static ObjectValue event(Activation activation) {
        return (ObjectValue) activation.context(ContextName.EVENT);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
