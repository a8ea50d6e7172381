package org.arolang.language.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.arolang.language.check.FeatureSetKind.ConnectionEvent;
import org.arolang.language.check.FeatureSetKind.FileChange;
import org.arolang.language.tree.FeatureSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a feature set is from the text of its header ([SYN-305], [APP-65], [APP-66]). The checker and the runtime both ask here,
 * so what is checked as a handler is what is registered as one. The more specific activity wins; a contract's operation is what no
 * activity claims.
 */
public final class Kinds {

    /** The entry point's name unless {@code --entry-point} says otherwise. */
    public static final String APPLICATION_START = "Application-Start";

    /** The name of the feature sets that run at the end. */
    public static final String APPLICATION_END = "Application-End";

    private static final String HANDLER = " Handler";
    private static final String REPOSITORY = "-repository";

    private Kinds() {}

    /** The kind of {@code featureSet} in an application without a contract. */
    public static FeatureSetKind of(FeatureSet featureSet) {
        return of(featureSet, APPLICATION_START, Set.of());
    }

    /** The kind of {@code featureSet}, given the entry point's name and the ids of the contract's operations. */
    public static FeatureSetKind of(FeatureSet featureSet, String entryPoint, Set<String> operations) {
        String name = featureSet.name();
        if (name.equals(entryPoint)) {
            return new FeatureSetKind.EntryPoint();
        }
        if (name.equals(APPLICATION_END)) {
            return switch (featureSet.activity()) {
                case "Success" -> new FeatureSetKind.SuccessEnd();
                case "Error" -> new FeatureSetKind.ErrorEnd();
                default -> new FeatureSetKind.Plain();
            };
        }
        if (name.equals(APPLICATION_START)) {
            return new FeatureSetKind.Plain();
        }
        if (featureSet.isAction()) {
            FeatureSet.Takes takes = featureSet.takes();
            return new FeatureSetKind.UserAction(takes == null ? null : takes.field(), takes == null ? null : takes.type());
        }
        FeatureSetKind triggered = triggered(name, featureSet.activity());
        if (triggered != null) {
            return triggered;
        }
        if (operations.contains(name)) {
            return new FeatureSetKind.Operation(name);
        }
        return isTest(featureSet) ? new FeatureSetKind.Test() : new FeatureSetKind.Plain();
    }

    /** Whether {@code aro test} runs it, whatever else it is ([TOOL-401]). */
    public static boolean isTest(FeatureSet featureSet) {
        return isTest(featureSet.activity());
    }

    /** Whether {@code aro test} runs feature sets of this activity. */
    public static boolean isTest(String businessActivity) {
        String activity = activityWithoutSuffix(businessActivity);
        return activity.endsWith("Test") || activity.endsWith("Tests");
    }

    /** A lifecycle name: {@code Application-Start} or {@code Application-End}. */
    static boolean isLifecycle(String name) {
        return name.equals(APPLICATION_START) || name.equals(APPLICATION_END);
    }

    /** The activity before its {@code <...>}. */
    static String activityWithoutSuffix(String activity) {
        int angle = activity.indexOf('<');
        return angle < 0 ? activity : activity.substring(0, angle).strip();
    }

    private static @Nullable FeatureSetKind triggered(String name, String activity) {
        String plain = activityWithoutSuffix(activity);
        String suffix = suffix(activity);
        List<FieldGuard> guards = FieldGuard.parse(suffix);
        if (plain.contains("NotificationSent Handler")) {
            return new FeatureSetKind.Notification(guards);
        }
        if (plain.contains("StateTransition Handler")) {
            return new FeatureSetKind.StateTransition(guards);
        }
        if (plain.contains("KeyPress Handler")) {
            return new FeatureSetKind.KeyPress(guards);
        }
        String evicting = repositoryBefore(plain, " Evicted Handler");
        if (evicting != null) {
            return new FeatureSetKind.EvictionHandler(evicting, guards);
        }
        if (plain.contains("WebSocket Event Handler")) {
            return new FeatureSetKind.WebSocketHandler(webSocketEvent(name), guards);
        }
        if (plain.contains("Socket Event Handler")) {
            return new FeatureSetKind.SocketHandler(socketEvent(name), guards);
        }
        if (plain.contains("File Event Handler")) {
            return new FeatureSetKind.FileHandler(fileChanges(name), guards);
        }
        int observer = plain.indexOf("StateObserver");
        if (observer >= 0) {
            String transition = suffix.isEmpty() || suffix.contains(":") ? null : suffix;
            return new FeatureSetKind.StateObserver(plain.substring(0, observer).strip(), transition, guards);
        }
        String observed = repositoryBefore(plain, " Observer");
        if (observed != null) {
            return new FeatureSetKind.RepositoryObserver(observed, guards);
        }
        if (plain.endsWith(HANDLER)) {
            String event = plain.substring(0, plain.length() - HANDLER.length()).strip();
            return event.isEmpty() ? null : new FeatureSetKind.DomainEvent(event, guards);
        }
        return null;
    }

    private static String suffix(String activity) {
        int open = activity.indexOf('<');
        int close = activity.indexOf('>', open + 1);
        return open < 0 || close < 0 ? "" : activity.substring(open + 1, close).strip();
    }

    /** The repository that the last word before {@code ending} names, or null. */
    private static @Nullable String repositoryBefore(String activity, String ending) {
        int end = activity.indexOf(REPOSITORY + ending);
        if (end < 0) {
            return null;
        }
        int start = activity.lastIndexOf(' ', end) + 1;
        return start == end ? null : activity.substring(start, end + REPOSITORY.length());
    }

    private static @Nullable ConnectionEvent webSocketEvent(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("message")) {
            return ConnectionEvent.MESSAGE;
        }
        if (lower.contains("disconnect")) {
            return ConnectionEvent.DISCONNECT;
        }
        return lower.contains("connect") ? ConnectionEvent.CONNECT : null;
    }

    private static ConnectionEvent socketEvent(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("disconnect")) {
            return ConnectionEvent.DISCONNECT;
        }
        return lower.contains("connect") ? ConnectionEvent.CONNECT : ConnectionEvent.MESSAGE;
    }

    private static Set<FileChange> fileChanges(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (FileChange change : FileChange.values()) {
            if (lower.contains(change.name().toLowerCase(Locale.ROOT))) {
                return EnumSet.of(change);
            }
        }
        return EnumSet.allOf(FileChange.class);
    }
}
