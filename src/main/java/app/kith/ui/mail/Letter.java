package app.kith.ui.mail;

import app.kith.change.SenderRule;
import app.kith.mail.Attachment;
import app.kith.mail.DeliveryFailure;
import app.kith.mail.Mail;
import app.kith.mail.SafeHtml;
import app.kith.ui.body.BodyPage;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, ready to be shown. Made off the JavaFX thread.
 *
 * @param mail the message
 * @param page its body
 * @param remote what lies on servers
 * @param rule what the user wants for all mail of its sender
 * @param enclosures its attachments, without pictures that belong into the body
 */
record Letter(Mail mail, BodyPage page, Remote remote, SenderRule rule, List<Enclosure> enclosures) {
    private static final int MOST_FAILURES = 10;

    /**
     * Pictures that lie on servers.
     *
     * @param pictures how many there are
     * @param trackers how many of those are there only to tell that the message was opened; they are never loaded
     * @param loadable how many can be loaded
     * @param shown whether the page has places for them
     */
    record Remote(int pictures, int trackers, int loadable, boolean shown) {}

    /**
     * Makes a message ready; blocks.
     *
     * @param mail the message
     * @param rule what the user wants for all mail of its sender
     * @param shown whether to keep places for pictures from the network
     */
    static Letter of(Mail mail, SenderRule rule, boolean shown) {
        String html = mail.html();
        SafeHtml safe = SafeHtml.of(mail);
        int loadable = 0;
        if (html != null && safe.remoteImages() > safe.trackingPixels()) {
            SafeHtml all = SafeHtml.of(html, SafeHtml.contentIds(mail), true);
            loadable = count(all.html(), SafeHtml.REMOTE_SOURCE + "=");
            safe = shown ? all : safe;
        }
        boolean asHtml = !safe.html().isBlank();
        BodyPage page = asHtml ? BodyPage.ofHtml(safe.html()) : BodyPage.ofText(mail.text());
        List<Enclosure> enclosures = mail.attachments().stream()
                .filter(attachment -> !attachment.inline() || !asHtml).map(Enclosure::of).toList();
        return new Letter(mail, page, new Remote(safe.remoteImages(), safe.trackingPixels(), loadable, shown), rule,
                enclosures);
    }

    private static int count(String text, String part) {
        int count = 0;
        int at = text.indexOf(part);
        while (at >= 0) {
            count++;
            at = text.indexOf(part, at + part.length());
        }
        return count;
    }

    /** {@return the same message with places for pictures from the network, or without; blocks} */
    Letter showing(boolean shown) {
        return of(mail, rule, shown);
    }

    /** {@return whose mail it is; empty where nobody is named} */
    String sender() {
        return mail.from().isEmpty() ? "" : mail.from().getFirst().address();
    }

    /** {@return a plain line for each recipient whom an earlier mail did not reach, ten at most} */
    List<String> failures(Words words) {
        List<DeliveryFailure> failures = mail.deliveryFailures();
        List<String> lines = new ArrayList<>();
        failures.stream().limit(MOST_FAILURES).forEach(failure -> lines.add(UndeliveredLine.of(failure, words)));
        if (failures.size() > MOST_FAILURES) {
            lines.add(words.count("screen.message.undelivered-more", failures.size() - MOST_FAILURES));
        }
        return lines;
    }

    /** {@return finds the bytes of the pictures that the message carries, by Content-ID} */
    Function<String, byte @Nullable []> pictures() {
        Map<String, Attachment> byId = mail.attachments().stream().filter(each -> each.contentId() != null)
                .collect(Collectors.toMap(each -> String.valueOf(each.contentId()), Function.identity(),
                        (one, _) -> one));
        return id -> {
            Attachment found = byId.get(id);
            return found == null ? null : found.content();
        };
    }
}
