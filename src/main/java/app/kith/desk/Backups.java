package app.kith.desk;

import app.kith.vault.SafeFile;
import app.kith.vault.Vault;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Backups of a data folder: its logs, copied as far as they reached at one moment while the program goes on, and the sealed keys.
 * All else is built again from these. A backup is a zip file of what is encrypted already, and opens only in the ways in which the
 * data folder opened when it was made: where that was the key store of one machine alone, on that machine alone. Thread-safe; blocks.
 */
public final class Backups {
    /** How the names of backups end. */
    public static final String ENDING = ".kithbackup";

    static final List<String> LOGS = List.of("ledger", "mail", "files");
    static final List<String> FILES = List.of("vault.json", "secrets.sealed", "reports.sealed");
    static final String MANIFEST = "kith-backup.json";
    static final JsonMapper JSON = new JsonMapper();

    /** How many are kept in the usual place. */
    private static final int KEPT = 10;
    private static final String LAST = "backup.json";
    private static final String PLAN = "backup-plan.json";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);
    private static final int BUFFER = 1 << 16;

    private final Path home;
    private final Supplier<Ends> ends;
    private final Lock files;
    private final Clock clock;

    /**
     * How far the logs reach at one moment.
     *
     * @param changes number of the last change set
     * @param mail number of the last record of the mail log
     * @param files the logs' files by their names in the data folder, with their sizes in bytes
     */
    record Ends(long changes, long mail, Map<String, Long> files) {}

    /**
     * What a backup says of itself.
     *
     * @param made when it was begun, ISO 8601
     * @param changes number of the last change set
     * @param mail number of the last record of the mail log
     * @param files SHA-256 of its files by their names, in hex
     */
    record Manifest(String made, long changes, long mail, Map<String, String> files) {}

    /** The last backup, and all that went by themselves into a folder of many, newest last. */
    private record Last(@Nullable String made, @Nullable String file, @Nullable List<String> kept) {
        static final Last NONE = new Last(null, null, null);
    }

    private record Plan(BackupPlan.Every every, @Nullable String folder) {}

    /**
     * @param files held while the logs are copied, so that no file of theirs is exchanged for another meanwhile
     */
    Backups(Path home, Supplier<Ends> ends, Lock files, Clock clock) {
        this.files = files;
        this.home = home;
        this.ends = ends;
        this.clock = clock;
    }

    /**
     * Where backups of a data folder go if nothing else is said: beside it.
     *
     * @param home the data folder
     * @return the folder, which need not be there yet
     */
    public static Path usual(Path home) {
        Path folder = home.toAbsolutePath().normalize();
        return folder.resolveSibling(folder.getFileName() + "-backups");
    }

    /** {@return when backups are made, and where} */
    public BackupPlan plan() {
        return plan(home);
    }

    /**
     * When backups of a data folder are made, and where; the folder need not be open.
     *
     * @param home the data folder
     * @return the plan; the usual one where none was made, or none can be read
     */
    public static BackupPlan plan(Path home) {
        try {
            Plan plan = JSON.readValue(Files.readString(home.resolve(PLAN)), Plan.class);
            return new BackupPlan(plan.every(), plan.folder() == null ? null : Path.of(plan.folder()));
        } catch (IOException | JacksonException | InvalidPathException | NullPointerException _) {
            return BackupPlan.USUAL;
        }
    }

    /** {@return whether the user ever said when backups are to be made, or that they are not} */
    public boolean isPlanned() {
        return Files.exists(home.resolve(PLAN));
    }

    /**
     * Keeps a plan.
     *
     * @param plan when, and where
     * @throws KithException BACKUP_FOLDER where its folder is not there, DISK
     */
    public void keep(BackupPlan plan) {
        Path folder = plan.folder();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new KithException(Problem.BACKUP_FOLDER, folder);
        }
        write(PLAN, new Plan(plan.every(), folder == null ? null : folder.toAbsolutePath().toString()));
    }

    /**
     * Where backups of a data folder go if nothing else is said.
     *
     * @param home the data folder
     * @return the folder of its plan, else the usual one; need not be there
     */
    public static Path folder(Path home) {
        Path chosen = plan(home).folder();
        return chosen == null ? usual(home) : chosen;
    }

    /**
     * Makes a backup in the folder of the plan; of those made there of this data folder only the newest ten stay.
     *
     * @param progress told how many bytes were written
     * @param cancelled asked now and then; nothing is left where it says yes
     * @return the backup
     * @throws KithException BACKUP_FOLDER where the chosen folder is not there, perhaps on a drive that is not connected; DISK,
     *     CANCELLED
     */
    public Backup create(LongConsumer progress, BooleanSupplier cancelled) {
        Path folder = folder(home);
        if (plan().folder() == null) {
            Home.make(folder);
        } else if (!Files.isDirectory(folder)) {
            throw new KithException(Problem.BACKUP_FOLDER, folder);
        }
        // Others may keep theirs in a folder that was chosen: only what is ours may go.
        List<String> before = lastMade().kept();
        List<String> kept = new ArrayList<>(before != null
                ? before
                : BackupFile.list(usual(home)).reversed().stream().map(one -> one.file().toString()).toList());
        Backup made = create(folder.resolve("kith-" + NAME.format(clock.instant()) + ENDING), progress, cancelled);
        kept.add(made.file().toAbsolutePath().toString());
        while (kept.size() > KEPT) {
            Path old = Path.of(kept.removeFirst());
            try {
                Files.deleteIfExists(old);
            } catch (IOException e) {
                throw disk(old, e);
            }
        }
        remember(new Last(made.made().toString(), made.file().toAbsolutePath().toString(), kept));
        return made;
    }

    /**
     * Makes a backup. It appears under its name when it is whole and on the disk.
     *
     * @param file where it goes; may not be there
     * @param progress told how many bytes were written
     * @param cancelled asked now and then; nothing is left where it says yes
     * @return the backup
     * @throws KithException FILE_EXISTS, DISK, CANCELLED
     */
    public Backup create(Path file, LongConsumer progress, BooleanSupplier cancelled) {
        if (Files.exists(file)) {
            throw new KithException(Problem.FILE_EXISTS, file);
        }
        Instant made = clock.instant();
        files.lock();
        try {
            return create(file, made, progress, cancelled);
        } finally {
            files.unlock();
        }
    }

    private Backup create(Path file, Instant made, LongConsumer progress, BooleanSupplier cancelled) {
        Ends now = ends.get();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            create(part);
            write(part, made, now, new Watch(progress, cancelled));
            BackupFile.force(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            remember(new Last(made.toString(), file.toAbsolutePath().toString(), lastMade().kept()));
            return new Backup(file, made, Files.size(file), now.changes(), now.mail(), Vault.ways(home));
        } catch (IOException e) {
            throw disk(file, e);
        } finally {
            try {
                Files.deleteIfExists(part);
            } catch (IOException _) {
                // It stays as what it is by its name: a part.
            }
        }
    }

    /** Nobody else may read it, as nobody may read the data folder: the sealed keys are in it. */
    private static void create(Path part) throws IOException {
        Files.deleteIfExists(part);
        Files.createFile(part);
        if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void write(Path part, Instant made, Ends now, Watch watch) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        try (OutputStream out = Files.newOutputStream(part); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION); // What is encrypted cannot be made smaller.
            for (String name : FILES) {
                if (Files.exists(home.resolve(name))) {
                    digests.put(name, copy(zip, name, Long.MAX_VALUE, watch));
                }
            }
            for (Map.Entry<String, Long> log : now.files().entrySet()) {
                digests.put(log.getKey(), copy(zip, log.getKey(), log.getValue(), watch));
            }
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writeValueAsString(new Manifest(made.toString(), now.changes(), now.mail(), digests))
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private String copy(ZipOutputStream zip, String name, long size, Watch watch) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        BackupFile.Digest digest = new BackupFile.Digest();
        try (InputStream in = Files.newInputStream(home.resolve(name))) {
            byte[] buffer = new byte[BUFFER];
            long left = size;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                zip.write(buffer, 0, read);
                digest.add(buffer, read);
                left -= read;
                watch.wrote(read);
            }
        }
        zip.closeEntry();
        return digest.hex();
    }

    /** {@return when the last backup of this data folder was made, wherever it went; empty if none ever was} */
    public Optional<Instant> last() {
        try {
            return Optional.ofNullable(lastMade().made()).map(Instant::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty(); // Then it is better to remind too early.
        }
    }

    /** {@return the backups that can be had: those in the folder of the plan, and those that went elsewhere, newest first} */
    public List<Backup> all() {
        Set<Path> files = new LinkedHashSet<>();
        BackupFile.list(folder(home)).forEach(one -> files.add(one.file().toAbsolutePath()));
        files.addAll(made());
        return files.stream().map(BackupFile::find).flatMap(Optional::stream)
                .sorted(Comparator.comparing(Backup::made).reversed()).toList();
    }

    /** {@return the backups of this data folder that are there, as far as it is known where they went, newest last} */
    List<Path> made() {
        Last known = lastMade();
        Set<Path> all = new LinkedHashSet<>();
        BackupFile.list(usual(home)).reversed().forEach(one -> all.add(one.file().toAbsolutePath()));
        if (known.kept() != null) {
            known.kept().forEach(name -> all.add(Path.of(name)));
        }
        if (known.file() != null) {
            all.add(Path.of(known.file()));
        }
        return all.stream().filter(Files::exists).toList();
    }

    private Last lastMade() {
        try {
            return JSON.readValue(Files.readString(home.resolve(LAST)), Last.class);
        } catch (IOException | JacksonException _) {
            return Last.NONE;
        }
    }

    private void remember(Last last) {
        write(LAST, last);
    }

    /** A plan that a stop had left half written would be taken for none, and no backup would be made any more. */
    private void write(String name, Object what) {
        Path file = home.resolve(name);
        try {
            SafeFile.write(file, JSON.writeValueAsBytes(what));
        } catch (IOException e) {
            throw disk(file, e);
        }
    }

    /** How far the logs of a data folder reach; nothing may be appended meanwhile. */
    static Ends ends(Path home, long changes, long mail) {
        Map<String, Long> files = new LinkedHashMap<>();
        for (String folder : LOGS) {
            try (Stream<Path> list = Files.list(home.resolve(folder))) {
                for (Path file : list.filter(Files::isRegularFile).filter(one -> !one.toString().endsWith(".new"))
                        .sorted(Comparator.naturalOrder()).toList()) {
                    files.put(folder + "/" + file.getFileName(), Files.size(file));
                }
            } catch (NoSuchFileException _) {
                // Nothing was ever written there.
            } catch (IOException e) {
                throw disk(home.resolve(folder), e);
            }
        }
        return new Ends(changes, mail, files);
    }

    static KithException disk(Path file, IOException e) {
        String why = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getClass().getSimpleName();
        return new KithException(new UncheckedIOException(e), Problem.DISK, file, why);
    }

    /** Counts what was written and looks whether to go on. */
    private static final class Watch {
        private final LongConsumer progress;
        private final BooleanSupplier cancelled;
        private long written;

        Watch(LongConsumer progress, BooleanSupplier cancelled) {
            this.progress = progress;
            this.cancelled = cancelled;
        }

        void wrote(int bytes) {
            written += bytes;
            progress.accept(written);
            if (cancelled.getAsBoolean()) {
                throw new KithException(Problem.CANCELLED);
            }
        }
    }
}
