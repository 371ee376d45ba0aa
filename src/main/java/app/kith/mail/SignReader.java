package app.kith.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what the header and the words of a message show about it: bulk, list, no-reply, automatic answer. */
final class SignReader {
    private static final String[] LIST = {"list-id", "list-post", "mailing-list", "x-mailing-list", "x-beenthere",
            "x-mailman-version"};
    private static final String[] BULK = {"list-unsubscribe", "x-campaign", "x-campaignid", "x-campaign-id",
            "x-mailchimp-id", "x-mc-user", "x-csa-complaints", "feedback-id", "x-feedback-id", "x-mailer-recptid",
            "x-mailgun-tag", "x-sg-eid", "x-marketoid", "x-job", "x-rpcampaign"};
    private final HeaderFields header;
    private final TextDecoder decoder;
    private final List<Sign> signs;

    private SignReader(HeaderFields header, TextDecoder decoder, List<Sign> signs) {
        this.header = header;
        this.decoder = decoder;
        this.signs = signs;
    }

    /**
     * Gathers the signs of a message.
     *
     * @param header its header
     * @param from its authors
     * @param subject its decoded subject
     * @param text its text
     * @param known what its parts and its words showed already
     */
    static List<Sign> read(HeaderFields header, TextDecoder decoder, List<Mailbox> from, String subject, String text,
            List<Sign> known) {
        List<Sign> signs = new ArrayList<>(known);
        SignReader reader = new SignReader(header, decoder, signs);
        reader.sentToMany();
        reader.automatic(subject, text);
        reader.noReply(from);
        return List.copyOf(signs);
    }

    private void sentToMany() {
        String precedence = header.first("precedence", decoder);
        String list = firstOf(LIST);
        if (list != null || Ascii.contains(precedence, "list")) {
            signs.add(new Sign(Sign.Kind.LIST, list != null ? list : "Precedence: " + shortened(precedence)));
        }
        String bulk = firstOf(BULK);
        if (Ascii.contains(precedence, "bulk") || Ascii.contains(precedence, "junk")) {
            bulk = "Precedence: " + shortened(precedence);
        }
        boolean discussion = header.has("list-post") && !Ascii.contains(header.first("list-post", decoder), "no");
        if (bulk != null && !(discussion && bulk.startsWith("List-Unsubscribe"))) {
            signs.add(new Sign(Sign.Kind.BULK, bulk));
        }
    }

    private @Nullable String firstOf(String[] names) {
        for (String name : names) {
            String value = header.first(name, decoder);
            if (!value.isEmpty()) {
                return shown(name) + ": " + shortened(value);
            }
        }
        return null;
    }

    static String shown(String name) {
        StringBuilder out = new StringBuilder(name);
        for (int i = 0; i < out.length(); i++) {
            if (i == 0 || out.charAt(i - 1) == '-') {
                out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
            }
        }
        return out.toString();
    }

    static String shortened(String value) {
        String clean = HeaderText.clean(value);
        return clean.length() > 120 ? clean.substring(0, 120) : clean;
    }

    private boolean has(Sign.Kind kind) {
        return signs.stream().anyMatch(sign -> sign.kind() == kind);
    }

    private void automatic(String subject, String text) {
        if (!has(Sign.Kind.AUTO_REPLY) && !has(Sign.Kind.BOUNCE)) {
            signs.addAll(new AutomaticReader(header, decoder).read(subject, text));
        }
    }

    private void noReply(List<Mailbox> from) {
        for (Mailbox box : from.subList(0, Math.min(from.size(), 5))) {
            String words = UsualWords.noReplyAddress(box.address());
            if (words != null) {
                signs.add(new Sign(Sign.Kind.NO_REPLY, "From: " + shortened(box.address())));
                return;
            }
        }
        String submitted = header.first("auto-submitted", decoder);
        if (has(Sign.Kind.AUTO_REPLY)) {
            // Exchange marks the absence notes of people as generated; they read answers when they are back.
            return;
        }
        if (Ascii.startsWith(submitted, 0, "auto-generated") || Ascii.startsWith(submitted, 0, "auto-notified")) {
            signs.add(new Sign(Sign.Kind.NO_REPLY, "Auto-Submitted: " + shortened(submitted)));
        }
    }
}
