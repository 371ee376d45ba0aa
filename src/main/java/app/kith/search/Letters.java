package app.kith.search;

import java.io.IOException;

/** Gathers the text of a file, up to a number of letters and a time. */
final class Letters {
    private final StringBuilder text = new StringBuilder();
    private final int most;
    private final long deadline;
    private int asked;

    Letters(int most, long deadline) {
        this.most = most;
        this.deadline = deadline;
    }

    /** Adds a text, as far as there is room. {@return whether there is room for more} */
    boolean add(CharSequence more) {
        int room = most - text.length();
        text.append(more, 0, Math.min(room, more.length()));
        return text.length() < most;
    }

    boolean isFull() {
        return text.length() >= most;
    }

    /**
     * To be asked often.
     *
     * @throws IOException if the time is over
     */
    void checkTime() throws IOException {
        if ((++asked & 63) == 0 && System.nanoTime() > deadline) {
            throw new IOException("the file takes too long");
        }
    }

    String text() {
        return text.toString();
    }
}
