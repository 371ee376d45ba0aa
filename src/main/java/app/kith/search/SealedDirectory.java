package app.kith.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import javax.crypto.SecretKey;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.OutputStreamIndexOutput;

/**
 * A folder of index files in which no word can be read: each file is cut into blocks, and each block is sealed. Locks, renaming and
 * forcing to disk are those of the plain folder.
 */
final class SealedDirectory extends FilterDirectory {
    private static final int BUFFER = 8192;

    private final Path folder;
    private final SecretKey key;
    private final BlockCache cache;

    private SealedDirectory(Path folder, Directory plain, SecretKey key, BlockCache cache) {
        super(plain);
        this.folder = folder;
        this.key = key;
        this.cache = cache;
    }

    /**
     * Opens a folder, or makes it.
     *
     * @param folder the folder
     * @param key the key of all its files
     * @param cache keeps opened blocks
     */
    static SealedDirectory open(Path folder, SecretKey key, BlockCache cache) throws IOException {
        Files.createDirectories(folder);
        return new SealedDirectory(folder, new NIOFSDirectory(folder), key, cache);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        return sealing(in.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        return sealing(in.createTempOutput(prefix, suffix, context));
    }

    private IndexOutput sealing(IndexOutput plain) throws IOException {
        return new OutputStreamIndexOutput("sealed(" + plain.getName() + ")", plain.getName(),
                new SealingStream(plain, key), BUFFER);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        return SealedInput.open(folder.resolve(name), key, cache);
    }

    @Override
    public long fileLength(String name) throws IOException {
        return Blocks.plainLength(in.fileLength(name));
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        in.sync(names);
    }
}
