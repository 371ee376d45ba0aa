package app.kith.desk;

import app.kith.desk.Backups.Manifest;
import app.kith.vault.KeyRing;
import app.kith.vault.Vault;
import app.kith.vault.Ways;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/** Looks into backups and brings them back. Needs no data folder; blocks. */
public final class BackupFile {
    private static final int BUFFER = 1 << 16;
    private static final int LARGEST_MANIFEST = 16 << 20;
    private static final int LARGEST_KEYS = 1 << 20;
    private static final Pattern NAME = Pattern.compile("(?:" + String.join("|", Backups.LOGS) + ")/[0-9A-Za-z._-]+|"
            + String.join("|", Backups.FILES.stream().map(Pattern::quote).toList()));

    /** How the folders begin in which backups are tried. */
    private static final String PLACE = "kith-verify";
    /** What is built from a backup may become as large as the backup. */
    private static final int ROOM = 2;
    private static final Set<String> LEFT = Set.of("lock", "window.json", "logs");

    private BackupFile() {}

    /** What is done one after another when a backup is tried. */
    public enum Step {
        /** Its files are brought back, in bytes. */
        COPIED,
        /** Everything is built from them, in messages. */
        BUILT,
        /** All of it is looked through, in bytes. */
        LOOKED_THROUGH
    }

    /** Told how far the trial of a backup is; it throws to end it. */
    public interface Progress {
        /** So much of a step is done. */
        void at(Step step, long amount);
    }

    /**
     * What came of a look through a whole backup.
     *
     * @param backup the backup
     * @param findings what the doctor says of the data folder that was built from it
     * @param whole whether that reaches as far as the backup says
     */
    public record Verified(Backup backup, Doctor.Findings findings, boolean whole) {
        /** {@return whether everything can be had back from it} */
        public boolean ok() {
            return whole && findings.healthy();
        }
    }

