package app.kith.ui.mail;

import app.kith.desk.ConversationActs.Act;
import app.kith.store.ConversationList.Scope;
import app.kith.store.ConversationList.Sign;
import app.kith.store.Conversations.ConversationRow;
import app.kith.ui.list.RowListView;
import app.kith.ui.list.SearchedListView;
import app.kith.ui.list.SearchedListView.Sayings;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The conversations; sifted by words, chips, mailbox and folder; something done to one or several of them as wholes. */
public final class ConversationListView extends StackPane {
    /** So many rows are looked at to say what can be done to them. */
    private static final int LOOKED_AT = 500;

    private final ConversationsModel model;
    private final Words words;
    private final WholeActs acts;
    private final Outside outside;
    private final WholeVerbs verbs;
    private final SearchedListView pane;

    /**
     * Makes the view.
     *
     * @param model the list
     * @param words the language
     * @param dates writes dates
     * @param acts what can be done to conversations
     * @param outside where it is said what was done
     * @param whenEmpty shown while there is no mail at all
     */
    public ConversationListView(ConversationsModel model, Words words, Dates dates, WholeActs acts, Outside outside,
            Node whenEmpty) {
        this.model = model;
        this.words = words;
        this.acts = acts;
        this.outside = outside;
        this.verbs = new WholeVerbs(acts, words, outside, this::meant);
        BooleanBinding all = Bindings.createBooleanBinding(() -> model.scopeProperty().get().equals(Scope.ALL),
                model.scopeProperty());
        StackPane nobody = new StackPane(whenEmpty);
        Controls.showWhen(nobody, all);
        StackPane nothing = new StackPane(nobody, emptyFolder(all));
        Button read = Controls.iconButton("fth-check-circle", words.get("mails.all-read"),
                this::readAll);
        Controls.showWhen(read, Bindings.createBooleanBinding(() -> model.countsProperty().get().of(Sign.UNREAD) > 0,
                model.countsProperty()));
        pane = new SearchedListView(model, words,
                new Sayings(words.get("screen.nav.mail"), words.get("screen.mail.search"),
                        words.get("screen.mail.nothing-found")),
                () -> new ConversationCell(model.rows(), true, words, dates), nothing, new FolderChoice(model, words),
                read);
        pane.setFilters(Controls.column(6, new ConversationChips(model, words), new ManyConversations(model, verbs)));
        pane.setNothing(sifted());
        pane.list().setOnChosen(model::choose);
        pane.list().setContextMenu(menu());
        addEventHandler(KeyEvent.KEY_PRESSED, verbs::key);
        getChildren().add(pane);
        getStyleClass().add("list-pane");
    }

    private WholeVerbs.Meant meant() {
        List<Long> ids = model.meant();
        List<ConversationRow> rows = ids.size() > LOOKED_AT
                ? List.of()
                : ids.stream().map(model.rows()::known).filter(Objects::nonNull).map(ConversationRow.class::cast)
                        .toList();
        return new WholeVerbs.Meant(ids, rows, model.scopeProperty().get());
    }

    private Node emptyFolder(BooleanBinding all) {
        Node empty = Controls.empty("fth-folder", words.get("mails.folder-empty"), words.get("mails.folder-empty-text"),
                Controls.button(words.get("mails.show-all"), model::everything));
        Controls.showWhen(empty, all.not());
        return empty;
    }

    /** What stands there where chips leave nothing: mostly a good thing. */
    private ObservableValue<@Nullable Node> sifted() {
        return Bindings.createObjectBinding(() -> {
            Set<Sign> signs = model.signsProperty().get();
            if (signs.isEmpty() || !model.queryProperty().get().isBlank()) {
                return null;
            }
            String key = signs.size() > 1
                    ? "mails.none.several"
                    : "mails.none." + ConversationsModel.word(signs.iterator().next());
            return Controls.empty(signs.size() > 1 ? "fth-filter" : "fth-check-circle", words.get(key),
                    words.get(key + "-text"),
                    Controls.button(words.get("mails.show-all"), () -> model.signsProperty().set(Set.of())));
        }, model.signsProperty(), model.queryProperty());
    }

    private ContextMenu menu() {
        Menu move = new Menu(words.get("screen.act.move"));
        move.setMnemonicParsing(false);
        verbs.goalsLater(move.getItems());
        MenuItem all = new MenuItem(words.get("mails.choose-all"));
        all.setMnemonicParsing(false);
        all.setOnAction(_ -> pane.list().getSelectionModel().selectAll());
        ContextMenu menu = new ContextMenu(all);
        menu.setOnShowing(_ -> {
            menu.getItems().setAll(verbs.items(true));
            menu.getItems().addAll(move, new SeparatorMenuItem(), all);
            move.setDisable(model.meant().isEmpty());
            verbs.goals(move.getItems());
        });
        return menu;
    }

    /** Marks all that the list shows as read. */
    public void readAll() {
        acts.act(new Act.Read(), List.copyOf(model.rows().numbers()), model.scopeProperty().get(), words, outside);
    }

    /** Puts those that are chosen away, else the one that is selected. */
    public void archive() {
        verbs.archive();
    }

    /** Throws those that are chosen away, else the one that is selected. */
    public void delete() {
        verbs.delete();
    }

    /** Marks those that are chosen, else the one that is selected; or takes the mark off. */
    public void flag() {
        verbs.flag();
    }

    /** Marks those that are chosen, else the one that is selected, as read or unread. */
    public void turnRead() {
        verbs.turnRead();
    }

    /**
     * Says what is done when the user opens a conversation; it is the selected one then.
     *
     * @param act what is done
     */
    public void setOnOpened(Runnable act) {
        pane.setOnOpened(act);
    }

    /** {@return the list itself} */
    public RowListView<?> list() {
        return pane.list();
    }

    /** Goes to the list, for the keys. */
    public void begin() {
        pane.begin();
    }

    /** Goes to the search field. */
    public void search() {
        pane.search();
    }
}
