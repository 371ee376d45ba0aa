package app.kith.ui.compose;

import app.kith.account.Account;
import app.kith.change.Outgoing;
import app.kith.compose.Draft;
import app.kith.compose.DraftFile;
import app.kith.compose.Mark;
import app.kith.mail.AddressList;
import app.kith.mail.Mailbox;
import app.kith.ui.compose.Checks.Remark;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A letter being written. What is typed is kept as a draft after a short pause; nothing leaves before {@link #send}. JavaFX thread
 * only.
 */
public final class ComposeModel {
    /** How long a letter waits in the outbox so that its sending can be undone. */
    public static final Duration UNDO = Duration.ofSeconds(10);

    private final Beginning beginning;
    private final Services services;
    private final Clock clock;
    private final DraftKeeper keeper;
    private final Attaching attaching;
    private final Completion completion;
    private final ObjectProperty<Account> from;
    private final ObservableList<Mailbox> to = FXCollections.observableArrayList();
    private final ObservableList<Mailbox> cc = FXCollections.observableArrayList();
    private final ObservableList<Mailbox> bcc = FXCollections.observableArrayList();
    private final StringProperty subject = new SimpleStringProperty(this, "subject", "");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObjectProperty<List<Mark>> marks = new SimpleObjectProperty<>(this, "marks", List.of());
    private final ObservableList<DraftFile> files = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Remark>> remarks = new ReadOnlyObjectWrapper<>(this, "remarks",
            List.of());
    private final ReadOnlyObjectWrapper<List<Remark>> asked = new ReadOnlyObjectWrapper<>(this, "asked", List.of());
    private final ReadOnlyObjectWrapper<@Nullable KithException> failure = new ReadOnlyObjectWrapper<>(this,
            "failure");
    private final String quoted;
    private boolean ended;

    ComposeModel(Beginning beginning, Services services, Background background, Clock clock) {
        this.beginning = beginning;
        this.services = services;
        this.clock = clock;
        this.from = new SimpleObjectProperty<>(this, "from", beginning.account());
        this.keeper = new DraftKeeper(beginning.id(), services.drafts(), background, this::said, this::fail);
        this.attaching = new Attaching(services, background, this::fail);
        this.completion = new Completion(services.people(), background, this);
        this.quoted = beginning.draft().text().substring(beginning.quoted());
        show(beginning.draft());
        keeper.begin();
        InvalidationListener typed = _ -> changed();
        List.of(subject, text).forEach(each -> each.addListener(typed));
        marks.addListener(typed);
        List.of(to, cc, bcc, files).forEach(each -> each.addListener(typed));
        from.addListener((_, before, now) -> {
            text.set(Signing.swap(text.get(), beginning.signature(before), beginning.signature(now)));
            changed();
        });
        look();
    }

    private void show(Draft draft) {
        to.setAll(draft.to());
        cc.setAll(draft.cc());
        bcc.setAll(draft.bcc());
        subject.set(draft.subject());
        text.set(draft.text());
        marks.set(draft.marks());
        files.setAll(draft.files());
    }

    private void changed() {
        asked.set(List.of());
        failure.set(null);
        look();
        keeper.changed();
    }

    private void look() {
        remarks.set(Checks.beside(draft(), own(), limit()));
    }

    private long limit() {
        return services.outbox().largest(from.get().id());
    }

    /** What the user wrote: all but what the letter quotes, as long as that stands at the end. */
    private String own() {
        String all = text.get();
        return !quoted.isBlank() && all.endsWith(quoted) ? all.substring(0, all.length() - quoted.length()) : all;
    }

    /** {@return the letter as it stands} */
    Draft draft() {
        return new Draft(List.copyOf(to), List.copyOf(cc), List.copyOf(bcc), subject.get(), text.get(),
                beginning.draft().inReplyTo(), beginning.draft().references(), List.copyOf(files), marks.get());
    }

    private DraftKeeper.Said said() {
        return new DraftKeeper.Said(from.get(), draft());
    }

    private void fail(KithException e) {
        failure.set(e);
    }

    /**
     * Takes what was typed as recipients.
     *
     * @param into one of {@link #to()}, {@link #cc()}, {@link #bcc()}
     * @param typed addresses with or without names
     */
    void accept(ObservableList<Mailbox> into, String typed) {
        AddressList.parse(typed).stream().map(ComposeModel::whole)
                .filter(box -> !box.address().isBlank() && !into.contains(box)).forEach(into::add);
    }

    /** What could be read only as a name stands there as it was typed, so that nothing is lost. */
    private static Mailbox whole(Mailbox box) {
        return box.address().isBlank() ? new Mailbox("", box.name()) : box;
    }

    /** Adds files; their bytes are kept at once. */
    void attach(List<Path> paths) {
        attaching.add(from.get(), paths, files::addAll);
    }

    /** Fills a template in for whom the letter goes to. */
    void fill(String template, Consumer<String> then) {
        completion.values(said(), clock, values -> then.accept(app.kith.compose.Template.fill(template, values)));
    }

    /** Who may be meant by what was typed. */
    void complete(String typed, Consumer<List<app.kith.store.Correspondents.Correspondent>> then) {
        completion.matching(typed, then);
    }

    /**
     * Puts the letter into the outbox, from where it can still be taken back. What speaks against it is asked first; a second call
     * sends it anyway, unless it cannot be sent.
     *
     * @param at not before this; null for as soon as it cannot be undone any more
     * @param then takes the letter in the outbox
     */
    void send(@Nullable Instant at, Consumer<Outgoing> then) {
        List<Remark> found = Checks.of(draft(), own(), limit());
        boolean stops = found.stream().anyMatch(remark -> remark.kind().stops());
        if (ended || stops || !found.isEmpty() && !found.equals(asked.get())) {
            asked.set(found);
            return;
        }
        ended = true;
        Instant notBefore = at == null ? clock.instant().plus(UNDO) : at;
        keeper.end(id -> services.drafts().send(id, from.get(), draft(), notBefore).outgoing(), then, e -> {
            ended = false;
            fail(e);
        });
    }

    /**
     * Throws the letter away.
     *
     * @param then takes what brings it back, to be called at most once; null where nothing was written
     */
    void discard(Consumer<@Nullable Outgoing> then) {
        if (keeper.isUntouched()) {
            ended = true;
            then.accept(null);
            return;
        }
        ended = true;
        keeper.end(id -> {
            Outgoing kept = services.drafts().save(id, from.get(), draft());
            services.drafts().discard(id);
            return kept;
        }, then, e -> {
            ended = false;
            fail(e);
        });
    }

    /** Keeps what is not kept yet, because the window closes. */
    public void close() {
        if (!ended) {
            keeper.close();
        }
    }

    /** Leaves the letter as it is kept, because it was thrown away elsewhere. */
    public void abandon() {
        ended = true;
        keeper.abandon();
    }

    /** {@return what keeps the last words; to be run off the JavaFX thread when the program ends} */
    public Runnable lastSave() {
        return ended ? () -> {} : keeper.last();
    }

    /** {@return number of the draft; 0 as long as none is kept} */
    public long id() {
        return keeper.id();
    }

    /** {@return who can send it} */
    List<Account> accounts() {
        return beginning.accounts();
    }

    /** {@return the templates by name} */
    Map<String, String> templates() {
        return beginning.templates();
    }

    /** {@return where the cursor stands at first} */
    boolean isAnswer() {
        return !beginning.draft().to().isEmpty();
    }

    /** {@return what time it is} */
    Clock clock() {
        return clock;
    }

    /** {@return who sends it} */
    public ObjectProperty<Account> fromProperty() {
        return from;
    }

    /** {@return to whom} */
    public ObservableList<Mailbox> to() {
        return to;
    }

    /** {@return who gets a copy} */
    public ObservableList<Mailbox> cc() {
        return cc;
    }

    /** {@return who gets a copy that the others do not know of} */
    public ObservableList<Mailbox> bcc() {
        return bcc;
    }

    /** {@return the subject} */
    public StringProperty subjectProperty() {
        return subject;
    }

    /** {@return the text} */
    public StringProperty textProperty() {
        return text;
    }

    /** {@return what stands out in the text} */
    public ObjectProperty<List<Mark>> marksProperty() {
        return marks;
    }

    /** {@return the files that go along} */
    public ObservableList<DraftFile> files() {
        return files;
    }

    /** {@return what there is to say of it while it is being written} */
    ReadOnlyObjectProperty<List<Remark>> remarksProperty() {
        return remarks.getReadOnlyProperty();
    }

    /** {@return what spoke against sending it; empty if nothing did, or nobody has tried} */
    ReadOnlyObjectProperty<List<Remark>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** {@return what went wrong last; null if nothing did} */
    ReadOnlyObjectProperty<@Nullable KithException> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** {@return how far what is typed is kept} */
    ReadOnlyObjectProperty<DraftKeeper.Stage> stageProperty() {
        return keeper.stageProperty();
    }
}
