package dev.zoetrope.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What one film cost. On a busy machine the processor's time says more than the clock's.
///
/// @param wall seconds by the clock
/// @param processor seconds of all threads together
record Cost(double wall, double processor) {
    private static final double NANOS = 1e9;

    /// Something that may fail in any way.
    interface Work {
        void run() throws Exception;
    }

    /// Does some work in this process, whose compiler and collector count as well.
    static Cost of(Work work) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long processor = system.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Cost((System.nanoTime() - start) / NANOS, (system.getProcessCpuTime() - processor) / NANOS);
    }

    /// The median of each.
    static Cost median(List<Cost> costs) {
        return new Cost(median(costs, Cost::wall), median(costs, Cost::processor));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
        double[] sorted = costs.stream().mapToDouble(part).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%6.2f s (%6.2f s of processor)", wall, processor);
    }
}
