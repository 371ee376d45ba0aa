package app.kith.ui.mail;

import app.kith.change.SenderRule;
import app.kith.conversation.Gaps;
import app.kith.desk.Mails;
import app.kith.desk.Readings;
import app.kith.mail.Mail;
import app.kith.store.ConversationList.Scope;
import app.kith.store.Conversations;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.StoreChange;
import app.kith.ui.compose.Composer.Kind;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** One conversation: its messages, which of them are open, and what those say. JavaFX thread only. */
public final class ConversationModel {
    private final Conversations conversations;
    private final Mails mails;
    private final Readings readings;
    private final MailActs acts;
    private final Background background;
    private final String name;
    private final ObjectProperty<@Nullable Long> id = new SimpleObjectProperty<>(this, "id");
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(this, "scope", Scope.ALL);
    private final ReadOnlyObjectWrapper<@Nullable Conversed> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ObservableSet<Long> open = FXCollections.observableSet();
    private final Map<Long, Letter> letters = new HashMap<>();
    private final Refresh<Optional<Conversed>> refresh;
    private final ConversationSearch search;
    private @Nullable Long asked;
    private @Nullable Long wished;
    private BiConsumer<Long, Kind> answering = (_, _) -> {};
    private LongConsumer settling = _ -> {};
    private @Nullable WholeActs whole;
    private BiConsumer<Long, LocalDate> reminding = (_, _) -> {};

    /**
     * A conversation with its messages.
     *
     * @param asked the number it was asked for under, which may be that of one joined to it
     * @param row what lists show
     * @param messages its messages, oldest first
     */
    public record Conversed(long asked, ConversationRow row, List<MessageRow> messages) {}

    /**
     * Makes the model of no conversation; {@link #idProperty()} says of which.
     *
     * @param conversations the queries
     * @param mails reads messages
     * @param readings how the user wants them to be read
     * @param acts what the user does to them
     * @param background where all that is done
     * @param feed tells what changed
     * @param name what it is for, unlike that of any other model
     */
    public ConversationModel(Conversations conversations, Mails mails, Readings readings, MailActs acts,
            Background background, ChangeFeed feed, String name) {
        this.conversations = conversations;
        this.mails = mails;
        this.readings = readings;
        this.acts = acts;
        this.background = background;
        this.name = name;
        this.refresh = new Refresh<>(background, name, this::read, this::show);
        this.search = new ConversationSearch(background, name + "-search", shown.getReadOnlyProperty(), mails::read);
        id.addListener((_, _, _) -> refresh.now());
        scope.addListener((_, _, _) -> refresh.now());
        feed.listen(this::changed);
    }

    private Callable<Optional<Conversed>> read() {
        Long wanted = id.get();
        Scope where = scope.get();
        return () -> wanted == null
                ? Optional.empty()
                : conversations.opened(wanted, where)
                        .map(found -> new Conversed(wanted, found.row(), found.messages()));
    }

    private void show(Optional<Conversed> found) {
        Conversed now = found.orElse(null);
        if (now != null && now.equals(shown.get())) {
            return;
        }
        if (now != null && !Objects.equals(asked, now.asked())) {
            asked = now.asked();
            letters.clear();
            open.clear();
            Long wish = wished;
            wished = null;
            now.messages().stream().map(MessageRow::id).filter(message -> message.equals(wish)).findFirst()
                    .or(() -> toOpen(now.messages())).ifPresent(open::add);
        }
        shown.set(now);
    }

    /**
     * Has a message open: at once where its conversation is shown, else when that comes next.
     *
     * @param conversation number of the conversation
     * @param message number of the message
     */
    public void wish(long conversation, long message) {
        if (Objects.equals(asked, conversation) && shown.get() != null) {
            open.add(message);
        } else {
            wished = message;
        }
    }

    /** The newest unread message, else the newest. */
    private static Optional<Long> toOpen(List<MessageRow> messages) {
        return messages.reversed().stream().filter(message -> message.unread() && !message.outgoing())
                .findFirst().or(() -> messages.reversed().stream().findFirst()).map(MessageRow::id);
    }

    private void changed(StoreChange change) {
        Conversed now = shown.get();
        if (id.get() != null
                && (now == null || change.conversations().contains(now.row().id()))) {
            refresh.request();
        }
    }

    /**
     * Reads what a message says, or takes it from those that have been read.
     *
     * @param message number of the message
     * @param then takes it
     * @param failed takes what went wrong
     */
    public void letter(long message, Consumer<Letter> then, Consumer<KithException> failed) {
        Letter known = letters.get(message);
        if (known != null) {
            then.accept(known);
            return;
        }
        Long of = asked;
        background.run(name + "-letter-" + message, () -> read(message), letter -> {
            if (Objects.equals(of, asked)) {
                letters.put(message, letter);
            }
            then.accept(letter);
        }, failed);
    }

    private Letter read(long message) {
        mails.complete(message);
        Mail mail = mails.read(message);
        SenderRule rule = mail.from().isEmpty()
                ? SenderRule.NONE
                : readings.sender(mail.from().getFirst().address());
        return Letter.of(mail, rule, rule.pictures());
    }

    /** {@return whether the message that another one answers is missing in the conversation} */
    boolean answersMissing(Mail mail) {
        Conversed now = shown.get();
        if (now == null) {
            return false;
        }
        List<String> present = new ArrayList<>();
        for (MessageRow message : now.messages()) {
            String id = message.messageId();
            if (id != null) {
                present.add(id);
            }
        }
        return new Gaps(present).before(Gaps.parents(mail)) != null;
    }

