package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that go out together, in a folder or a ZIP file. They are written beside the place where they shall stand and moved there
 * when all are complete; on POSIX systems nobody but the user can read them. {@link #ABOUT} among them says what they are. Not thread-safe.
 */
public final class Parcel implements AutoCloseable {
    /** The file that says what the others are; a folder without it was not written by Kith and is never replaced. */
    public static final String ABOUT = "kith.json";

    private final Path target;
    private final Path part;
    private final boolean replace;
    private final Instant at;
    private final @Nullable ZipOutputStream zip;
    private boolean sealed;

    /** What a file holds. */
    public interface Content {
        /**
         * Writes it.
         *
         * @param out where to; it need not be closed
         * @throws IOException where that fails
         */
        void to(OutputStream out) throws IOException;
    }

    private Parcel(Path target, Path part, boolean replace, Instant at, @Nullable ZipOutputStream zip) {
        this.target = target;
        this.part = part;
        this.replace = replace;
        this.at = at;
        this.zip = zip;
    }

    /**
     * Begins a parcel.
     *
     * @param target where it shall stand; a ZIP file where the name ends so, else a folder
     * @param replace whether one that stands there may be replaced
     * @param at the time that it bears
     * @return the parcel, empty
     * @throws KithException FILE_EXISTS; FOLDER_FOREIGN where a folder would be replaced that Kith did not write; DISK
     */
    public static Parcel begin(Path target, boolean replace, Instant at) {
        return begin(target, isZip(target), replace, at);
    }

    /**
     * Begins a parcel of a form.
     *
     * @param target where it shall stand
     * @param zipped whether it is a ZIP file and not a folder
     * @param replace whether one that stands there may be replaced
     * @param at the time that it bears
     * @return the parcel, empty
     * @throws KithException FILE_EXISTS; FOLDER_FOREIGN where a folder would be replaced that Kith did not write; DISK
     */
    public static Parcel begin(Path target, boolean zipped, boolean replace, Instant at) {
        Path place = target.toAbsolutePath().normalize();
        Path beside = place.getParent();
        try {
            if (beside == null || place.getFileName() == null) {
                throw new FileAlreadyExistsException(target.toString());
            }
            check(place, zipped, replace);
            String prefix = ".kith-";
            if (!zipped) {
                return new Parcel(place, Files.createTempDirectory(beside, prefix), replace, at, null);
            }
            Path part = Files.createTempFile(beside, prefix, ".part");
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
            return new Parcel(place, part, replace, at, new ZipOutputStream(out));
        } catch (FileAlreadyExistsException e) {
            throw new KithException(e, Problem.FILE_EXISTS, target);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, target, reason(e));
        }
    }

    /** {@return whether a name is that of a ZIP file} */
    public static boolean isZip(Path target) {
        return String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** A file gives way to a file, and a folder to a folder, if that is empty or came from here. */
    private static void check(Path place, boolean zipped, boolean replace) throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!replace) {
            throw new FileAlreadyExistsException(place.toString());
        }
        boolean folder = Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
        boolean file = Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
        if (zipped ? !file : !folder || !isOurs(place)) {
            throw new KithException(Problem.FOLDER_FOREIGN, place);
        }
    }

    private static boolean isOurs(Path folder) throws IOException {
        if (Files.isRegularFile(folder.resolve(ABOUT))) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /**
     * Adds a file.
     *
     * @param name its path within the parcel, with slashes; each name once, safe on every system
     * @param content what it holds
     * @throws KithException DISK, and what the content throws
     */
    public void file(String name, Content content) {
        try {
            if (zip == null) {
                inFolder(name, content);
            } else {
                inZip(zip, name, content);
            }
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, target, reason(e));
        } catch (UncheckedIOException | JacksonIOException e) {
            throw new KithException(e, Problem.DISK, target, reason(e));
        }
    }

    private void inFolder(String name, Content content) throws IOException {
        Path file = part.resolve(name).normalize();
        if (!file.startsWith(part) || file.equals(part)) {
            throw new IllegalArgumentException("not within the parcel: " + name);
        }
        Files.createDirectories(file.getParent());
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            content.to(out);
        }
    }

    private void inZip(ZipOutputStream out, String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(at));
        out.putNextEntry(entry);
        content.to(new Open(out));
        out.closeEntry();
    }

    /** A stream that writers of one file may close without closing the whole. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /**
     * Ends the parcel and puts it where it shall stand.
     *
     * @param about what it says of itself in {@link #ABOUT}, beside the time
     * @throws KithException FILE_EXISTS, FOLDER_FOREIGN, DISK
     */
    public void seal(Map<String, ?> about) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kith", JsonExport.VERSION);
        all.put("exportedAt", at.toString());
        all.putAll(about);
        file(ABOUT, out -> out.write(JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(all)));
        try {
            if (zip != null) {
                zip.close();
            }
            check(target, zip != null, replace);
            move();
            sealed = true;
        } catch (FileAlreadyExistsException e) {
            throw new KithException(e, Problem.FILE_EXISTS, target);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, target, reason(e));
        }
    }

    /** A folder cannot be moved over another: the older one is put aside first, and back where the move fails. */
    private void move() throws IOException {
        if (zip != null) {
            if (replace) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(part, target);
            }
            return;
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(part, target);
            return;
        }
        Path older = target.resolveSibling(part.getFileName() + ".old");
        Files.move(target, older);
        try {
            Files.move(part, target);
        } catch (IOException e) {
            Files.move(older, target);
            throw e;
        }
        delete(older);
    }

    /** Throws away what was not sealed. */
    @Override
    public void close() {
        if (sealed) {
            return;
        }
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            // What was written is thrown away all the same.
        }
        try {
            delete(part);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, part, reason(e));
        }
    }

    /** Links are removed, not followed. */
    private static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
