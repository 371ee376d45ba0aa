package app.kith.exchange;

import org.jspecify.annotations.Nullable;

/** Reads the rows of a table one after another, never holding more than one. */
interface RowReader extends AutoCloseable {

    /**
     * Reads the next row.
     *
     * @return the row; null at the end
     * @throws app.kith.words.KithException IMPORT_REFUSED where the file is not what it says or breaks a bound; DISK
     */
    @Nullable
    Row next();

    @Override
    void close();
}
