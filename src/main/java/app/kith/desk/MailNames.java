package app.kith.desk;

import app.kith.mail.Attachment;
import app.kith.mail.SafeFileName;
import app.kith.store.Conversations.MessageRow;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files for mails and what came with them: safe on every system, and no two that differ in case alone. */
final class MailNames {
    private static final int SUBJECT = 60;

    private final Set<String> taken = new HashSet<>();
    private final DateTimeFormatter day;

    MailNames(ZoneId zone) {
        day = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(zone);
    }

    /**
     * The name for a mail: its place, its day, its subject.
     *
     * @param place its place among the others, from 1
     * @param last the place of the last, which decides how many digits are written
     */
    String mail(MessageRow row, long place, long last) {
        int digits = Math.max(3, String.valueOf(last).length());
        // A slash within a subject does not part folders.
        String subject = row.subject().replaceAll("[/\\\\\u2215\u2044\uFF0F\uFF3C]", "-").strip();
        int end = subject.codePointCount(0, subject.length()) <= SUBJECT
                ? subject.length()
                : subject.offsetByCodePoints(0, SUBJECT);
        String number = String.format(Locale.ROOT, "%0" + digits + "d", place);
        return SafeFileName.of((number + " " + day.format(row.sentAt()) + " " + subject.substring(0, end)).strip())
                + ".eml";
    }

    /** The name for an attachment that no other has. */
    String file(Attachment attachment) {
        return free(SafeFileName.of(attachment));
    }

    /** The name for a file that no other has. */
    String file(String given) {
        return free(SafeFileName.of(given));
    }

    private String free(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        String free = name;
        for (int next = 2; !taken.add(free.toLowerCase(Locale.ROOT)); next++) {
            free = stem + " (" + next + ")" + ending;
        }
        return free;
    }
}
