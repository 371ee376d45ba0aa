package app.kith.ui.files;

import app.kith.mail.FileKind;
import app.kith.store.FileList.FileRow;
import app.kith.ui.list.SearchedListView;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.mail.FileActs;
import app.kith.words.Words;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The page of files. Enter opens one, S saves it, M goes to its mail, C to the customer, Ctrl+C copies it; a drag takes it out. */
public final class FilesView extends BorderPane {
    private final FilesModel model;
    private final Words words;
    private final FileActs files;
    private final Acts acts;
    private final SearchedListView list;

    /**
     * What the page asks of the window.
     *
     * @param mail goes to the mail of a file
     * @param customer goes to a customer, by the number
     */
    public record Acts(Consumer<FileRow> mail, LongConsumer customer) {}

    /**
     * Makes the page.
     *
     * @param model the files
     * @param words the language
     * @param dates writes dates
     * @param files what is done with a file
     * @param acts what the page asks of the window
     */
    public FilesView(FilesModel model, Words words, Dates dates, FileActs files, Acts acts) {
        this.model = model;
        this.words = words;
        this.files = files;
        this.acts = acts;
        getStyleClass().addAll("page", "files-page");
        list = new SearchedListView(model, words,
                new SearchedListView.Sayings(words.get("screen.nav.files"), words.get("file.search"),
                        words.get("file.nothing-found")),
                () -> new FileCell(model.rows(), words, dates),
                Controls.empty("fth-paperclip", words.get("file.none"), words.get("file.none-text")), kinds());
        list.setOnOpened(() -> with(files::open));
        list.list().setClicks(2);
        list.list().setContextMenu(menu());
        list.list().addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        files.drags(list.list(), this::row);
        setCenter(list);
        setBottom(Controls.paragraph(words.get("file.keys"), "muted", "files-keys"));
    }

    private ChoiceBox<@Nullable FileKind> kinds() {
        ChoiceBox<@Nullable FileKind> kinds = new ChoiceBox<>();
        kinds.getStyleClass().add("quiet-choice");
        kinds.setAccessibleText(words.get("file.head.kind"));
        kinds.getItems().add(null);
        kinds.getItems().addAll(FileKind.values());
        kinds.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable FileKind kind) {
                return kind == null ? words.get("file.kind.all") : FileCell.kind(kind, words);
            }

            @Override
            public FileKind fromString(String text) {
                throw new UnsupportedOperationException("the kind is chosen, never typed");
            }
        });
        kinds.valueProperty().bindBidirectional(model.kindProperty());
        return kinds;
    }

    private @Nullable FileRow row() {
        Long selected = model.selectedProperty().get();
        return selected == null ? null : model.rows().get(selected);
    }

    private void with(Consumer<FileRow> act) {
        FileRow row = row();
        if (row != null) {
            act.accept(row);
        }
    }

    private void customer(FileRow row) {
        Long contact = row.contact();
        if (contact != null) {
            acts.customer().accept(contact);
        }
    }

    private void mail(FileRow row) {
        if (row.message() > 0) {
            acts.mail().accept(row);
        }
    }

    private ContextMenu menu() {
        MenuItem customer = item("file.go-customer", "C", this::customer);
        MenuItem mail = item("file.go-mail", "M", this::mail);
        ContextMenu menu = new ContextMenu(item("file.open", "Enter", files::open),
                item("file.save", "S", files::save), item("file.copy", "Ctrl+C", files::copy),
                new SeparatorMenuItem(), mail, customer);
        menu.setOnShowing(_ -> {
            FileRow row = row();
            menu.getItems().forEach(item -> item.setDisable(row == null));
            customer.setDisable(row == null || row.contact() == null);
            mail.setDisable(row == null || row.message() == 0);
        });
        return menu;
    }

    private MenuItem item(String key, String keys, Consumer<FileRow> act) {
        MenuItem item = new MenuItem(words.get("file.act", words.get(key), keys));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> with(act));
        return item;
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        Consumer<FileRow> act = plain ? plain(event.getCode()) : null;
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            act = files::copy;
        }
        if (act != null) {
            with(act);
            event.consume();
        }
    }

    private @Nullable Consumer<FileRow> plain(KeyCode code) {
        return switch (code) {
            case S -> files::save;
            case M -> this::mail;
            case C -> this::customer;
            default -> null;
        };
    }

    /** Goes to the list, for the keys; it is read as soon as somebody looks. */
    public void begin() {
        model.look();
        list.begin();
    }

    /** Goes to the search field. */
    public void search() {
        list.search();
    }
}
