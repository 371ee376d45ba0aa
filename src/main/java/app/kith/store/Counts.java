package app.kith.store;

import java.sql.SQLException;

/** The end of every transaction: statuses, counts and sums that follow from what was touched. */
final class Counts {
    private final PeopleTable people;
    private final MessageTable messages;
    private final ConversationTable conversations;
    private final ContactTable contacts;
    private final ProposalTable proposals;

    Counts(Transaction transaction) {
        this.people = new PeopleTable(transaction);
        this.messages = new MessageTable(transaction, people, new ThreadTable(transaction));
        this.conversations = new ConversationTable(transaction);
        this.contacts = new ContactTable(transaction);
        this.proposals = new ProposalTable(transaction);
    }

    MessageTable messages() {
        return messages;
    }

    ContactTable contacts() {
        return contacts;
    }

    /** In this order: each step may touch what the next one works out. */
    void settle() throws SQLException {
        messages.settle();
        people.flush();
        people.recount();
        messages.signatures().recount();
        conversations.refresh();
        contacts.refresh();
        proposals.refresh();
    }
}
