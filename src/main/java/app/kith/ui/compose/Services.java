package app.kith.ui.compose;

import app.kith.desk.Accounts;
import app.kith.desk.Desk;
import app.kith.desk.Mails;
import app.kith.desk.Texts;
import app.kith.store.Correspondents;
import app.kith.sync.Drafts;
import app.kith.sync.Outbox;

/**
 * What writing needs of the desk. All of it blocks.
 *
 * @param accounts who can send
 * @param drafts letters being written
 * @param outbox letters on their way
 * @param people whom a letter may go to
 * @param texts signatures and templates
 * @param mails what is answered
 */
public record Services(Accounts accounts, Drafts drafts, Outbox outbox, Correspondents people, Texts texts,
        Mails mails) {

    /**
     * Takes them from a desk.
     *
     * @param desk the desk
     * @return its services
     */
    public static Services of(Desk desk) {
        return new Services(desk.accounts(), desk.drafts(), desk.outbox(), desk.correspondents(), desk.texts(),
                desk.mails());
    }
}
