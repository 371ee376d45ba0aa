package app.kith.ui.mail;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of attachments and mails that the user opens in other programs or takes to them. They lie in a folder of the system for temporary files that only this
 * user can read, those that are opened cannot be written to, and all are deleted when the program ends. Thread-safe; blocks.
 */
public final class OpenedFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedFiles.class);

    private final Thread atTheEnd = new Thread(this::delete, "opened-files");
    private @Nullable Path folder;

    /** Makes no folder yet: the first file does. */
    public OpenedFiles() {
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /**
     * Writes a copy.
     *
     * @param name a safe name
     * @param content its bytes
     * @return the file
     * @throws KithException DISK
     */
    synchronized Path write(String name, byte[] content) {
        try {
            Path file = Saving.into(folder(), name, content);
            if (!file.toFile().setReadOnly()) {
                LOG.info("A copy of an attachment can be written to");
            }
            return file;
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, name, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Writes a copy that the user takes to another place, under that very name.
     *
     * @param name a safe name
     * @param content its bytes
     * @return the file
     * @throws KithException DISK
     */
    synchronized Path give(String name, byte[] content) {
        try {
            return Saving.into(Files.createTempDirectory(folder(), "out-"), name, content);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, name, String.valueOf(e.getMessage()));
        }
    }

    private Path folder() throws IOException {
        Path into = folder;
        if (into == null) {
            into = Files.createTempDirectory("kith-");
            folder = into;
        }
        return into;
    }

    private synchronized void delete() {
        Path from = folder;
        folder = null;
        if (from == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                // Windows deletes no file that is read-only.
                boolean freed = file.toFile().setWritable(true);
                LOG.debug("Deleting a copy, freed: {}", freed);
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warn("Copies of attachments could not all be deleted: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            LOG.debug("The program ends already");
        }
    }
}
