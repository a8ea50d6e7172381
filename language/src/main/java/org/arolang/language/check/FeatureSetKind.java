package org.arolang.language.check;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a feature set run ([SYN-305], [APP-65], [APP-66]). A feature set has exactly one kind; {@link Kinds} decides it. */
public sealed interface FeatureSetKind {

    /** {@code Application-Start}, or what replaces it as entry point ([SYN-309]). */
    record EntryPoint() implements FeatureSetKind {}

    /** {@code Application-End: Success}. */
    record SuccessEnd() implements FeatureSetKind {}

    /** {@code Application-End: Error}. */
    record ErrorEnd() implements FeatureSetKind {}

    /**
     * {@code (Name: Action takes <field: Type>)}, called as {@code Application.Name}.
     *
     * @param field the field that {@code from} fills, or null
     * @param type its declared type, or null
     */
    record UserAction(@Nullable String field, @Nullable String type) implements FeatureSetKind {}

    /** Answers the contract's operation of this id. */
    record Operation(String operationId) implements FeatureSetKind {}

    /** The activity ends in {@code Test} or {@code Tests}; see also {@link Kinds#isTest}. */
    record Test() implements FeatureSetKind {}

    /** Never runs by itself. */
    record Plain() implements FeatureSetKind {}

    /** Runs when something happens; only these test the condition of their header ([SYN-308]). */
    sealed interface Triggered extends FeatureSetKind {

        /** The tests of the guard suffix, all of which must hold; usually none. */
        List<FieldGuard> guards();
    }

    /** {@code <event> Handler}: a domain event, compared case-sensitively with the emitted name. */
    record DomainEvent(String event, List<FieldGuard> guards) implements Triggered {}

    /** {@code NotificationSent Handler}. */
    record Notification(List<FieldGuard> guards) implements Triggered {}

    /** {@code StateTransition Handler}: every accepted transition. */
    record StateTransition(List<FieldGuard> guards) implements Triggered {}

    /**
     * {@code [field ]StateObserver<from_to_target>} ([APP-97]).
     *
     * @param field the observed field, compared case-insensitively; empty for any
     * @param transition {@code from_to_target}, compared case-insensitively, or null for any
     */
    record StateObserver(String field, @Nullable String transition, List<FieldGuard> guards) implements Triggered {}

    /** {@code x-repository Observer}: each change of the repository. */
    record RepositoryObserver(String repository, List<FieldGuard> guards) implements Triggered {}

    /** {@code x-repository Evicted Handler}. */
    record EvictionHandler(String repository, List<FieldGuard> guards) implements Triggered {}

    /**
     * {@code WebSocket Event Handler} ([WEB-200]).
     *
     * @param event which event by the feature set's name; null when the name fits none, so that it never runs
     */
    record WebSocketHandler(@Nullable ConnectionEvent event, List<FieldGuard> guards) implements Triggered {}

    /** {@code Socket Event Handler} of a TCP socket, the event by the feature set's name ([IO-105]). */
    record SocketHandler(ConnectionEvent event, List<FieldGuard> guards) implements Triggered {}

    /** {@code File Event Handler}, the changes by the feature set's name ([IO-94]). */
    record FileHandler(Set<FileChange> changes, List<FieldGuard> guards) implements Triggered {
        public FileHandler {
            changes = Set.copyOf(changes);
        }
    }

    /** {@code KeyPress Handler<key:enter>}: a key press; a guard on {@code key} narrows it ([IO-206]). */
    record KeyPress(List<FieldGuard> guards) implements Triggered {}

    /** What happens on a connection; {@code MESSAGE} stands for the data of a TCP socket too. */
    enum ConnectionEvent {
        CONNECT, MESSAGE, DISCONNECT
    }

    /** What happens to a file. */
    enum FileChange {
        CREATED, MODIFIED, DELETED
    }
}
