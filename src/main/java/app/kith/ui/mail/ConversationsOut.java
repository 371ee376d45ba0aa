package app.kith.ui.mail;

import app.kith.desk.Mails;
import app.kith.store.Conversations;
import app.kith.store.Conversations.MessageRow;
import app.kith.ui.list.RowListView;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Lets conversations be dragged out of their list: each mail as a file, as it came. */
public final class ConversationsOut {
    private final Conversations conversations;
    private final Mails mails;
    private final OpenedFiles opened;
    private final Words words;

    /**
     * Makes it.
     *
     * @param conversations tells which mails there are
     * @param mails gives their bytes
     * @param opened keeps the files until the program ends
     * @param words the language, for mails without a subject
     */
    public ConversationsOut(Conversations conversations, Mails mails, OpenedFiles opened, Words words) {
        this.conversations = conversations;
        this.mails = mails;
        this.opened = opened;
        this.words = words;
    }

    /**
     * Lets them be dragged out of a list.
     *
     * @param list the list
     * @param background where files are written
     */
    public void from(RowListView<?> list, Background background) {
        new DragOut(background, event -> wanted(RowListView.row(event.getPickResult().getIntersectedNode())))
                .from(list);
    }

    private @Nullable Callable<List<Path>> wanted(@Nullable Long conversation) {
        return conversation == null ? null : () -> write(conversation);
    }

    /** Mails of which only the header is here are fetched first: where one cannot be had, nothing goes out. Blocks. */
    List<Path> write(long conversation) {
        List<Path> files = new ArrayList<>();
        for (MessageRow message : conversations.messages(conversation)) {
            mails.complete(message.id());
            files.add(opened.give(MailName.of(message.subject(), words), mails.raw(message.id())));
        }
        return files;
    }
}
