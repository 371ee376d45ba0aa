package app.kith.match;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Scans made-up lists and prints how right and how costly it was; the bench runs it. */
public final class ScanMeasure {
    private ScanMeasure() {}

    public static void main(String[] args) {
        for (String size : args) {
            System.out.println(measure(Integer.parseInt(size), 5));
        }
    }

    /**
     * Scans one list.
     *
     * @param records how many records
     * @param seed of the list
     * @return one line of figures
     */
    public static String measure(int records, long seed) {
        GeneratedContacts contacts = GeneratedContacts.of(records, seed);
        contacts.forgetRows();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        long start = System.nanoTime();
        Findings findings = new Duplicates(GeneratedContacts.SCHEMA, contacts.profiles(), 0).scan(_ -> {}, () -> false);
        double cpu = (system.getProcessCpuTime() - before) / 1e9;
        double wall = (System.nanoTime() - start) / 1e9;
        Accuracy proposed = Accuracy.ofProposals(contacts, findings);
        Accuracy safe = Accuracy.ofGroups(contacts, findings.safe());
        return String.format(Locale.ROOT,
                "%,9d records: P %.4f R %.4f F1 %.4f; safe P %.4f R %.3f (%d pairs); %.1f pairs a record, candidate recall %.3f; "
                        + "%.1f CPU s, %.1f s, heap %d MB, process %d MB",
                records, proposed.precision(), proposed.recall(), proposed.f1(), safe.precision(), safe.recall(),
                safe.pairs(), findings.compared() / (double) records, Accuracy.candidateRecall(contacts, findings),
                cpu, wall, peakMegabytes(), residentMegabytes());
    }

    /** The largest sum of what was in use in the parts of the heap, the list itself counted in. */
    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }

    /** Peak resident memory of the process, as Linux counts it; 0 elsewhere. */
    private static long residentMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Scans a list, asks the most uncertain pairs, and scans again with the answers.
     *
     * @param records how many records
     * @param seed of the list
     * @param count how many answers
     * @return one line of figures
     */
    public static String answered(int records, long seed, int count) {
        GeneratedContacts contacts = GeneratedContacts.of(records, seed);
        Findings findings = scan(contacts, List.of());
        double before = Accuracy.ofProposals(contacts, findings).f1();
        List<Answer> answers = new ArrayList<>();
        while (answers.size() < count) {
            int known = answers.size();
            answers.addAll(Oracle.answers(contacts, findings, Math.min(20, count - known)));
            if (answers.size() == known) {
                break;
            }
            findings = scan(contacts, answers);
        }
        return String.format(Locale.ROOT, "%,9d records: F1 %.4f, after %d answers %.4f", records, before,
                answers.size(),
                Accuracy.ofProposals(contacts, findings).f1());
    }

    private static Findings scan(GeneratedContacts contacts, List<Answer> answers) {
        return new Duplicates(GeneratedContacts.SCHEMA, contacts.profiles(), 0, List.of(), answers).scan(_ -> {},
                () -> false);
    }

    /**
     * Looks up single records in an index of a whole list.
     *
     * @param records how many records
     * @param seed of the list
     * @return one line of figures
     */
    public static String lookup(int records, long seed) {
        GeneratedContacts contacts = GeneratedContacts.of(records, seed);
        Index index = scan(contacts, List.of()).index();
        long start = System.nanoTime();
        int found = 0;
        int looked = 0;
        for (int i = 0; i < records; i += Math.max(1, records / 2000)) {
            found += index.find(contacts.profiles().get(i), Findings.PROPOSED).size();
            looked++;
        }
        return String.format(Locale.ROOT, "%,9d records: %d looked up, %d found, %.2f ms each", records, looked, found,
                (System.nanoTime() - start) / 1e6 / looked);
    }
}
