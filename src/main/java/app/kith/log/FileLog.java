package app.kith.log;

import app.kith.contact.KeptFile;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.Closeable;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.SecretKey;

/**
 * The log of files: the bytes of what the user keeps with activities and records, each as one record. A file is here before an entry of
 * the ledger names it; one that no entry names does no harm. One thread appends at a time; any number read.
 */
public final class FileLog implements Closeable {
    /** Bytes of the largest file that is kept. A record is sealed as a whole, in memory. */
    public static final int LARGEST = 64 << 20;

    private final RecordLog log;

    FileLog(RecordLog log) {
        this.log = log;
    }

    /**
     * Opens the log of files of a data folder, or begins it.
     *
     * @param home the data folder
     * @param key its key
     * @return the log
     * @throws KithException DISK if the folder cannot be used
     */
    public static FileLog open(Path home, SecretKey key) {
        return new FileLog(Ledger.open(home, LogKind.FILES, key));
    }

    /**
     * Keeps a file. It is on the disk for good when this returns.
     *
     * @param name its name
     * @param content its bytes, at most {@link #LARGEST}
     * @return the file, to be named by an entry
     */
    public KeptFile keep(String name, byte[] content) {
        RecordLog.Appended appended = log.append(content);
        return new KeptFile(name, content.length, digest(content), appended.behind().segment(), appended.offset());
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its bytes
     * @throws KithException LOG_DAMAGED if they cannot be read, or are not those of the file
     */
    public byte[] read(KeptFile file) {
        byte[] content = log.read(file.segment(), file.offset());
        if (!digest(content).equals(file.digest())) {
            throw new KithException(Problem.LOG_DAMAGED,
                    LogKind.FILES.directory() + "/" + Segment.fileName(file.segment()), file.offset(), 0);
        }
        return content;
    }

    /**
     * Erases files for good. Blocks.
     *
     * @param digests SHA-256 of their bytes, in hex
     * @return how many files of the log could not be gone through
     */
    public long erase(Set<String> digests) {
        if (digests.isEmpty()) {
            return 0;
        }
        log.deleteAside();
        log.begin();
        return log.closedFiles().stream()
                .filter(file -> log.rewrite(file, content -> digests.contains(digest(content.readAllBytes()))
                        ? _ -> {}
                        : null, () -> false).outcome() == Rewritten.Outcome.DAMAGED)
                .count();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads everything and checks checksums, seals and chain.
     *
     * @param progress told the number of bytes looked at
     * @return what was found
     */
    public LogCheck check(Consumer<Long> progress) {
        return log.check(progress);
    }

    /** {@return size on disk in bytes} */
    public long bytes() {
        return log.bytes();
    }

    @Override
    public void close() {
        log.close();
    }
}
