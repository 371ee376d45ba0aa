package app.kith.bench;

import app.kith.Main;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Runs the program and says at its end, on the error stream, what the whole process took. */
public final class MeasuredMain {
    static final String MARK = "measured ";

    private MeasuredMain() {}

    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(MeasuredMain::report));
        Main.main(args);
    }

    private static void report() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.err.printf(Locale.ROOT, "%scpu=%.2f peak=%d heap=%d%n", MARK, system.getProcessCpuTime() / 1e9,
                peakMegabytes(), peakHeapMegabytes());
    }

    /** The largest sum of what was in use in the parts of the heap, whether it was still needed or not. */
    private static long peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }

    /** Peak resident memory in MB, as Linux counts it; 0 elsewhere. */
    private static long peakMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
