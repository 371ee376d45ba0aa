package app.kith.match;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A made-up list as a CSV file, for programs that are run beside each other on it, and how right the pairs are that they find. */
public final class MadeUpTable {
    private final GeneratedContacts contacts;

    /**
     * Makes a list.
     *
     * @param records how many records
     * @param seed of the list
     */
    public MadeUpTable(int records, long seed) {
        contacts = GeneratedContacts.of(records, seed);
    }

    /** Writes the records: a header, then {@code id,name,email,phone,company,title,address}; the ids are {@code r0}, {@code r1} … */
    public void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("id,name,email,phone,company,title,address\n");
            for (int i = 0; i < contacts.profiles().size(); i++) {
                out.write(contacts.profiles().get(i).id());
                for (String value : contacts.row(i)) {
                    out.write(",\"" + value.replace("\"", "\"\"") + '"');
                }
                out.write('\n');
            }
        }
    }

    /**
     * Judges pairs.
     *
     * @param pairs pairs of ids, each pair once
     * @return precision, recall and F1 in one line
     */
    public String judge(List<String[]> pairs) {
        long right = 0;
        for (String[] pair : pairs) {
            right += owner(pair[0]) == owner(pair[1]) ? 1 : 0;
        }
        Accuracy accuracy = new Accuracy(pairs.isEmpty() ? 1 : right / (double) pairs.size(),
                right / (double) Accuracy.truth(contacts), pairs.size());
        return String.format(Locale.ROOT, "P %.4f R %.4f F1 %.4f (%d pairs)", accuracy.precision(), accuracy.recall(),
                accuracy.f1(), accuracy.pairs());
    }

    private int owner(String id) {
        return contacts.owner(Integer.parseInt(id.substring(1)));
    }
}
