package app.kith.exchange;

import org.jspecify.annotations.Nullable;

/** Reads the cards of a file one after another. */
interface CardReader extends AutoCloseable {

    /**
     * Reads the next card.
     *
     * @return the card; null at the end
     * @throws app.kith.words.KithException IMPORT_REFUSED where the file is not what it says or breaks a bound; DISK
     */
    @Nullable
    DraftCard next();

    @Override
    void close();
}
