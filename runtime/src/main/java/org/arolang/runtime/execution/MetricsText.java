package org.arolang.runtime.execution;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The text forms of the metrics ([APP-145] to [APP-148]). */
final class MetricsText {

    static final double MEGABYTE = 1_048_576;

    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int[] COLUMNS = {7, 9, 8, 9, 9};

    private MetricsText() {}

    /** [APP-145]. */
    static String brief(Metrics.Snapshot metrics) {
        ProcessFacts process = metrics.process();
        return format(
                "metrics: %d executions, %d featuresets, avg=%.1fms, uptime=%.1fs, cpu=%.2fs, mem=%.1fMB, fds=%d/%d",
                metrics.total(),
                metrics.sets().size(),
                metrics.average(),
                metrics.uptime(),
                process.userSeconds() + process.systemSeconds(),
                process.residentBytes() / MEGABYTE,
                process.openFiles(),
                process.maxFiles());
    }

    /** [APP-146]. */
    static String plain(Metrics.Snapshot metrics) {
        StringBuilder out = new StringBuilder();
        out.append(format("Feature Set Metrics (%d total executions, uptime: %.1fs)\n\n", metrics.total(), metrics.uptime()));
        for (Counts.Snapshot set : metrics.sets()) {
            out.append(set.name()).append(" (").append(set.activity()).append(")\n");
            out.append(format("  Executions: %d (success: %d, failed: %d)\n", set.count(), set.successes(), set.failures()));
            out.append(format("  Duration: avg=%.1fms, min=%.1fms, max=%.1fms\n\n", set.average(), set.min(), set.max()));
        }
        if (metrics.sets().isEmpty()) {
            out.append("No feature sets executed yet.\n");
        }
        ProcessFacts process = metrics.process();
        out.append("System Metrics:\n");
        out.append(format(
                "  CPU: user=%.3fs, system=%.3fs, total=%.3fs\n",
                process.userSeconds(),
                process.systemSeconds(),
                process.userSeconds() + process.systemSeconds()));
        out.append(format(
                "  Memory: virtual=%.2fMB, resident=%.2fMB\n",
                process.virtualBytes() / MEGABYTE,
                process.residentBytes() / MEGABYTE));
        out.append("  File Descriptors: ").append(process.openFiles()).append(" / ").append(process.maxFiles()).append('\n');
        return out.append("  Process Start: ").append(localTime(process)).toString();
    }

    /** [APP-147]. */
    static String table(Metrics.Snapshot metrics) {
        if (metrics.sets().isEmpty()) {
            return "No metrics collected yet.";
        }
        int width = 13;
        for (Counts.Snapshot set : metrics.sets()) {
            width = Math.max(width, set.name().codePointCount(0, set.name().length()));
        }
        StringBuilder rule = new StringBuilder("+").append("-".repeat(width + 2)).append('+');
        for (int column : COLUMNS) {
            rule.append("-".repeat(column + 2)).append('+');
        }
        List<String> lines = new ArrayList<>();
        lines.add(rule.toString());
        StringBuilder head = new StringBuilder("| ").append(left("Feature Set", width)).append(" |");
        String[] titles = {"Count", "Success", "Failed", "Avg(ms)", "Max(ms)"};
        for (int i = 0; i < titles.length; i++) {
            head.append(' ').append(left(titles[i], COLUMNS[i])).append(" |");
        }
        lines.add(head.toString());
        lines.add(rule.toString());
        for (Counts.Snapshot set : metrics.sets()) {
            lines.add(row(set.name(), width, set.count(), set.successes(), set.failures(), set.average(), set.max()));
        }
        lines.add(rule.toString());
        lines.add(row(
                "TOTAL", width, metrics.total(), metrics.successes(), metrics.failures(), metrics.average(), metrics.longest()));
        lines.add(rule.toString());
        lines.add("");
        systemTable(lines, metrics);
        return String.join("\n", lines);
    }

    private static String row(String name, int width, long count, long good, long bad, double average, double longest) {
        return "| " + left(name, width) + " | " + right("" + count, COLUMNS[0]) + " | " + right("" + good, COLUMNS[1]) + " | "
                + right("" + bad, COLUMNS[2]) + " | " + right(format("%.2f", average), COLUMNS[3]) + " | "
                + right(format("%.2f", longest), COLUMNS[4]) + " |";
    }

