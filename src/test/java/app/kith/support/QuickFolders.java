package app.kith.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes the folders of tests in memory where the system has room for that: a test opens and closes stores all the time, and waits for
 * the disk at each. What is forced to a disk is looked at by the file layer of the tests of power loss; a killed process leaves in
 * memory what it would leave on a disk.
 */
public final class QuickFolders implements TempDirFactory {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 3L << 30;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        boolean memory = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
        return memory ? Files.createTempDirectory(MEMORY, "kith-junit-") : Files.createTempDirectory("junit-");
    }
}
