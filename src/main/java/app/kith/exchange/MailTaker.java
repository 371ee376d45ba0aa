package app.kith.exchange;

import app.kith.words.Note;

/** Takes the mails of files one after another. */
public interface MailTaker {

    /**
     * Takes a mail.
     *
     * @param mail the mail
     * @return whether to go on
     */
    boolean mail(FoundMail mail);

    /**
     * Is told of something that is no mail that can be read.
     *
     * @param place where it stands
     * @param reason why
     */
    void aside(String place, Note reason);
}
