package app.kith.contact;

/** Texts of which only a little is shown, on the screen and in lists: {@code 138****5678}. */
public final class Masked {
    private static final String STARS = "****";
    private static final int LONG = 11;
    private static final int SHORT = 6;

    private Masked() {}

    /**
     * Hides the middle of a text; how long it was is not told.
     *
     * @param text any text
     * @return of a long one the beginning and the end, of a short one the end, of a very short one nothing
     */
    public static String of(String text) {
        int[] letters = text.strip().codePoints().toArray();
        if (letters.length >= LONG) {
            return new String(letters, 0, 3) + STARS + new String(letters, letters.length - 4, 4);
        }
        return letters.length >= SHORT ? STARS + new String(letters, letters.length - 2, 2) : STARS;
    }
}
