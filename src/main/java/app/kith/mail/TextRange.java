package app.kith.mail;

/**
 * A stretch of a text.
 *
 * @param start index of its first UTF-16 unit
 * @param end index behind its last unit; never less than {@code start}
 */
public record TextRange(int start, int end) {

    /**
     * Takes the stretch out of its text.
     *
     * @param text the text that the range was found in
     * @return what stands there
     */
    public String of(String text) {
        return text.substring(start, end);
    }
}
