package app.kith.ui.mail;

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
 * @param remotePictures how many pictures lie on servers and are not loaded
 * @param trackers how many of those were there only to tell that the message was opened
 * @param enclosures its attachments, without pictures that belong into the body
 */
record Letter(Mail mail, BodyPage page, int remotePictures, int trackers, List<Enclosure> enclosures) {
    private static final int MOST_FAILURES = 10;

    /** Makes a message ready; blocks. */
    static Letter of(Mail mail) {
        SafeHtml safe = SafeHtml.of(mail);
        boolean asHtml = !safe.html().isBlank();
        BodyPage page = asHtml ? BodyPage.ofHtml(safe.html()) : BodyPage.ofText(mail.text());
        List<Enclosure> enclosures = mail.attachments().stream()
                .filter(attachment -> !attachment.inline() || !asHtml).map(Enclosure::of).toList();
        return new Letter(mail, page, safe.remoteImages(), safe.trackingPixels(), enclosures);
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
