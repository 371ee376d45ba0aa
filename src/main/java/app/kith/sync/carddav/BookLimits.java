package app.kith.sync.carddav;

/** How many cards may go at once without the user's word. */
final class BookLimits {
    private static final int MOST = 5;
    private static final int PERCENT = 20;

    private BookLimits() {}

    /**
     * Tells whether so many may go.
     *
     * @param count how many
     * @param all of how many; a single one of several may always go
     * @return whether nobody need be asked
     */
    static boolean allow(int count, int all) {
        return count == 0 || count < all && (count == 1 || count <= MOST && count * 100 <= all * PERCENT);
    }
}
