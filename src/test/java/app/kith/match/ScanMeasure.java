package app.kith.match;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

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
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        Findings findings = new Duplicates(GeneratedContacts.SCHEMA, contacts.profiles(), 0).scan(_ -> {}, () -> false);
        double cpu = (system.getProcessCpuTime() - before) / 1e9;
        Accuracy proposed = Accuracy.ofProposals(contacts, findings);
        Accuracy safe = Accuracy.ofGroups(contacts, findings.safe());
        return String.format(Locale.ROOT,
                "%,9d records: P %.4f R %.4f F1 %.4f; safe P %.4f R %.3f (%d pairs); %.1f pairs a record; %.1f CPU s",
                records, proposed.precision(), proposed.recall(), proposed.f1(), safe.precision(), safe.recall(),
                safe.pairs(), findings.compared() / (double) records, cpu);
    }
}
