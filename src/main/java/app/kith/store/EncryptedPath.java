package app.kith.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * H2's way to files that are encrypted here: as long as it is registered, names that begin with its scheme are opened through it.
 * Each open database has a scheme of its own, which stands for its key.
 */
final class EncryptedPath extends FilePath {
    private static final AtomicLong SCHEMES = new AtomicLong();

    private final String scheme;
    private final FilePath base;
    private final Supplier<XtsCipher> making;
    private final LongAdder written;

    private EncryptedPath(String scheme, FilePath base, Supplier<XtsCipher> making, LongAdder written) {
        this.scheme = scheme;
        this.base = base;
        this.making = making;
        this.written = written;
        this.name = scheme + ":" + base;
    }

    /**
     * Makes a scheme known to H2.
     *
     * @param making makes the cipher of its files
     * @return the root of the scheme; to be {@linkplain FilePath#unregister taken off} when its files are closed
     */
    static EncryptedPath register(Supplier<XtsCipher> making) {
        EncryptedPath root = new EncryptedPath("kith" + SCHEMES.incrementAndGet(), FilePath.get("."), making,
                new LongAdder());
        FilePath.register(root);
        return root;
    }

    /** {@return how many bytes have been written to the files of this scheme} */
    long written() {
        return written.sum();
    }

    private EncryptedPath of(FilePath path) {
        return new EncryptedPath(scheme, path, making, written);
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public FilePath getPath(String path) {
        return of(FilePath.get(path.substring(scheme.length() + 1)));
    }

    @Override
    public FilePath unwrap() {
        return base;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new EncryptedChannel(base.open(mode), making, written);
    }

    @Override
    public long size() {
        return base.size() / XtsCipher.BLOCK * XtsCipher.BLOCK;
    }

    @Override
    public void moveTo(FilePath target, boolean atomic) {
        base.moveTo(target.unwrap(), atomic);
    }

    @Override
    public boolean createFile() {
        return base.createFile();
    }

    @Override
    public boolean exists() {
        return base.exists();
    }

    @Override
    public void delete() {
        base.delete();
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        return base.newDirectoryStream().stream().map(path -> (FilePath) of(path)).toList();
    }

    @Override
    public FilePath toRealPath() {
        return of(base.toRealPath());
    }

    @Override
    public @Nullable FilePath getParent() {
        FilePath parent = base.getParent();
        return parent == null ? null : of(parent);
    }

    @Override
    public boolean isDirectory() {
        return base.isDirectory();
    }

    @Override
    public boolean isRegularFile() {
        return base.isRegularFile();
    }

    @Override
    public boolean isAbsolute() {
        return base.isAbsolute();
    }

    @Override
    public long lastModified() {
        return base.lastModified();
    }

    @Override
    public boolean canWrite() {
        return base.canWrite();
    }

    @Override
    public void createDirectory() {
        base.createDirectory();
    }

    @Override
    public boolean setReadOnly() {
        return base.setReadOnly();
    }
}
