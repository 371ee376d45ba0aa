package app.kith.ui.look;

/**
 * When the window is locked, and what is asked for before something is written out.
 *
 * @param lockAfter after how many minutes without a key or the pointer it locks itself; 0 for never
 * @param asks whether the passphrase is asked for before anything is written out
 * @param locked whether the window was locked when this was kept: it is still when the program is started again
 */
public record Privacy(int lockAfter, boolean asks, boolean locked) {
    /** What a new user gets. */
    public static final Privacy USUAL = new Privacy(0, false, false);

    private static final int LONGEST = 24 * 60;

    /** Mends what a damaged file may hold. */
    public Privacy {
        lockAfter = Math.clamp(lockAfter, 0, LONGEST);
    }

    /**
     * The same with another time.
     *
     * @param minutes after how many minutes; 0 for never
     * @return the choice
     */
    public Privacy lockingAfter(int minutes) {
        return new Privacy(minutes, asks, locked);
    }

    /**
     * The same, asking or not.
     *
     * @param wanted whether the passphrase is asked for
     * @return the choice
     */
    public Privacy asking(boolean wanted) {
        return new Privacy(lockAfter, wanted, locked);
    }

    /**
     * The same, locked or not.
     *
     * @param now whether the window is locked
     * @return the choice
     */
    public Privacy locked(boolean now) {
        return new Privacy(lockAfter, asks, now);
    }
}
