package app.kith.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells automatic answers (RFC 3834) and absence notes by their header fields, else by the words of their subject. */
final class AutomaticReader {
    private static final String[] FIELDS = {"x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply",
            "x-auto-response", "x-vacation", "x-mdautoresponder", "x-mail-autoreply", "x-autoreply-from",
            "x-auto-reply-from", "x-fc-machinegenerated"};

    private final HeaderFields header;
    private final TextDecoder decoder;

    AutomaticReader(HeaderFields header, TextDecoder decoder) {
        this.header = header;
        this.decoder = decoder;
    }

    /** {@return the signs of an automatic answer, with that of an absence where it is one; empty for any other message} */
    List<Sign> read(String subject, String text) {
        String words = AutomaticWords.inSubject(subject, mayBeAutomatic());
        String reason = field();
        if (reason == null && words != null) {
            reason = "subject: " + words;
        }
        if (reason == null) {
            return List.of();
        }
        List<Sign> signs = new ArrayList<>(2);
        signs.add(new Sign(Sign.Kind.AUTO_REPLY, reason));
        String absence = AutomaticWords.absence(subject);
        String told = absence == null ? AutomaticWords.absence(text) : absence;
        if (told != null) {
            signs.add(new Sign(Sign.Kind.OUT_OF_OFFICE, (absence == null ? "text: " : "subject: ") + told));
        }
        return signs;
    }

    /** {@return the field that alone shows an automatic answer, or null} */
    private @Nullable String field() {
        String submitted = header.first("auto-submitted", decoder);
        if (Ascii.startsWith(submitted, 0, "auto-replied")) {
            return shown("Auto-Submitted", submitted);
        }
        for (String name : FIELDS) {
            String value = header.first(name, decoder);
            if (!value.isEmpty() && !isNo(value)) {
                return shown(SignReader.shown(name), value);
            }
        }
        for (String name : List.of("Precedence", "X-Precedence")) {
            String value = header.first(Ascii.lower(name), decoder);
            if (Ascii.contains(value, "auto_reply") || Ascii.contains(value, "auto-reply")) {
                return shown(name, value);
            }
        }
        String source = header.first("x-ms-exchange-generated-message-source", decoder);
        boolean byRule = Ascii.contains(source, "mailbox rules agent") && Ascii.startsWith(submitted, 0, "auto-");
        return byRule ? shown("X-MS-Exchange-Generated-Message-Source", source) : null;
    }

    private static boolean isNo(String value) {
        return value.equalsIgnoreCase("no") || value.equalsIgnoreCase("false") || value.equals("0");
    }

    private static String shown(String name, String value) {
        return name + ": " + SignReader.shortened(value);
    }

    /** Fields that real answers have too, and that say together with the subject's words what neither says alone. */
    private boolean mayBeAutomatic() {
        String submitted = header.first("auto-submitted", decoder);
        String precedence = header.first("precedence", decoder);
        return !submitted.isEmpty() && !Ascii.startsWith(submitted, 0, "no")
                || Ascii.contains(precedence, "bulk") || Ascii.contains(precedence, "junk")
                || header.has("x-auto-response-suppress") || header.has("x-ms-exchange-inbox-rules-loop")
                || header.first("return-path", decoder).replace(" ", "").equals("<>");
    }
}
