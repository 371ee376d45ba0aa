package app.kith.ui.mail;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes what came by mail into files. Nothing that is there is ever overwritten unless the user chose that very file. Blocks. */
final class Saving {
    private static final int TRIES = 1_000;

    private Saving() {}

    /**
     * Writes into a folder under a name, or the name with a number where that is taken.
     *
     * @return the file
     */
    static Path into(Path folder, String name, byte[] content) {
        for (int i = 1; i < TRIES; i++) {
            Path file = folder.resolve(i == 1 ? name : numbered(name, i));
            try {
                return Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                // The next number.
            } catch (IOException e) {
                throw new KithException(e, Problem.DISK, file.getFileName(), String.valueOf(e.getMessage()));
            }
        }
        throw new KithException(Problem.DISK, name, "all names are taken");
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot <= 0
                ? name + " (" + number + ")"
                : name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
    }

    /**
     * Writes a file that the user chose, after the system asked whether to replace one that is there.
     *
     * @return the file
     */
    static Path as(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file.getFileName(), String.valueOf(e.getMessage()));
        }
    }
}
