package app.kith.desk;

import app.kith.desk.Backups.Manifest;
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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private BackupFile() {}

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
            return files.filter(file -> file.toString().endsWith(Backups.ENDING)).map(BackupFile::read)
                    .flatMap(Optional::stream).sorted(Comparator.comparing(Backup::made).reversed()).toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw Backups.disk(folder, e);
        }
    }

    private static Optional<Backup> read(Path file) {
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
        try {
            if (Files.exists(into)) {
                try (Stream<Path> there = Files.list(into)) {
                    if (there.findAny().isPresent()) {
                        throw new KithException(Problem.FILE_EXISTS, into);
                    }
                }
            }
        } catch (IOException e) {
            throw Backups.disk(into, e);
        }
        boolean done = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(file, zip);
            Home.make(into);
            for (Map.Entry<String, String> each : manifest.files().entrySet()) {
                extract(file, zip, each.getKey(), each.getValue(), into);
            }
            done = true;
            return backup(file, zip, manifest);
        } catch (java.util.zip.ZipException _) {
            throw damaged(file, String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw Backups.disk(file, e);
        } finally {
            if (!done) {
                empty(into);
            }
        }
    }

    private static void extract(Path file, ZipFile zip, String name, String digest, Path into) throws IOException {
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
            }
        }
        if (!made.hex().equals(digest)) {
            throw damaged(file, name);
        }
        force(target);
    }

    private static void empty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).filter(one -> !one.equals(folder)).toList()) {
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
     * @throws KithException BACKUP_DAMAGED, WRONG_PASSPHRASE, DISK …
     */
    public static Verified verify(Path file, DeskOptions options, java.util.function.LongConsumer progress) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("kith-verify");
            Backup backup = restore(file, folder);
            try (Desk desk = Desk.open(options.in(folder))) {
                Doctor.Findings findings = desk.doctor().check(progress);
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