    /** Forgets what a message said, because it is read another way now. */
    void forget(long message) {
        letters.remove(message);
    }

    /** Has pictures from the network shown in all mail of a sender, or no more. */
    void showPictures(String sender, boolean wanted, Runnable then, Consumer<KithException> failed) {
        background.run(name + "-rule", () -> {
            readings.showPictures(sender, wanted);
            return wanted;
        }, _ -> {
            letters.clear();
            then.run();
        }, failed);
    }

    /** Has a message, or all mail of its sender, read with a charset; an empty one is that which is recognised. */
    void readAs(long message, String sender, String charset, boolean all, Consumer<KithException> failed) {
        background.run(name + "-rule", () -> {
            if (all) {
                readings.readSenderAs(sender, charset);
            } else if (charset.isEmpty()) {
                readings.readAsRecognised(message, sender);
            } else {
                readings.readAs(message, charset);
            }
            return charset;
        }, _ -> refresh.request(), failed);
    }

    /**
     * The bytes of a message as they came.
     *
     * @param message number of the message
     * @param made makes of them what is wanted, in the background
     * @param then takes it
     * @param failed takes what went wrong
     * @param <T> what is made of them
     */
    public <T> void source(long message, Function<byte[], T> made, Consumer<T> then, Consumer<KithException> failed) {
        background.run(name + "-source", () -> {
            mails.complete(message);
            return made.apply(mails.raw(message));
        }, then, failed);
    }

    /**
     * Writes a message as a file that can be taken elsewhere; blocks.
     *
     * @param message the message
     * @param into where the file is kept until the program ends
     * @param words the language, for one without a subject
     * @return the file
     */
    Path eml(MessageRow message, OpenedFiles into, Words words) {
        mails.complete(message.id());
        return into.give(MailName.of(message.subject(), words), mails.raw(message.id()));
    }

    /** Reads all messages that are shown, in their order. */
    void letters(Consumer<List<Printing.Printed>> then, Consumer<KithException> failed) {
        Conversed now = shown.get();
        if (now != null) {
            background.run(name + "-letters", () -> now.messages().stream()
                    .map(message -> new Printing.Printed(message, read(message.id()))).toList(), then,
                    failed);
        }
    }

    /**
     * Says who begins answers.
     *
     * @param begin takes the number of a message and how it is answered
     */
    public void setOnAnswer(BiConsumer<Long, Kind> begin) {
        answering = begin;
    }

    /**
     * Says who settles a conversation that wants no answer.
     *
     * @param settle takes the number of the mail that seems to want one
     */
    public void setOnSettle(LongConsumer settle) {
        settling = settle;
    }

    /**
     * Says who reminds of a mail.
     *
     * @param remind takes the number of the mail and the day
     */
    public void setOnRemind(BiConsumer<Long, LocalDate> remind) {
        reminding = remind;
    }

    /** Makes a task of a mail, to be seen again on a day. */
    void remind(long message, LocalDate day) {
        reminding.accept(message, day);
    }

    /** Settles that the conversation wants no answer. */
    void settle() {
        Conversed now = shown.get();
        if (now != null && now.row().turnMessage() != 0) {
            settling.accept(now.row().turnMessage());
        }
    }

    /** {@return whether an answer is owed or awaited} */
    boolean isSomebodysTurn() {
        Conversed now = shown.get();
        return now != null && now.row().turnMessage() != 0;
    }

    /** Begins an answer to a message. */
    void answer(long message, Kind kind) {
        answering.accept(message, kind);
    }

    /**
     * Begins an answer to the newest message that is open; to the newest where none is.
     *
     * @param kind how it is answered
     */
    public void answer(Kind kind) {
        Conversed now = shown.get();
        if (now != null && !now.messages().isEmpty()) {
            List<Long> all = now.messages().reversed().stream().map(MessageRow::id).toList();
            answer(all.stream().filter(open::contains).findFirst().orElse(all.getFirst()), kind);
        }
    }

    /**
     * Says what does something to the whole conversation; without it nothing can be done.
     *
     * @param acts the acts
     */
    public void setWhole(WholeActs acts) {
        whole = acts;
    }

    /** {@return what does something to the whole conversation; null where nothing can be done} */
    @Nullable
    WholeActs whole() {
        return whole;
    }

    /** {@return where the list looks that the conversation was chosen in: what lies there is shown, too} */
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /** {@return what the user does to mail} */
    MailActs acts() {
        return acts;
    }

    /** {@return the search within the conversation} */
    ConversationSearch search() {
        return search;
    }

    /** Opens a message, if it is not. */
    void unfold(long message) {
        open.add(message);
    }

    /** Opens or closes a message. */
    void toggle(long message) {
        if (!open.remove(message)) {
            open.add(message);
        }
    }

    /** {@return the number of the conversation; null for none} */
    public ObjectProperty<@Nullable Long> idProperty() {
        return id;
    }

    /** {@return what is shown; null while there is none or it is still being read} */
    public ReadOnlyObjectProperty<@Nullable Conversed> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** {@return number of the customer with whom the conversation is held; 0 for none} */
    long contact() {
        Conversed now = shown.get();
        Long contact = now == null ? null : now.row().contact();
        return contact == null ? 0 : contact;
    }

    /** {@return the messages that are open} */
    public ObservableSet<Long> open() {
        return open;
    }
}
