package org.arolang.runtime.execution;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Origin;
import org.jspecify.annotations.Nullable;

/** Counts the executions of feature sets and tells about them ([APP-143] to [APP-149]). Thread-safe. */
public final class Metrics {

    private static final Origin PROMETHEUS = new Origin("prometheus", Origin.Maker.NONE, null);

    private final ConcurrentHashMap<Key, Counts> counts = new ConcurrentHashMap<>();
    private final long started = System.nanoTime();

    private record Key(String name, String activity) {

        // Written out: what Java makes for records costs each start some milliseconds.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && name.equals(key.name) && activity.equals(key.activity);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + activity.hashCode();
        }
    }

    /** The counters of a feature set. */
    Counts counts(FeatureSetCode code) {
        return counts.computeIfAbsent(new Key(code.name(), code.activity()), key -> new Counts(key.name, key.activity));
    }

    /**
     * The report as text ([APP-144]).
     *
     * @param format {@code plain}, {@code short}, {@code table} or {@code prometheus} in any case; every other word means plain
     * @return a text, with its origin when it is the one for Prometheus ([WEB-2])
     */
    public Object text(String format) {
        Snapshot snapshot = snapshot();
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "short" -> MetricsText.brief(snapshot);
            case "table" -> MetricsText.table(snapshot);
            case "prometheus" -> MarkedText.of(MetricsText.prometheus(snapshot), PROMETHEUS);
            default -> MetricsText.plain(snapshot);
        };
    }

    /** The report as an object, which is what {@code <metrics>} is where JSON is made ([APP-146]). */
    public ObjectValue value() {
        Snapshot snapshot = snapshot();
        ListValue.Builder sets = new ListValue.Builder();
        for (Counts.Snapshot set : snapshot.sets) {
            sets.add(ObjectValue.of(
                    "averageDurationMs", set.average(),
                    "businessActivity", set.activity(),
                    "executionCount", set.count(),
                    "failureCount", set.failures(),
                    "maxDurationMs", set.max(),
                    "minDurationMs", set.min(),
                    "name", set.name(),
                    "successCount", set.successes()));
        }
        ProcessFacts process = snapshot.process;
        return ObjectValue.of(
                "collectedAt", Instant.now(),
                "featureSets", sets.build(),
                "processMetrics", ObjectValue.of(
                        "cpuSystemTime", process.systemSeconds(),
                        "cpuTotalTime", process.userSeconds() + process.systemSeconds(),
                        "cpuUserTime", process.userSeconds(),
                        "maxFileDescriptors", process.maxFiles(),
                        "openFileDescriptors", process.openFiles(),
                        "processStartTime", process.start(),
                        "residentMemoryBytes", process.residentBytes(),
                        "residentMemoryMB", process.residentBytes() / MetricsText.MEGABYTE,
                        "virtualMemoryBytes", process.virtualBytes(),
                        "virtualMemoryMB", process.virtualBytes() / MetricsText.MEGABYTE),
                "totalExecutions", snapshot.total(),
                "totalFailures", snapshot.failures(),
                "totalSuccesses", snapshot.successes(),
                "uptimeSeconds", snapshot.uptime);
    }

    Snapshot snapshot() {
        List<Counts.Snapshot> sets = counts.values().stream()
                .map(Counts::snapshot)
                .filter(set -> set.count() > 0)
                .sorted(Comparator.comparing(Counts.Snapshot::name).thenComparing(Counts.Snapshot::activity))
                .toList();
        return new Snapshot(sets, (System.nanoTime() - started) / 1e9, ProcessFacts.read());
    }

    /** All numbers at one moment, sorted by name. */
    record Snapshot(List<Counts.Snapshot> sets, double uptime, ProcessFacts process) {

        long successes() {
            return sets.stream().mapToLong(Counts.Snapshot::successes).sum();
        }

        long failures() {
            return sets.stream().mapToLong(Counts.Snapshot::failures).sum();
        }

        long total() {
            return successes() + failures();
        }

        double duration() {
            return sets.stream().mapToDouble(Counts.Snapshot::total).sum();
        }

        double average() {
            return total() == 0 ? 0 : duration() / total();
        }

        double longest() {
            return sets.stream().mapToDouble(Counts.Snapshot::max).max().orElse(0);
        }
    }
}
