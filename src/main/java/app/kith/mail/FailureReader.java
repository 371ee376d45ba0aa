package app.kith.mail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a message is a notice that a mail did not arrive, and whom it did not reach. Only a program's notice counts: a person
 * who writes about one, or forwards one, sends none.
 */
final class FailureReader {
    private static final String[] POSTMASTERS = {"mailer-daemon", "mailer_daemon", "postmaster", "mail-daemon",
            "maildaemon", "mdaemon", "microsoftexchange", "mail.daemon", "mail.delivery", "mail-delivery",
            "post_master"};
    private static final String[] NAMES = {"mailer-daemon", "mail delivery s", "邮件退信", "系统退信"};

    private final HeaderFields header;
    private final TextDecoder decoder;
    private final List<Mailbox> from;
    private final List<Mailbox> to;
    private final DeliveryReport report;

    FailureReader(HeaderFields header, TextDecoder decoder, List<Mailbox> from, List<Mailbox> to,
            DeliveryReport report) {
        this.header = header;
        this.decoder = decoder;
        this.from = from;
        this.to = to;
        this.report = report;
    }

    /**
     * What was found.
     *
     * @param sign that it is a notice, and why it is thought so; null where it is none
     * @param failures whom it names; may be empty in a notice, always is where it is none
     */
    record Notice(@Nullable Sign sign, List<DeliveryFailure> failures) {
        private static final Notice NONE = new Notice(null, List.of());
    }

    Notice read(String subject, String text) {
        DeliveryStatus status = report.status();
        if (status != null && (report.whole() || isFromMachine())) {
            return reported(status, text);
        }
        String evidence = evidence(subject, text);
        return evidence == null ? Notice.NONE : notice(evidence, named(text));
    }

    private Notice reported(DeliveryStatus status, String text) {
        if (status.failures().isEmpty() && !status.others().isEmpty()) {
            return new Notice(new Sign(Sign.Kind.AUTO_REPLY, "a delivery receipt: " + status.others()), List.of());
        }
        List<DeliveryFailure> told = status.failures().isEmpty() || needsWords(status.failures())
                ? named(text)
                : List.of();
        List<DeliveryFailure> failures = status.failures().isEmpty() ? told : withWords(status.failures(), told);
        return notice("multipart/report; report-type=delivery-status", failures);
    }

    private static boolean needsWords(List<DeliveryFailure> failures) {
        return failures.stream().anyMatch(failure -> failure.reason().isEmpty());
    }

    /** A report without the server's answer is filled from the words that stand beside it. */
    private static List<DeliveryFailure> withWords(List<DeliveryFailure> failures, List<DeliveryFailure> told) {
        List<DeliveryFailure> filled = new ArrayList<>(failures.size());
        for (DeliveryFailure failure : failures) {
            String reason = failure.reason();
            for (DeliveryFailure each : told) {
                if (reason.isEmpty() && each.address().equalsIgnoreCase(failure.address())) {
                    reason = each.reason();
                }
            }
            filled.add(new DeliveryFailure(failure.address(), failure.status(), reason, failure.lasting(),
                    failure.messageId()));
        }
        return filled;
    }

    private Notice notice(String evidence, List<DeliveryFailure> failures) {
        String id = failedId();
        List<DeliveryFailure> known = failures.stream().map(failure -> id == null || failure.messageId() != null
                ? failure
                : new DeliveryFailure(failure.address(), failure.status(), failure.reason(), failure.lasting(), id))
                .toList();
        return new Notice(new Sign(Sign.Kind.BOUNCE, known.isEmpty() ? evidence : known.getFirst().summary()), known);
    }

    private @Nullable String failedId() {
        DeliveryStatus status = report.status();
        if (report.returnedId() != null) {
            return report.returnedId();
        }
        if (status != null && status.messageId() != null) {
            return status.messageId();
        }
        List<String> answered = MessageIds.all(header.first("in-reply-to", decoder));
        return answered.size() == 1 ? answered.getFirst() : null;
    }

    /** {@return what shows that a message without a report is a notice, or null} */
    private @Nullable String evidence(String subject, String text) {
        String failed = header.first("x-failed-recipients", decoder);
        if (!failed.isEmpty()) {
            return "X-Failed-Recipients: " + DeliveryCode.oneLine(failed);
        }
        if (!isFromMachine() || UsualWords.isAnswer(subject)) {
            return null;
        }
        String words = UsualWords.bounceSubject(subject);
        if (words != null) {
            return "subject: " + words;
        }
        String said = isFromPostmaster() ? UsualWords.bounceText(text) : null;
        return said == null ? null : "text: " + said;
    }

    private List<DeliveryFailure> named(String text) {
        Set<String> strangers = new HashSet<>();
        to.forEach(box -> strangers.add(Ascii.lower(box.address())));
        from.forEach(box -> strangers.add(Ascii.lower(box.address())));
        List<Mailbox> failed = AddressReader.read(header.all("x-failed-recipients", decoder), decoder);
        Set<String> wanted = new LinkedHashSet<>();
        failed.forEach(box -> wanted.add(Ascii.lower(box.address())));
        return FailureText.read(text, strangers, wanted);
    }

    private boolean isFromMachine() {
        return from.isEmpty() || isFromPostmaster()
                || header.first("return-path", decoder).replace(" ", "").equals("<>");
    }

    private boolean isFromPostmaster() {
        for (Mailbox box : from) {
            for (String name : POSTMASTERS) {
                if (Ascii.startsWith(box.address(), 0, name)) {
                    return true;
                }
            }
            for (String name : NAMES) {
                if (Ascii.startsWith(box.name(), 0, name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
