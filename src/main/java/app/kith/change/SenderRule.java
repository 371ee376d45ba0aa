package app.kith.change;

/**
 * What the user wants for all mail of a sender.
 *
 * @param pictures whether pictures from the network are shown
 * @param charset the charset to read with; empty for the one that is recognised
 */
public record SenderRule(boolean pictures, String charset) {
    /** Nothing is wanted. */
    public static final SenderRule NONE = new SenderRule(false, "");

    /**
     * The same, with or without pictures.
     *
     * @param shown whether they are shown
     * @return the rule
     */
    public SenderRule showing(boolean shown) {
        return new SenderRule(shown, charset);
    }

    /**
     * The same, read with another charset.
     *
     * @param name the charset; empty for the one that is recognised
     * @return the rule
     */
    public SenderRule readAs(String name) {
        return new SenderRule(pictures, name);
    }
}
