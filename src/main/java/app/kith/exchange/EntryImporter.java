package app.kith.exchange;

import app.kith.contact.Entry;
import app.kith.contact.NormalForm;
import app.kith.contact.Source;
import app.kith.exchange.EntryPlan.FilePlan;
import app.kith.exchange.EntryPlan.Planned;
import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Plans what an import of activities and records would do, and changes nothing. A record that is there is known by its kind and number;
 * without a number, and an activity, by customer, time and text. A row whose customer is unknown or doubtful is refused.
 */
public final class EntryImporter {
    private static final int BATCH = 1000;

    private final ExistingEntries existing;
    private final Importer.Mode mode;
    private final LongConsumer progress;
    private final BooleanSupplier stop;
    private final EntryOwners owners;
    private final Map<String, Entry> numbered = new HashMap<>();
    private final Set<String> planned = new HashSet<>();
    private long rows;

    /**
     * Makes an importer for one import.
     *
     * @param existing what is there
     * @param mode what may be done
     * @param progress told how many rows were read
     * @param stop asked now and then; true stops with CANCELLED
     */
    public EntryImporter(ExistingEntries existing, Importer.Mode mode, LongConsumer progress, BooleanSupplier stop) {
        this.existing = existing;
        this.mode = mode;
        this.progress = progress;
        this.stop = stop;
        this.owners = new EntryOwners(existing);
    }

    /**
     * Plans an import of files.
     *
     * @param files the files, in the order in which they count
     * @return what would be done
     * @throws KithException IMPORT_REFUSED where a file cannot be read to its end; CANCELLED
     */
    public EntryPlan plan(List<EntryFile> files) {
        long version = existing.version();
        existing.numbered().forEach(entry -> numbered.putIfAbsent(number(entry.kind(), entry.number()), entry));
        List<FilePlan> plans = new ArrayList<>();
        for (EntryFile file : files) {
            FilePlan plan = new FilePlan(file);
            try (EntryFile.Reader reader = file.rows()) {
                List<DraftEntry> batch = batch(reader);
                while (!batch.isEmpty()) {
                    plan(batch, SourceName.of(file.path()), plan);
                    batch = batch(reader);
                }
            }
            plans.add(plan);
        }
        return new EntryPlan(version, List.copyOf(plans));
    }

    private List<DraftEntry> batch(EntryFile.Reader reader) {
        if (stop.getAsBoolean()) {
            throw new KithException(Problem.CANCELLED);
        }
        List<DraftEntry> batch = new ArrayList<>(BATCH);
        DraftEntry row = reader.next();
        while (row != null) {
            batch.add(row);
            row = batch.size() < BATCH ? reader.next() : null;
        }
        rows += batch.size();
        progress.accept(rows);
        return batch;
    }

    private void plan(List<DraftEntry> batch, Source source, FilePlan into) {
        owners.read(batch);
        List<EntryOwners.Found> found = batch.stream().map(owners::of).toList();
        Set<Long> contacts = new HashSet<>();
        found.forEach(one -> contacts.add(one.contact()));
        Map<String, Entry> there = new HashMap<>();
        existing.of(contacts).forEach(entry -> there.putIfAbsent(said(entry), entry));
        for (int i = 0; i < batch.size(); i++) {
            DraftEntry row = batch.get(i);
            if (!row.problems().isEmpty()) {
                into.refuse(row, row.problems().getFirst());
            } else if (found.get(i).contact() == 0) {
                into.refuse(row, found.get(i).why());
            } else {
                Optional<String> absent = row.files().stream().filter(name -> file(into, name) == null).findFirst();
                if (absent.isPresent()) {
                    into.refuse(row, Note.of("entries.no-file", absent.get()));
                } else {
                    plan(row, found.get(i).contact(), source, there, into);
                }
            }
        }
    }

    private void plan(DraftEntry row, long contact, Source source, Map<String, Entry> there, FilePlan into) {
        Entry wanted = entry(row, contact, source);
        String key = wanted.number().isEmpty() ? said(wanted) : number(wanted.kind(), wanted.number());
        Entry before = wanted.number().isEmpty() ? there.get(key) : numbered.get(key);
        Entry after = before == null ? wanted : over(before, wanted, row.said());
        List<Path> files = row.files().stream().map(name -> file(into, name)).filter(Objects::nonNull)
                .filter(file -> after.files().stream().noneMatch(kept -> file.endsWith(kept.name()))).toList();
        if (!planned.add(key) || after.equals(before) && files.isEmpty()) {
            into.tally(EntryPlan.Kind.SAME);
        } else if (mode != Importer.Mode.BOTH && mode == Importer.Mode.CREATE != (before == null)) {
            into.tally(EntryPlan.Kind.LEFT);
        } else {
            into.add(new Planned(before, after, files));
        }
    }

    /** A file that a row names: in the table's folder or below, so that no table can name what is none of its own. Null for none. */
    private static @Nullable Path file(FilePlan into, String name) {
        Path folder = into.file().path().toAbsolutePath().normalize().getParent();
        if (folder == null) {
            return null;
        }
        try {
            Path file = folder.resolve(name.replace('\\', '/')).normalize();
            boolean within = file.startsWith(folder) && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(folder.toRealPath());
            return within ? file : null;
        } catch (InvalidPathException | IOException e) {
            return null;
        }
    }

    private static Entry entry(DraftEntry row, long contact, Source source) {
        return new Entry(0, contact, Objects.requireNonNull(row.kind()), millis(Objects.requireNonNull(row.at())),
                row.until() == null ? null : millis(row.until()), row.title().strip(), row.text().strip(),
                row.number().strip(), row.amount(), row.currency(), row.state().strip(), source);
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What the file has no column for stays as it is; who entered it first stays its source. */
    private static Entry over(Entry before, Entry wanted, Set<EntryField> said) {
        boolean until = said.contains(EntryField.UNTIL);
        boolean amount = said.contains(EntryField.AMOUNT);
        BigDecimal number = amount && !same(before.amount(), wanted.amount()) ? wanted.amount() : before.amount();
        boolean currency = amount && !wanted.currency().isEmpty();
        return new Entry(before.id(), wanted.contact(), before.kind(), wanted.at(),
                until ? wanted.until() : before.until(), said.contains(EntryField.TITLE)
                        ? wanted.title()
                        : before.title(),
                said.contains(EntryField.TEXT) ? wanted.text() : before.text(),
                before.number(), number, currency ? wanted.currency() : before.currency(),
                said.contains(EntryField.STATE) ? wanted.state() : before.state(), before.source(), before.files());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    private static String number(Entry.Kind kind, String number) {
        return kind + "#" + NormalForm.folded(number);
    }

    /** By what an entry without a number is known again: a record also by its amount, an activity by its words. */
    private static String said(Entry entry) {
        BigDecimal amount = entry.amount();
        return entry.contact() + " " + entry.kind() + " " + entry.at().toEpochMilli() / 60_000 + " "
                + NormalForm.folded(entry.title()) + "\n" + NormalForm.folded(entry.text())
                + (entry.kind().isRecord() && amount != null ? "\n" + amount.stripTrailingZeros().toPlainString() : "");
    }
}
