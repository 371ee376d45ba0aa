package app.kith.desk;

import app.kith.sync.PassBook;
import app.kith.vault.SealedFile;
import java.util.Optional;

/**
 * The sealed file in which the reports of the worker's passes are kept.
 *
 * @param file the file
 */
record ReportPlace(SealedFile file) implements PassBook.Place {
    @Override
    public Optional<byte[]> read() {
        return file.read();
    }

    @Override
    public void write(byte[] content) {
        file.write(content);
    }

    @Override
    public void setAside() {
        file.setAside();
    }
}
