package app.kith.ui.mail;

import app.kith.mail.SafeFileName;
import app.kith.words.Words;

/** What a mail is called as a file. */
final class MailName {
    private MailName() {}

    /** {@return a name that is safe on every system, from the subject or what stands for one} */
    static String of(String subject, Words words) {
        String name = subject.isBlank() ? words.get("screen.no-subject") : subject;
        // A slash parts words here, not folders: what stands before it belongs to the name.
        return SafeFileName.of(name.replace('/', '-').replace('\\', '-') + ".eml");
    }
}
