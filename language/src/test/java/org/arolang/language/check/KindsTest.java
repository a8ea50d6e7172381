package org.arolang.language.check;

import java.util.List;
import java.util.Set;
import org.arolang.language.check.FeatureSetKind.ConnectionEvent;
import org.arolang.language.check.FeatureSetKind.FileChange;
import org.arolang.language.source.Span;
import org.arolang.language.tree.FeatureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a header makes of a feature set: SYN-305, SYN-307, APP-65 to APP-68. */
class KindsTest {

    private static final Span NOWHERE = Span.at(0);

    private static FeatureSet featureSet(String name, String activity) {
        return new FeatureSet(
                name, activity, null, null, null, List.of(), NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE);
    }

    private static FeatureSetKind kind(String name, String activity) {
        return Kinds.of(featureSet(name, activity), Kinds.APPLICATION_START, Set.of("listPots"));
    }

    @ParameterizedTest
    @CsvSource({
        "Application-Start, Shop, EntryPoint",
        "Application-Start, Ordered Handler, EntryPoint",
        "Application-End, Success, SuccessEnd",
        "Application-End, Error, ErrorEnd",
        "Application-End, Ordered Handler, Plain",
        "Double, Action, UserAction",
        "listPots, Shop, Operation",
        "listPots, Shop Test, Operation",
        "listPots, Ordered Handler, DomainEvent",
        "Any, Shop Tests, Test",
        "Any, Contest, Plain",
        "Any, Shop, Plain",
        "Any, Handler, Plain",
        "Any, NotificationSent Handler, Notification",
        "Any, StateTransition Handler<toState:done>, StateTransition",
        "Any, status StateObserver, StateObserver",
        "Any, KeyPress Handler, KeyPress",
        "Any, pot-repository Observer, RepositoryObserver",
        "Any, Observer, Plain",
        "Any, pot-repository Evicted Handler, EvictionHandler",
        "Any, Chat WebSocket Event Handler, WebSocketHandler",
        "Any, Socket Event Handler, SocketHandler",
        "Any, File Event Handler, FileHandler",
        "Any, stock-tick Handler, DomainEvent",
    })
    void everyHeaderHasOneKind(String name, String activity, String expected) {
        assertThat(kind(name, activity).getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void entryPointOptionReplacesApplicationStart() {
        assertThat(Kinds.of(featureSet("Warm Up", "Shop"), "Warm Up", Set.of())).isInstanceOf(FeatureSetKind.EntryPoint.class);
        assertThat(Kinds.of(featureSet("Application-Start", "A Handler"), "Warm Up", Set.of())).isInstanceOf(FeatureSetKind.Plain.class);
    }

    @Test
    void guardsAreReadFromTheSuffix() {
        FeatureSetKind kind = kind("Pay", "OrderChanged Handler<status:paid,sent;buyer.tier:gold;odd>");
        assertThat(kind).isEqualTo(new FeatureSetKind.DomainEvent(
                "OrderChanged",
                List.of(
                        new FieldGuard(List.of("status"), List.of("paid", "sent")),
                        new FieldGuard(List.of("buyer", "tier"), List.of("gold")))));
        FieldGuard status = ((FeatureSetKind.Triggered) kind).guards().getFirst();
        assertThat(status.accepts("PAID")).isTrue();
        assertThat(status.accepts("paid,sent")).isFalse();
    }

    @Test
    void observersNameWhatTheyObserve() {
        assertThat(kind("Any", "Chat message-repository Observer<kind:green>"))
                .isEqualTo(new FeatureSetKind.RepositoryObserver(
                        "message-repository", List.of(new FieldGuard(List.of("kind"), List.of("green")))));
        assertThat(kind("Any", "log-repository Evicted Handler"))
                .isEqualTo(new FeatureSetKind.EvictionHandler("log-repository", List.of()));
        assertThat(kind("Any", "status StateObserver<draft_to_sent>"))
                .isEqualTo(new FeatureSetKind.StateObserver("status", "draft_to_sent", List.of()));
        assertThat(kind("Any", "StateObserver")).isEqualTo(new FeatureSetKind.StateObserver("", null, List.of()));
    }

    @Test
    void namesDecideWhichEventOfAConnectionOrFile() {
        assertThat(webSocket("Handle Disconnect Message")).isEqualTo(ConnectionEvent.MESSAGE);
        assertThat(webSocket("On Gate Disconnect")).isEqualTo(ConnectionEvent.DISCONNECT);
        assertThat(webSocket("On Gate CONNECT")).isEqualTo(ConnectionEvent.CONNECT);
        assertThat(webSocket("Greet")).isNull();
        assertThat(socket("Peer Disconnected")).isEqualTo(ConnectionEvent.DISCONNECT);
        assertThat(socket("Anything")).isEqualTo(ConnectionEvent.MESSAGE);
        assertThat(files("Handle File Created")).containsExactly(FileChange.CREATED);
        assertThat(files("Anything")).containsExactlyInAnyOrder(FileChange.values());
    }

    @Test
    void actionsMayTakeAField() {
        FeatureSet action = new FeatureSet(
                "Brew",
                "Action",
                new FeatureSet.Takes("cups", "Integer", NOWHERE),
                null,
                null,
                List.of(),
                NOWHERE,
                NOWHERE,
                NOWHERE,
                NOWHERE,
                NOWHERE);
        assertThat(Kinds.of(action)).isEqualTo(new FeatureSetKind.UserAction("cups", "Integer"));
    }

    private static ConnectionEvent webSocket(String name) {
        return ((FeatureSetKind.WebSocketHandler) kind(name, "WebSocket Event Handler")).event();
    }

    private static ConnectionEvent socket(String name) {
        return ((FeatureSetKind.SocketHandler) kind(name, "Socket Event Handler")).event();
    }

    private static Set<FileChange> files(String name) {
        return ((FeatureSetKind.FileHandler) kind(name, "File Event Handler")).changes();
    }
}
