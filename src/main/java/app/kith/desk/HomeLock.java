package app.kith.desk;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process at a time has a data folder. The lock ends with the process, however it ends. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @throws KithException STORE_IN_USE if another process has it
     */
    static HomeLock take(Path home) {
        try {
            FileChannel channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                lock = null;
            }
            if (lock == null) {
                channel.close();
                throw new KithException(Problem.STORE_IN_USE, home);
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, home, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, "lock", String.valueOf(e.getMessage()));
        }
    }
}
