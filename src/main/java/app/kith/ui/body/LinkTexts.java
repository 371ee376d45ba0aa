package app.kith.ui.body;

/** Says where links lead. */
final class LinkTexts {
    private static final int LONGEST = 300;

    private LinkTexts() {}

    /** {@return the server or mailbox that a link leads to} */
    static String place(Link link) {
        String host = LinkCheck.host(link.target());
        return host.isEmpty() ? shown(link) : host;
    }

    /** {@return the target, cut where it is too long to be read} */
    static String shown(Link link) {
        String target = link.target();
        return target.length() > LONGEST ? target.substring(0, LONGEST) + "…" : target;
    }
}
