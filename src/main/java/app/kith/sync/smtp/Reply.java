package app.kith.sync.smtp;

/**
 * A server's answer.
 *
 * @param code three digits
 * @param text its words, one line for each line of the answer
 */
public record Reply(int code, String text) {
    private static final int LONGEST = 300;

    /** {@return whether the server did what was asked} */
    public boolean done() {
        return code / 100 == 2;
    }

    /** {@return whether it may do so later} */
    public boolean later() {
        return code / 100 == 4;
    }

    /** {@return code and words on one line, printable, at most 300 characters} */
    public String said() {
        String line = (code + " " + text).replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
