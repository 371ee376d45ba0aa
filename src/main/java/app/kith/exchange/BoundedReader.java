package app.kith.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A reader that fails when too much text goes by without a call of {@link #rest}: a record without end. */
final class BoundedReader extends FilterReader {
    private final long most;
    private long since;

    /**
     * Makes the reader.
     *
     * @param in what is read
     * @param most how many characters may go by between two records
     */
    BoundedReader(Reader in, long most) {
        super(in);
        this.most = most;
    }

    /** A record is complete. */
    void rest() {
        since = 0;
    }

    @Override
    public int read() throws IOException {
        int c = in.read();
        count(1);
        return c;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        int count = in.read(to, offset, length);
        count(count);
        return count;
    }

    private void count(int more) throws TooLong {
        since += Math.max(0, more);
        if (since > most) {
            throw new TooLong();
        }
    }

    /** A record has no end within the bound. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
