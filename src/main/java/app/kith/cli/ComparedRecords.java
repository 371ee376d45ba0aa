package app.kith.cli;

import app.kith.match.Kind;
import app.kith.match.Profile;
import app.kith.match.Schema;
import app.kith.match.Schema.Column;
import app.kith.match.Schema.Entry;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of one table, or of two that are to be linked, as they are compared.
 *
 * @param schema what their columns say
 * @param profiles the records, those of the first table first
 * @param boundary how many are of the first table where there are two; else 0
 * @param refused rows that could not be read, with the reason
 */
record ComparedRecords(Schema schema, List<Profile> profiles, int boundary, List<String> refused) {

    /**
     * Reads tables.
     *
     * @param file a table
     * @param link a second one; null for none
     * @param id column that numbers the records; empty for the one that looks like it
     * @param hidden columns that are not to be seen
     * @return the records
     * @throws KithException NOT_FOUND where there is no such column; DISK
     */
    static ComparedRecords read(Path file, @Nullable Path link, String id, Set<String> hidden) {
        RecordsFile first = RecordsFile.read(file);
        int idColumn = idColumn(first, id);
        List<Kind> kinds = ColumnKinds.of(first, idColumn);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            String header = first.header().get(i);
            columns.add(new Column(header, hidden.contains(header) ? Kind.IGNORED : kinds.get(i)));
        }
        Schema schema = new Schema(columns);
        List<Profile> profiles = new ArrayList<>(profiles(schema, first, idColumn, same(kinds.size())));
        List<String> refused = new ArrayList<>(first.refused());
        int boundary = 0;
        if (link != null) {
            RecordsFile second = RecordsFile.read(link);
            boundary = profiles.size();
            int secondId = idColumn(second, id);
            profiles.addAll(profiles(schema, second, secondId, mapping(columns, second, secondId)));
            refused.addAll(second.refused());
        }
        return new ComparedRecords(schema, profiles, boundary, refused);
    }

    private static int idColumn(RecordsFile file, String named) {
        if (named.isEmpty()) {
            return ColumnKinds.idColumn(file);
        }
        for (int i = 0; i < file.header().size(); i++) {
            if (file.header().get(i).equalsIgnoreCase(named.strip())) {
                return i;
            }
        }
        throw new KithException(Problem.NOT_FOUND, named);
    }

    private static int[] same(int size) {
        int[] mapping = new int[size];
        for (int i = 0; i < size; i++) {
            mapping[i] = i;
        }
        return mapping;
    }

    /** Which column of the first file each column of the second is: by its header, else by what it says. */
    private static int[] mapping(List<Column> columns, RecordsFile second, int secondId) {
        List<Kind> kinds = ColumnKinds.of(second, secondId);
        int[] mapping = new int[kinds.size()];
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < mapping.length; i++) {
            String header = second.header().get(i);
            mapping[i] = i == secondId ? -1 : free(columns, taken, column -> column.label().equalsIgnoreCase(header));
        }
        for (int i = 0; i < mapping.length; i++) {
            Kind kind = kinds.get(i);
            if (mapping[i] < 0 && i != secondId && kind != Kind.TEXT && kind != Kind.IGNORED) {
                mapping[i] = free(columns, taken, column -> column.kind() == kind);
            }
        }
        return mapping;
    }

    private static int free(List<Column> columns, Set<Integer> taken, java.util.function.Predicate<Column> wanted) {
        for (int j = 0; j < columns.size(); j++) {
            if (wanted.test(columns.get(j)) && taken.add(j)) {
                return j;
            }
        }
        return -1;
    }

    private static List<Profile> profiles(Schema schema, RecordsFile file, int idColumn, int[] mapping) {
        List<Profile> profiles = new ArrayList<>();
        int number = 0;
        for (List<String> row : file.rows()) {
            number++;
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                if (mapping[i] >= 0 && !row.get(i).isBlank()) {
                    entries.add(new Entry(mapping[i], row.get(i)));
                }
            }
            profiles.add(schema.profile(idColumn < 0 ? Integer.toString(number) : row.get(idColumn), entries));
        }
        return profiles;
    }
}
