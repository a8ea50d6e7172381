package org.arolang.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/**
 * Compares the benchmarks of one class with each other on a machine that is busy with other things: they run in turn in one process, again
 * and again, and of each the least processor time counts, that of the garbage collector included. A benchmark's name begins with its case;
 * the rest begins with {@code Aro} or {@code Java}, and {@code <case>Java} is what the others of the case are compared with.
 */
final class Ratios {

    private static final long TURN = 600_000_000L;
    private static final int WARM_UP = 5;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Object benchmarks;
    private Object sink = "";

    private Ratios(Object benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** Arguments: the simple name of a benchmark class, then how many turns each gets (default 15), then names to leave all others out. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class<?> type = Class.forName(Ratios.class.getPackageName() + "." + arguments[0]);
        Ratios ratios = new Ratios(type.getDeclaredConstructor().newInstance());
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        List<String> only = Arrays.asList(arguments).subList(Math.min(arguments.length, 2), arguments.length);
        ratios.run(type, turns, only);
    }

    private void run(Class<?> type, int turns, List<String> only) throws ReflectiveOperationException {
        Map<String, Method> methods = new TreeMap<>(
                Comparator.comparing((String name) -> name.replace("Java", "")).thenComparing(name -> name));
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Setup.class)) {
                method.invoke(benchmarks);
            } else if (method.isAnnotationPresent(Benchmark.class)
                    && (only.isEmpty() || only.stream().anyMatch(method.getName()::startsWith))) {
                methods.put(method.getName(), method);
            }
        }
        Map<String, Double> best = new LinkedHashMap<>();
        for (int turn = -WARM_UP; turn < turns; turn++) {
            for (Map.Entry<String, Method> entry : methods.entrySet()) {
                double nanos = turn(entry.getValue());
                if (turn >= 0) {
                    best.merge(entry.getKey(), nanos, Math::min);
                }
            }
        }
        report(best);
        if (sink.hashCode() == 42) {
            System.out.println();
        }
    }

    /** Nanoseconds of processor time for one operation. */
    private double turn(Method method) throws ReflectiveOperationException {
        OperationsPerInvocation per = method.getAnnotation(OperationsPerInvocation.class);
        long operations = 0;
        long begin = System.nanoTime();
        long start = system.getProcessCpuTime();
        do {
            Object result = method.invoke(benchmarks);
            sink = result == null ? "" : result;
            operations += per == null ? 1 : per.value();
        } while (System.nanoTime() - begin < TURN);
        return (double) (system.getProcessCpuTime() - start) / operations;
    }

    private static void report(Map<String, Double> best) {
        for (Map.Entry<String, Double> entry : best.entrySet()) {
            String name = entry.getKey();
            Double base = name.contains("Aro") ? best.get(name.substring(0, name.indexOf("Aro")) + "Java") : null;
            String ratio = base == null ? "" : String.format(Locale.ROOT, "%8.2f x Java", entry.getValue() / base);
            System.out.printf(Locale.ROOT, "%-28s %12.2f ns %s%n", name, entry.getValue(), ratio);
        }
    }
}
