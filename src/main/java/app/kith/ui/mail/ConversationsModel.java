package app.kith.ui.mail;

import app.kith.store.Conversations;
import app.kith.store.Conversations.ConversationRow;
import app.kith.ui.list.SearchedRows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import java.util.concurrent.Callable;

/** All conversations, newest first: searched by words of the subject or of whom they are held with. JavaFX thread only. */
public final class ConversationsModel extends SearchedRows<ConversationRow> {
    private final Conversations conversations;

    /**
     * Makes the model and begins to read the list.
     *
     * @param conversations the queries
     * @param background where they are made
     * @param feed tells what changed
     */
    public ConversationsModel(Conversations conversations, Background background, ChangeFeed feed) {
        super(background, "conversations", conversations::rows, ConversationRow::id);
        this.conversations = conversations;
        feed.listen(change -> changed(change.conversations()));
        readNow();
    }

    @Override
    protected Callable<Listing> search(String words) {
        return () -> new Listing(conversations.ids(0, words, 0), conversations.count());
    }
}