    /**
     * The backups in a folder.
     *
     * @param folder the folder; need not be there
     * @return those that can be read, newest first
     */
    public static List<Backup> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(Backups.ENDING)).map(BackupFile::find)
                    .flatMap(Optional::stream).sorted(Comparator.comparing(Backup::made).reversed()).toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw Backups.disk(folder, e);
        }
    }

    /**
     * What a backup says of itself.
     *
     * @param file the file
     * @return the backup; empty where it is none, or cannot be read
     */
    public static Optional<Backup> find(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return Optional.of(backup(file, zip, manifest(file, zip)));
        } catch (IOException | KithException _) {
            return Optional.empty();
        }
    }

    private static Backup backup(Path file, ZipFile zip, Manifest manifest) throws IOException {
        return new Backup(file, Instant.parse(manifest.made()), Files.size(file), manifest.changes(), manifest.mail(),
                ways(file, zip));
    }

    private static Ways ways(Path file, ZipFile zip) throws IOException {
        ZipEntry keys = zip.getEntry(Backups.FILES.getFirst());
        if (keys == null || keys.getSize() > LARGEST_KEYS) {
            throw damaged(file, Backups.FILES.getFirst());
        }
        try (InputStream in = zip.getInputStream(keys)) {
            return Vault.ways(in.readNBytes(LARGEST_KEYS));
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Backups.MANIFEST);
        if (entry == null || entry.getSize() > LARGEST_MANIFEST) {
            throw damaged(file, Backups.MANIFEST);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = Backups.JSON.readValue(in.readNBytes(LARGEST_MANIFEST), Manifest.class);
            Instant.parse(manifest.made());
            manifest.files().keySet().stream().filter(name -> !NAME.matcher(name).matches()).findFirst()
                    .ifPresent(name -> {
                        throw damaged(file, name);
                    });
            return manifest;
        } catch (JacksonException | DateTimeParseException | NullPointerException _) {
            throw damaged(file, Backups.MANIFEST);
        }
    }

    private static KithException damaged(Path file, String part) {
        return new KithException(Problem.BACKUP_DAMAGED, file, part);
    }

    /**
     * Makes a data folder of a backup. Each of its files is checked on the way.
     *
     * @param file the backup
     * @param into the folder, which may not be there or has to be empty
     * @return the backup
     * @throws KithException BACKUP_DAMAGED, FILE_EXISTS, DISK; the folder is left empty then
     */
    public static Backup restore(Path file, Path into) {
        return restore(file, into, _ -> {});
    }

    /**
     * The same with progress.
     *
     * @param file the backup
     * @param into the folder, which may not be there or has to be empty
     * @param progress told how many bytes were brought back; stops it all by throwing
     * @return the backup
     * @throws KithException BACKUP_DAMAGED, FILE_EXISTS, DISK; the folder is left empty then
     */
    public static Backup restore(Path file, Path into, LongConsumer progress) {
        if (!isFree(into)) {
            throw new KithException(Problem.FILE_EXISTS, into);
        }
        boolean done = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(file, zip);
            Home.make(into);
            long brought = 0;
            for (Map.Entry<String, String> each : manifest.files().entrySet()) {
                brought = extract(file, zip, each, into, brought, progress);
            }
            done = true;
            return backup(file, zip, manifest);
        } catch (java.util.zip.ZipException _) {
            throw damaged(file, String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw Backups.disk(file, e);
        } finally {
            if (!done) {
                empty(into, LEFT);
            }
        }
    }

    /**
     * Whether a backup can be brought back into a folder.
     *
     * @param folder the folder
     * @return true if it is not there, or nothing is in it but what a window leaves that never opened any data
     */
    public static boolean isFree(Path folder) {
        try (Stream<Path> there = Files.list(folder)) {
            return there.map(one -> String.valueOf(one.getFileName())).allMatch(LEFT::contains);
        } catch (NoSuchFileException _) {
            return true;
        } catch (IOException e) {
            throw Backups.disk(folder, e);
        }
    }

    private static long extract(Path file, ZipFile zip, Map.Entry<String, String> named, Path into, long before,
            LongConsumer progress) throws IOException {
        String name = named.getKey();
        long brought = before;
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(file, name);
        }
        Path target = into.resolve(name);
        Files.createDirectories(target.getParent() == null ? into : target.getParent());
        Digest made = new Digest();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target,
                        StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                made.add(buffer, read);
                brought += read;
                progress.accept(brought);
            }
        }
        if (!made.hex().equals(named.getValue())) {
            throw damaged(file, name);
        }
        force(target);
        return brought;
    }

    private static void empty(Path folder) {
        empty(folder, Set.of());
    }

    private static void empty(Path folder, Set<String> but) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).filter(one -> !one.equals(folder)).filter(
                    one -> !but.contains(String.valueOf(folder.relativize(one).getName(0)))).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw Backups.disk(folder, e);
        }
    }

    /**
     * Brings a backup back into a folder of its own, builds everything from it, looks it through, and throws that folder away.
     *
     * @param file the backup
     * @param options how to open a data folder: its passphrase or key store
     * @param progress told how many bytes were checked
     * @return what was found
     * @throws KithException BACKUP_DAMAGED, WRONG_PASSPHRASE, NO_ROOM, DISK …
     */
    public static Verified verify(Path file, DeskOptions options, LongConsumer progress) {
        return verify(file, Path.of(System.getProperty("java.io.tmpdir")), folder -> options, (step, amount) -> {
            if (step == Step.BUILT) {
                options.progress().accept(amount);
            } else if (step == Step.LOOKED_THROUGH) {
                progress.accept(amount);
            }
        });
    }

    /**
     * The same in a chosen place.
     *
     * @param file the backup
     * @param room the folder in which the backup's own is made for a while
     * @param keys with what that folder is opened, once it is there; no key store learns of it
     * @param progress told how far it is; stops it all by throwing
     * @return what was found
     * @throws KithException BACKUP_DAMAGED, WRONG_PASSPHRASE, PASSPHRASE_NEEDED, NO_ROOM, DISK …
     */
    static Verified verify(Path file, Path room, Function<Path, DeskOptions> keys, Progress progress) {
        Path folder = null;
        try {
            clear(room);
            long wanted = Files.size(file) * ROOM;
            if (Files.getFileStore(room).getUsableSpace() < wanted) {
                throw new KithException(Problem.NO_ROOM, room, wanted >> 20);
            }
            folder = Files.createTempDirectory(room, PLACE);
            Backup backup = restore(file, folder, bytes -> progress.at(Step.COPIED, bytes));
            DeskOptions with = keys.apply(folder);
            DeskOptions options = with.in(folder).with(KeyRing.onlyRead(with.keyRing()))
                    .telling(messages -> progress.at(Step.BUILT, messages));
            try (Desk desk = DeskOpener.open(options, false)) {
                Doctor.Findings findings = desk.doctor().check(bytes -> progress.at(Step.LOOKED_THROUGH, bytes));
                Backups.Ends ends = desk.ends();
                // Opening it may have entered what a kill had left half done.
                return new Verified(backup, findings,
                        ends.changes() >= backup.changes() && ends.mail() >= backup.mail());
            }
        } catch (IOException e) {
            throw Backups.disk(file, e);
        } finally {
            if (folder != null) {
                empty(folder);
                folder.toFile().delete();
            }
        }
    }

    /** A stop in the midst left its folder behind. */
    private static void clear(Path room) throws IOException {
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        try (Stream<Path> all = Files.list(room)) {
            for (Path old : all.filter(one -> String.valueOf(one.getFileName()).startsWith(PLACE)).toList()) {
                if (Files.getLastModifiedTime(old).toInstant().isBefore(longAgo)) {
                    empty(old);
                    Files.deleteIfExists(old);
                }
            }
        }
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The SHA-256 of what goes by. */
    static final class Digest {
        private final MessageDigest sha256;

        Digest() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        void add(byte[] bytes, int count) {
            sha256.update(bytes, 0, count);
        }

        String hex() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }
}
