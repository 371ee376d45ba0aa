package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.exc.JacksonIOException;

/** Writes a file that stands under its name only when it is complete. */
public final class OneFile {
    private OneFile() {}

    /**
     * Writes it.
     *
     * @param out the file
     * @param replace whether a file that is there may be replaced
     * @param content what it holds
     * @throws KithException FILE_EXISTS, DISK, and what the content throws
     */
    public static void write(Path out, boolean replace, Parcel.Content content) {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            if (!replace && Files.exists(out)) {
                throw new FileAlreadyExistsException(out.toString());
            }
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                content.to(stream);
            }
            if (replace) {
                Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(part, out);
            }
        } catch (FileAlreadyExistsException e) {
            throw new KithException(e, Problem.FILE_EXISTS, out);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, out, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException | JacksonIOException e) {
            throw new KithException(e, Problem.DISK, out, String.valueOf(e.getMessage()));
        } finally {
            discard(part);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, part, String.valueOf(e.getMessage()));
        }
    }
}
