package app.kith.mail;

/** The first words of a message for a list. */
public final class Preview {
    private Preview() {}

    /**
     * The first words of what is new in a message.
     *
     * @param mail the message
     * @return one line of at most 200 characters; may be empty
     */
    public static String of(Mail mail) {
        String line = mail.text().strip().replaceAll("\\s+", " ");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
