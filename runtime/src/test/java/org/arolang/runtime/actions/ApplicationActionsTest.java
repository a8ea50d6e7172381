package org.arolang.runtime.actions;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arolang.language.tree.Condition.Operator;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;
import org.arolang.runtime.action.Actions;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Body;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.execution.Response;
import org.arolang.runtime.execution.TestApplication;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Selector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.arolang.runtime.actions.Line.of;
import static org.arolang.runtime.actions.Line.the;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class ApplicationActionsTest {

    private final TestApplication test = new TestApplication(Options.of(Path.of(".")));
    private final Map<String, Object> variables = new HashMap<>();
    private Activation activation = new Activation(
            test.application,
            TestApplication.code("Application-Start", "Lab", FeatureSetCode.Effects.NONE, null, _ -> {}),
            Trigger.NONE,
            null);

    private void run(Line line) {
        line.run(activation, variables);
    }

    private Object run(Line line, String bound) {
        run(line);
        return variables.get(bound);
    }

    private static ObjectValue object(Object... fields) {
        return ObjectValue.of(fields);
    }

    private static ObjectValue event(Activation activation) {
        return (ObjectValue) activation.context(ContextName.EVENT);
    }

    /** An observer that writes down the changes it sees. */
    private Body watcher(String label) {
        return a -> test.log(label + " " + event(a).get("changeType") + " " + event(a).get("entityId"));
    }

    private long count() {
        return test.application.repositories().named("r-repository").count();
    }

    /** Every action says what it is, and no verb is declared twice. */
    @Test
    void areDeclared() {
        assertThat(new Actions(ApplicationActions.all()).all()).hasSizeGreaterThanOrEqualTo(20);
        for (Declaration declaration : ApplicationActions.all().stream().map(action -> action.declaration()).toList()) {
            assertThat(declaration.description()).as(declaration.name()).isNotBlank().doesNotEndWith(".");
            assertThat(declaration.shapes()).as(declaration.name()).isNotEmpty();
        }
    }

    /** [APP-100], [APP-106], [APP-120], C20, C21. */
    @Test
    void stores() {
        test.with("Watch", "r-repository Observer", watcher("saw")).install();
        variables.put("a", object("id", "a", "q", 1L));
        run(the("Store", "a").noun("into", "r-repository"));
        assertThat(variables.get("new-entry")).isEqualTo(1L);
        variables.put("a", object("id", "a", "q", 2L));
        run(the("Store", "a").noun("into", "r-repository"));
        assertThat(variables.get("new-entry")).isEqualTo(0L);
        run(the("Store", "a").noun("into", "r-repository"));
        assertThat(test.out()).isEqualTo("saw created a\nsaw updated a\n");
        variables.put("t", object("title", "x"));
        ObjectValue saved = (ObjectValue) run(the("Store", "saved: t").noun("into", "r-repository"), "saved");
        assertThat(saved.keys()).containsExactly("id", "title");
        assertThat(variables.get("t")).isEqualTo(object("title", "x"));
        assertThat(run(the("Store", "kept").noun("into", "r-repository").with("plain"), "kept")).isEqualTo("plain");
        assertThatThrownBy(() -> run(the("Store", "nope").noun("into", "r-repository")))
                .isInstanceOf(Missing.class)
                .hasMessage("Undefined variable: 'nope'");
        assertThatThrownBy(() -> run(the("Store", "t").noun("into", "box"))).hasMessage("Repository not found: 'box'");
    }

    /** [APP-101], [APP-121], C24: each element with its events before the next. */
    @Test
    void storesListsElementByElement() {
        test.with("Each", "r-repository Observer", a -> test.log(event(a).get("newValue") + " " + count())).install();
        variables.put("l", ListValue.of("p", "q"));
        run(the("Store", "saved: l").noun("into", "r-repository"));
        assertThat(test.out()).isEqualTo("p 1\nq 2\n");
        assertThat(variables.get("saved")).isEqualTo("q");
        variables.put("l", ListValue.EMPTY);
        run(the("Store", "saved: l").noun("into", "r-repository"));
        assertThat(variables.get("saved")).isEqualTo("");
        assertThat(variables.get("new-entry")).isEqualTo(0L);
    }

    /** [APP-108], C25, C26, C19. */
    @Test
    void retrieves() {
        test.install();
        variables.put("l", ListValue.of("a", "b", "c"));
        run(the("Store", "l").noun("into", "n-repository"));
        assertThat(run(the("Retrieve", "x").noun("from", "n-repository: first"), "x")).isEqualTo("a");
        assertThat(run(the("Retrieve", "x").noun("from", "n-repository: last"), "x")).isEqualTo("c");
        assertThat(run(the("Retrieve", "x").noun("from", "n-repository: 0"), "x")).isEqualTo("c");
        assertThat(run(the("Retrieve", "x").noun("from", "n-repository: 7"), "x")).isEqualTo("");
        assertThat(run(the("Retrieve", "x").noun("from", "n-repository: count"), "x")).isEqualTo(3L);
        ListValue newest = (ListValue) run(the("Retrieve", "x").noun("from", "n-repository: 0-1"), "x");
        assertThat(newest).isEqualTo(ListValue.of("c", "b"));
        assertThat(newest.isRecency()).isTrue();
        variables.put("l", ListValue.of(object("id", "1", "n", 5L), object("id", "2", "n", 8L), object("id", "3", "n", 8L)));
        run(the("Store", "l").noun("into", "r-repository"));
        assertThat(run(the("Retrieve", "x").noun("from", "r-repository").where("n", Operator.EQUAL, 5L), "x"))
                .isEqualTo(object("id", "1", "n", 5L));
        assertThat(((ListValue) run(the("Retrieve", "x").noun("from", "r-repository").where("n", Operator.EQUAL, 8L), "x")).size())
                .isEqualTo(2);
        assertThat(((ListValue) run(the("Retrieve", "x").noun("from", "r-repository").where("n", Operator.GREATER, 6L), "x")).size())
                .isEqualTo(2);
        assertThat(run(the("Retrieve", "x").noun("from", "r-repository").where("n", Operator.EQUAL, "5"), "x")).isEqualTo(ListValue.EMPTY);
        assertThat(((ListValue) run(the("Retrieve", "x").noun("from", "r-repository").where("id", Operator.IN, "1, 3"), "x")).size())
                .isEqualTo(2);
        assertThat(run(the("Retrieve", "x").noun("from", "r-repository").where("n", Operator.EQUAL, 1L).otherwise(30L), "x"))
                .isEqualTo(30L);
        assertThat(run(the("Retrieve", "x").noun("from", "r-repository").orderBy("id", false).limit(1L), "x"))
                .isEqualTo(ListValue.of(object("id", "3", "n", 8L)));
        assertThatThrownBy(() -> run(the("Retrieve", "x").noun("from", "users"))).hasMessage("Repository not found: 'users'");
        assertThat(run(the("Retrieve", "y").noun("from", "x"), "y")).isEqualTo(ListValue.of(object("id", "3", "n", 8L)));
    }

    /** [APP-114], [APP-120], C27. */
    @Test
    void deletesAndClears() {
        test.with("Watch", "r-repository Observer", watcher("saw"));
        test.install();
        variables.put("l", ListValue.of(object("id", "1"), object("id", "2"), object("id", "3")));
        run(the("Store", "l").noun("into", "r-repository"));
        assertThat(run(the("Delete", "gone").noun("from", "r-repository").where("id", Operator.EQUAL, "1"), "gone"))
                .isEqualTo(object("id", "1"));
        assertThat(run(the("Delete", "gone").noun("from", "r-repository").where("id", Operator.EQUAL, "1"), "gone"))
                .isEqualTo(ListValue.EMPTY);
        assertThat(count()).isEqualTo(2);
        assertThat(run(the("Clear", "everything").noun("from", "r-repository"), "everything"))
                .isEqualTo(object("target", "r-repository", "success", true));
        assertThat(count()).isZero();
        run(the("Clear", "everything").noun("from", "r-repository"));
        assertThat(test.out()).endsWith("saw deleted 1\nsaw deleted null\nsaw deleted null\n");
    }

    /** [APP-102], [APP-153], C28: the whole clean-up as an observer. */
    @Test
    void trimsFromAnObserver() {
        test.with("Trim", "r-repository Observer", FeatureSetCode.Effects.NONE, _ -> count() > 3, a -> {
            Map<String, Object> local = new HashMap<>();
            the("Retrieve", "all").noun("from", "r-repository").run(a, local);
            local.put("keep", Selector.parsePositions("0-1").select((ListValue) local.get("all")));
            the("Clear", "everything").noun("from", "r-repository").run(a, local);
            the("Store", "keep").noun("into", "r-repository").run(a, local);
            test.log("trimmed");
        }).install();
        variables.put("l", ListValue.of(object("id", "r1"), object("id", "r2"), object("id", "r3"), object("id", "r4")));
        run(the("Store", "l").noun("into", "r-repository"));
        assertThat(test.out()).isEqualTo("trimmed\n");
        assertThat(run(the("Retrieve", "rest").noun("from", "r-repository"), "rest"))
                .isEqualTo(ListValue.of(object("id", "r3"), object("id", "r4")));
    }

    /** [APP-116], [APP-118], [APP-119], C30. */
    @Test
    void configuresRepositories() {
        test.with("Out", "r-repository Evicted Handler", a -> test.log("evicted " + ((ObjectValue) event(a).get("evictedItem")).get("id")));
        test.with("In", "r-repository Observer", watcher("saw")).install();
        run(the("Configure", "r-repository: maxSize").value("with", 1L));
        variables.put("l", ListValue.of(object("id", "1"), object("id", "2")));
        run(the("Store", "l").noun("into", "r-repository"));
        assertThat(test.out()).isEqualTo("saw created 1\nevicted 1\nsaw created 2\n");
        assertThatThrownBy(() -> run(the("Set", "r-repository: ttl").value("to", 0L)))
                .hasMessage("Invalid value '0' for r-repository: ttl");
        assertThatThrownBy(() -> run(the("Configure", "r-repository: maxsize").value("with", 2L)))
                .hasMessage("Invalid value '2' for r-repository: maxsize. Valid values: maxSize, ttl");
        assertThatThrownBy(() -> run(the("Update", "r-repository").value("with", 2L))).isInstanceOf(Failure.class);
    }

    /** [DATA-120] to [DATA-124], [APP-53]. */
    @Test
    void updates() {
        test.install();
        variables.put("task", object("title", "Bake", "state", "new"));
        assertThat(run(the("Update", "task: state").value("with", "done"), "task")).isEqualTo(object("title", "Bake", "state", "done"));
        assertThat(run(the("Update", "task: a.b").value("with", 1L), "task"))
                .isEqualTo(object("title", "Bake", "state", "done", "a", object("b", 1L)));
        assertThat(run(the("Update", "task").value("with", object("a", 2L, "state", "x")), "task"))
                .isEqualTo(object("title", "Bake", "state", "x", "a", 2L));
        assertThat(run(the("Set", "total").value("to", 4L), "total")).isEqualTo(4L);
        assertThat(run(the("Set", "word").noun("to", "plain"), "word")).isEqualTo("plain");
        variables.put("payment", object("amount", 5L));
        assertThat(run(the("Update", "order: paid").noun("from", "payment: amount"), "order")).isEqualTo(object("paid", 5L));
        assertThatThrownBy(() -> run(the("Update", "order: paid").noun("from", "payment: nope")))
                .hasMessage("Property 'nope' not found on type 'payment'");
        assertThatThrownBy(() -> run(the("Update", "total: x").value("with", 1L)))
                .hasMessage("Type mismatch: expected 'Object', got 'Integer'");
        run(the("Configure", "mail: retries").value("with", 3L));
        assertThat(variables.get("mail")).isEqualTo(object("retries", 3L));
        assertThat(test.application.settings().read("mail", List.of("retries"))).isEqualTo(3L);
    }

    /** [DATA-160], [DATA-161], [DATA-162]. */
    @Test
    void deletesFromVariables() {
        variables.put("user", object("name", "Kim", "secret", "x", "a", object("b", 1L, "c", 2L)));
        assertThat(run(the("Delete", "slim: secret").noun("from", "user"), "slim"))
                .isEqualTo(object("name", "Kim", "a", object("b", 1L, "c", 2L)));
        assertThat(((ObjectValue) run(the("Delete", "slim: a.b").noun("from", "user"), "slim")).get("a")).isEqualTo(object("c", 2L));
        assertThat(run(the("Delete", "secret").noun("from", "user"), "secret"))
                .isEqualTo(object("name", "Kim", "a", object("b", 1L, "c", 2L)));
        variables.put("l", ListValue.of("a", "b", "c"));
        assertThat(run(the("Delete", "rest: 0").noun("from", "l"), "rest")).isEqualTo(ListValue.of("a", "b"));
        assertThat(run(the("Delete", "rest: first").noun("from", "l"), "rest")).isEqualTo(ListValue.of("b", "c"));
        assertThatThrownBy(() -> run(the("Delete", "rest: 9").noun("from", "l"))).hasMessage("Index 9 out of bounds (count: 3)");
        assertThatThrownBy(() -> run(the("Delete", "rest: x").noun("from", "l")))
                .hasMessage("Type mismatch: expected 'Object or List index', got 'List'");
        assertThat(run(the("Clear", "x").noun("from", "l"), "x")).isEqualTo(ListValue.EMPTY);
    }

    /** [APP-71], C8. */
    @Test
    void emitsWhatIsWritten() {
        test.with("Show", "P Handler", a -> test.log(event(a).toString())).install();
        variables.put("cart", object("n", 2L, "items", 3L));
        run(the("Emit", "P: event").variable("with", "cart"));
        run(the("Emit", "P: event").noun("with", "cart"));
        run(the("Emit", "P: event").noun("with", "cart: items"));
        run(the("Emit", "P: event").value("with", object("n", 3L)));
        run(the("Emit", "P: event").value("with", 4L));
        run(the("Emit", "P: event").value("with", ObjectValue.EMPTY));
        run(the("Emit", "P: event").noun("to", "them").with(object("n", 5L)));
        assertThat(test.out()).isEqualTo("""
            ["cart": ["items": 3, "n": 2]]
            ["cart": ["items": 3, "n": 2]]
            ["cart": ["items": 3, "n": 2], "items": 3]
            ["n": 3]
            ["data": 4]
            [:]
            ["n": 5]
            """);
        assertThatThrownBy(() -> run(the("Emit", "P: event").noun("with", "nope"))).hasMessage("Undefined variable: 'nope'");
    }

    /** [APP-89], [APP-90], C36. */
    @Test
    void notifies() {
        test.with("Tell", "NotificationSent Handler",
                a -> test.log(event(a).get("message") + " " + event(a).get("target") + " " + event(a).get("user")))
                .install();
        variables.put("team", ListValue.of("Bo", "Cy"));
        run(the("Notify", "team").value("with", "Meeting"));
        run(the("Notify", "nobody").noun("for", "dinner"));
        variables.put("dinner", 7L);
        run(the("Alert", "nobody").noun("for", "dinner"));
        assertThat(test.out()).isEqualTo("Meeting team Bo\nMeeting team Cy\ndinner nobody null\n7 nobody null\n");
    }

    /** [APP-93] to [APP-96], C35. */
    @Test
    void acceptsTransitions() {
        test.with("A", "StateTransition Handler<toState:closed>", a -> test.log("closed " + event(a).get("entityId"))).install();
        variables.put("ticket", object("id", "T1", "status", "open"));
        run(the("Accept", "transition: open_to_closed").noun("on", "ticket: status"));
        assertThat(variables.get("ticket")).isEqualTo(object("id", "T1", "status", "closed"));
        assertThat(variables.get("transition")).isEqualTo(variables.get("ticket"));
        assertThat(test.out()).isEqualTo("closed T1\n");
        assertThatThrownBy(() -> run(the("Accept", "transition: open_to_closed").noun("on", "ticket")))
                .hasMessage("Cannot accept state open->closed on ticket: status. Current state is \"closed\".");
        assertThatThrownBy(() -> run(the("Accept", "move: x").noun("on", "ticket")))
                .hasMessage("Invalid value 'move:x' for state transition. Valid values: <transition: from_to_target>");
        assertThatThrownBy(() -> run(the("Accept", "a_to_").noun("on", "ticket")))
                .hasMessage("Invalid value 'a_to_' for state transition. Valid values: from_to_target");
        assertThatThrownBy(() -> run(the("Accept", "a_to_b").noun("on", "ticket: nope")))
                .hasMessage("Property 'nope' not found on type 'ticket'");
        assertThatThrownBy(() -> run(the("Accept", "a_to_b").noun("on", "none"))).hasMessage("Undefined variable: 'none'");
    }

    /** [DATA-250] to [DATA-253]. */
    @Test
    void logs() {
        run(of("Log", "x").noun("to", "console"));
        run(the("Log", "note").noun("for", "console").with(2.5));
        variables.put("user", object("name", "Kim"));
        run(the("Log", "user: name").noun("to", "console"));
        run(of("Log", "bad").noun("to", "stderr"));
        run(of("Log", "worse").noun("to", "console: error"));
        run(the("Log", "metrics: short").noun("to", "console"));
        assertThat(test.out()).startsWith("x\n2.50\nKim\nmetrics: ");
        assertThat(test.err()).isEqualTo("bad\nworse\n");
        assertThatThrownBy(() -> run(the("Log", "nope").noun("to", "console"))).isInstanceOf(Missing.class);
    }

    /** [DATA-260] to [DATA-264], [DEC-10], [DEC-22]. */
    @Test
    void returns() {
        variables.put("user", object("name", "Kim"));
        run(the("Return", "OK: status").noun("for", "user"));
        assertThat(activation.response())
                .isEqualTo(new Response("OK", "user", null, List.of(new Response.Field("user", object("name", "Kim")))));
        assertThat(returned(the("Return", "OK: status").noun("with", "user")))
                .isEqualTo(new Response("OK", null, object("name", "Kim"), List.of()));
        variables.put("message", 5L);
        assertThat(returned(the("Return", "OK: status").noun("for", "boot")))
                .isEqualTo(new Response("OK", "boot", null, List.of(new Response.Field("value", "5"))));
        assertThat(returned(the("Return", "Created: status").noun("for", "boot").with(1L)))
                .isEqualTo(new Response("Created", "boot", 1L, List.of()));
        activation = new Activation(
                test.application,
                TestApplication.code("getUser", "Web", FeatureSetCode.Effects.NONE, null, _ -> {}),
                Trigger.NONE,
                null);
        assertThat(returned(the("Return", "OK: status").noun("for", "user"))).isEqualTo(new Response("OK", "user", null, List.of()));
    }

    private Response returned(Line line) {
        activation = new Activation(test.application, activation.code(), Trigger.NONE, null);
        run(line);
        return activation.response();
    }

    /** [APP-64], [DATA-275]. */
    @Test
    void throwsErrors() {
        assertThatThrownBy(() -> run(the("Throw", "NotFound: error").noun("for", "customer: id")))
                .hasMessage("NotFound in Application-Start: customer: id");
    }

    /** [APP-134], [DATA-220], [DATA-224]. */
    @Test
    void sleepsAndSchedules() {
        test.with("B", "beat Handler", _ -> test.log("beat")).install();
        assertThat(run(the("Sleep", "nap").value("for", 5L).unit("milliseconds"), "nap")).isEqualTo(object("slept", 5L));
        variables.put("ms", "2.9");
        assertThat(run(the("Sleep", "nap2").noun("for", "ms"), "nap2")).isEqualTo(object("slept", 2L));
        assertThatThrownBy(() -> run(the("Sleep", "nap").value("for", "long"))).hasMessage("'Sleep' requires a numeric duration");
        assertThat(run(the("Schedule", "beat").value("with", 20L).unit("ms"), "beat")).isEqualTo(0L);
        run(the("Sleep", "nap3").value("for", 70L).unit("ms"));
        assertThat(test.application.services().eventSources()).isEqualTo(1);
        test.application.lifecycle().stop();
        assertThat(test.out()).startsWith("beat\nbeat\nbeat\n");
        assertThatThrownBy(() -> run(the("Schedule", "beat").value("with", "often")))
                .hasMessageStartingWith("Schedule needs a numeric interval");
    }

    /** [APP-26], [APP-136], services that nobody knows. */
    @Test
    void startsStopsAndListens() {
        assertThat(run(the("Start", "lamp").value("with", ObjectValue.EMPTY), "lamp"))
                .isEqualTo(object("serverType", "lamp", "success", true));
        assertThat(run(the("Listen", "l").noun("on", "port: 9123"), "l")).isEqualTo(object("type", "port", "target", 9123L));
        assertThat(run(the("Listen", "l").noun("for", "events"), "l")).isEqualTo(object("type", "events", "target", "*"));
        assertThat(run(the("Listen", "k").noun("to", "stdin"), "k")).isEqualTo("keyboard");
        assertThat(test.application.lifecycle().isStopping()).isFalse();
        run(the("Stop", "keyboard").noun("with", "application"));
        assertThat(test.application.lifecycle().isStopping()).isTrue();
    }

    /** [IO-112], [WEB-215] without any destination. */
    @Test
    void deliversToNobody() {
        variables.put("m", "hi");
        run(the("Broadcast", "m").noun("to", "socket-server"));
        run(the("Send", "m").noun("to", "channel"));
        variables.put("id", "0197e5a0-0000-7000-8000-000000000000");
        assertThatThrownBy(() -> run(the("Send", "m").noun("to", "id")))
                .hasMessage("Connection not found: 0197e5a0-0000-7000-8000-000000000000");
        run(the("Close", "connections").noun("for", "application"));
        assertThatThrownBy(() -> run(the("Broadcast", "nope").noun("to", "websocket"))).hasMessage("Undefined variable: 'nope'");
    }
}