    private static void systemTable(List<String> lines, Metrics.Snapshot metrics) {
        ProcessFacts process = metrics.process();
        String rule = "+" + "-".repeat(26) + "+" + "-".repeat(22) + "+";
        String[][] rows = {
            {"CPU User Time", format("%.3fs", process.userSeconds())},
            {"CPU System Time", format("%.3fs", process.systemSeconds())},
            {"CPU Total Time", format("%.3fs", process.userSeconds() + process.systemSeconds())},
            {"Virtual Memory", format("%.2f MB", process.virtualBytes() / MEGABYTE)},
            {"Resident Memory", format("%.2f MB", process.residentBytes() / MEGABYTE)},
            {"File Descriptors", process.openFiles() + " / " + process.maxFiles()},
            {"Process Start Time", localTime(process)},
            {"Uptime", format("%.2fs", metrics.uptime())},
        };
        lines.add(rule);
        lines.add("| " + left("System Metrics", 24) + " | " + left("Value", 20) + " |");
        lines.add(rule);
        for (String[] row : rows) {
            lines.add("| " + left(row[0], 24) + " | " + right(row[1], 20) + " |");
        }
        lines.add(rule);
    }

    /** [APP-148]. */
    static String prometheus(Metrics.Snapshot metrics) {
        List<String> blocks = new ArrayList<>();
        blocks.add(perSet(metrics, "executions_total", "counter", "Total number of feature set executions", set -> "" + set.count()));
        blocks.add(perSet(metrics, "success_total", "counter", "Total successful executions", set -> "" + set.successes()));
        blocks.add(perSet(metrics, "failures_total", "counter", "Total failed executions", set -> "" + set.failures()));
        blocks.add(perSet(
                metrics, "duration_ms_avg", "gauge", "Average execution duration in milliseconds", set -> format("%.2f", set.average())));
        blocks.add(perSet(
                metrics, "duration_ms_max", "gauge", "Maximum execution duration in milliseconds", set -> format("%.2f", set.max())));
        blocks.add(perSet(
                metrics, "duration_ms_min", "gauge", "Minimum execution duration in milliseconds", set -> format("%.2f", set.min())));
        ProcessFacts process = metrics.process();
        blocks.add(one("aro_application_uptime_seconds", "gauge", "Application uptime in seconds", format("%.2f", metrics.uptime())));
        blocks.add(one(
                "aro_process_cpu_user_seconds", "counter", "CPU time spent in user mode", format("%.4f", process.userSeconds())));
        blocks.add(one(
                "aro_process_cpu_system_seconds", "counter", "CPU time spent in system mode", format("%.4f", process.systemSeconds())));
        blocks.add(one("aro_process_virtual_memory_bytes", "gauge", "Virtual memory size in bytes", "" + process.virtualBytes()));
        blocks.add(one("aro_process_resident_memory_bytes", "gauge", "Resident memory size in bytes", "" + process.residentBytes()));
        blocks.add(one("aro_process_open_fds", "gauge", "Number of open file descriptors", "" + process.openFiles()));
        blocks.add(one("aro_process_max_fds", "gauge", "Maximum number of file descriptors", "" + process.maxFiles()));
        blocks.add(one(
                "aro_process_start_time_seconds",
                "gauge",
                "Process start time in Unix epoch seconds",
                format("%.2f", process.start().toEpochMilli() / 1000.0)));
        return String.join("\n\n", blocks);
    }

    private static String perSet(
            Metrics.Snapshot metrics, String name, String type, String help, Function<Counts.Snapshot, String> value) {
        String metric = "aro_featureset_" + name;
        StringBuilder out = new StringBuilder(header(metric, type, help));
        for (Counts.Snapshot set : metrics.sets()) {
            out.append('\n').append(metric).append("{featureset=\"").append(label(set.name())).append("\",activity=\"");
            out.append(label(set.activity())).append("\"} ").append(value.apply(set));
        }
        return out.toString();
    }

    private static String one(String metric, String type, String help, String value) {
        return header(metric, type, help) + "\n" + metric + " " + value;
    }

    private static String header(String metric, String type, String help) {
        return "# HELP " + metric + " " + help + "\n# TYPE " + metric + " " + type;
    }

    private static String label(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String localTime(ProcessFacts process) {
        return LOCAL_TIME.format(process.start().atZone(ZoneId.systemDefault()));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
