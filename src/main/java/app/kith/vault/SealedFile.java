package app.kith.vault;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** A small file that is sealed under a key of the vault, read and written whole. Not thread-safe. */
public final class SealedFile {
    private final Path file;
    private final byte[] key;
    private final String purpose;

    SealedFile(Path file, byte[] key, String purpose) {
        this.file = file;
        this.key = key;
        this.purpose = purpose;
    }

    /**
     * Reads it.
     *
     * @return its content; empty where there is no file
     * @throws KithException VAULT_DAMAGED if it was changed or cut, DISK
     */
    public Optional<byte[]> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Box.open(key, purpose, Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new KithException(e, Problem.VAULT_DAMAGED, file.getFileName());
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file.getFileName(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Writes it; when this returns it is on disk. At any moment either the old content or the new one is there.
     *
     * @param content its content
     * @throws KithException DISK; the old content is there still
     */
    public void write(byte[] content) {
        try {
            SafeFile.write(file, Box.seal(key, purpose, content));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file.getFileName(), String.valueOf(e.getMessage()));
        }
    }

    /** Deletes it, where it is there. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file.getFileName(), String.valueOf(e.getMessage()));
        }
    }

    /** Puts a damaged file out of the way under another name, where an earlier one is replaced. */
    public void setAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file.getFileName(), String.valueOf(e.getMessage()));
        }
    }
}
