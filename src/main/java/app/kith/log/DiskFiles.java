package app.kith.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The files of a log in a directory on disk. */
final class DiskFiles implements LogFiles {
    private final Path directory;

    DiskFiles(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public LogFile open(String name, boolean create) throws IOException {
        return new DiskFile(directory.resolve(name), create);
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(directory.resolve(name));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(directory.resolve(name));
    }

    @Override
    public void replace(String name, String by) throws IOException {
        Files.move(directory.resolve(by), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void keepAside(String name, ByteBuffer bytes) throws IOException {
        try (FileChannel out = FileChannel.open(directory.resolve(name), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    @Override
    public void forceDirectory() throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return; // A directory cannot be opened there, and NTFS keeps its entries by its own journal.
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** A file whose channel is opened again when an interrupted thread closed it: an interrupt must not cost the log. */
    private static final class DiskFile implements LogFile {
        private final Path path;
        private FileChannel channel;
        private boolean closed;

        DiskFile(Path path, boolean create) throws IOException {
            this.path = path;
            this.channel = channel(create ? StandardOpenOption.CREATE_NEW : StandardOpenOption.READ);
        }

        private FileChannel channel(OpenOption how) throws IOException {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, how);
        }

        private synchronized FileChannel live() throws IOException {
            if (closed) {
                throw new IOException("The log is closed: " + path.getFileName());
            }
            if (!channel.isOpen()) {
                channel = channel(StandardOpenOption.READ);
            }
            return channel;
        }

        @Override
        public long size() throws IOException {
            return uninterrupted(FileChannel::size);
        }

        @Override
        public int read(ByteBuffer into, long offset) throws IOException {
            int start = into.position();
            return uninterrupted(file -> {
                into.position(start);
                while (into.hasRemaining()) {
                    int n = file.read(into, offset + into.position() - start);
                    if (n < 0) {
                        break;
                    }
                }
                return into.position() - start;
            });
        }

        @Override
        public void write(ByteBuffer bytes, long offset) throws IOException {
            int start = bytes.position();
            uninterrupted(file -> {
                bytes.position(start);
                while (bytes.hasRemaining()) {
                    file.write(bytes, offset + bytes.position() - start);
                }
                return bytes;
            });
        }

        @Override
        public void force() throws IOException {
            uninterrupted(file -> {
                file.force(false);
                return file;
            });
        }

        @Override
        public void truncate(long size) throws IOException {
            uninterrupted(file -> file.truncate(size));
        }

        private <T> T uninterrupted(Step<T> step) throws IOException {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return step.on(live());
                    } catch (ClosedChannelException e) { // by an interrupt of this thread, or of another one that used it
                        interrupted = Thread.interrupted() || interrupted;
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public synchronized void close() throws IOException {
            closed = true;
            channel.close();
        }

        private interface Step<T> {
            T on(FileChannel file) throws IOException;
        }
    }
}
