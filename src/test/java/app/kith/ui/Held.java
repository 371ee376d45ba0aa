package app.kith.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this process holds in memory, in MB.
 *
 * @param used used in the heap, with what is no longer needed
 * @param committed what the heap has from the system
 * @param resident what Linux counts for the process, by kind; empty elsewhere
 */
record Held(long used, long committed, String resident) {

    static Held now() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        Path status = Path.of("/proc/self/status");
        String resident = Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS") || line.startsWith("Rss") || line.startsWith("VmHWM"))
                        .map(line -> line.substring(0, line.indexOf(':')) + " "
                                + Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .collect(Collectors.joining(", "))
                : "";
        return new Held((runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.totalMemory() >> 20, resident);
    }

    /** What the running Java says to a command of jcmd, by its name as a bean has it. */
    static String told(String command, String... arguments) throws JMException {
        return String.valueOf(ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), command, new Object[]{arguments},
                new String[]{String[].class.getName()}));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "heap %d of %d MB; %s", used, committed, resident);
    }
}
