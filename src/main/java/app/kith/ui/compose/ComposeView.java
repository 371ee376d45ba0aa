package app.kith.ui.compose;

import app.kith.account.Account;
import app.kith.change.Outgoing;
import app.kith.mail.Mailbox;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The window for writing: who, about what, the text with what is quoted below it, the files. */
public final class ComposeView extends VBox {
    private final ComposeModel model;
    private final Words words;
    private final Acts acts;
    private final AddressField to;
    private final TextField subject = new TextField();
    private final LetterText text;
    private final BooleanProperty copies = new SimpleBooleanProperty(this, "copies");

    /**
     * What the view can ask of its window.
     *
     * @param files asks which files go along
     * @param sent told that the letter is in the outbox
     * @param discarded told what was thrown away; null where there was nothing to lose
     * @param close closes the window
     */
    public record Acts(Supplier<List<Path>> files, Consumer<Outgoing> sent, Consumer<@Nullable Outgoing> discarded,
            Runnable close) {}

    /**
     * Makes the view.
     *
     * @param model the letter
     * @param words the language
     * @param dates writes dates
     * @param acts what it can ask of its window
     */
    public ComposeView(ComposeModel model, Words words, Dates dates, Acts acts) {
        this.model = model;
        this.words = words;
        this.acts = acts;
        this.to = field(model.to(), "write.to");
        this.text = new LetterText(model, words);
        getStyleClass().add("compose");
        copies.set(!model.cc().isEmpty() || !model.bcc().isEmpty());
        subject.textProperty().bindBidirectional(model.subjectProperty());
        subject.setAccessibleText(words.get("write.subject"));
        subject.getStyleClass().add("bare-field");
        VBox.setVgrow(text, Priority.ALWAYS);
        VBox notes = Controls.column(8, new Remarks(model, words, this::send), new FileChips(model, words));
        notes.getStyleClass().add("compose-notes");
        getChildren().addAll(bar(dates), fields(), text, notes, foot());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                acts.close().run();
            }
        });
        takeDroppedFiles();
    }

    private AddressField field(ObservableList<Mailbox> people, String key) {
        return new AddressField(people, model, words, words.get(key));
    }

    private Node bar(Dates dates) {
        Button send = Controls.button(words.get("write.send"), this::send, "accent");
        send.setGraphic(Controls.icon("fth-send"));
        send.setTooltip(new javafx.scene.control.Tooltip(words.get("write.send-key")));
        HBox bar = Controls.row(8, send, new LaterMenu(model.clock(), words, dates, this::sendAt),
                Controls.spring(), templates(),
                Controls.iconButton("fth-paperclip", words.get("write.attach"), this::attach),
                Controls.iconButton("fth-trash-2", words.get("write.discard"),
                        () -> model.discard(acts.discarded())));
        bar.getStyleClass().add("compose-bar");
        return bar;
    }

    private Node templates() {
        MenuButton menu = new MenuButton(words.get("write.templates"));
        menu.getStyleClass().add("flat");
        model.templates().forEach((name, content) -> {
            MenuItem item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.fill(content, text::insert));
            menu.getItems().add(item);
        });
        menu.setVisible(!model.templates().isEmpty());
        return menu;
    }

    private Node fields() {
        GridPane grid = new GridPane(8, 0);
        grid.getStyleClass().add("compose-fields");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, wide);
        int row = 0;
        if (model.accounts().size() > 1) {
            row(grid, row++, "write.from", from(), null);
        }
        Button more = Controls.button(words.get("write.copies"), () -> copies.set(true), "flat", "copies-button");
        Controls.showWhen(more, copies.not());
        row(grid, row++, "write.to", Controls.row(4, grown(to), more), null);
        row(grid, row++, "write.cc", field(model.cc(), "write.cc"), copies);
        row(grid, row++, "write.bcc", field(model.bcc(), "write.bcc"), copies);
        row(grid, row, "write.subject", subject, null);
        return grid;
    }

    private static Node grown(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    private void row(GridPane grid, int row, String key, Node field, @Nullable BooleanProperty when) {
        Label name = Controls.label(words.get(key), "field-name");
        HBox line = Controls.row(0, grown(field));
        line.getStyleClass().add("compose-line");
        grid.addRow(row, name, line);
        if (when != null) {
            Controls.showWhen(name, when);
            Controls.showWhen(line, when);
        }
    }

    private Node from() {
        ComboBox<Account> from = new ComboBox<>();
        from.getItems().setAll(model.accounts());
        from.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Account account) {
                return account == null
                        ? ""
                        : account.name().isBlank() ? account.email() : account.name() + " <" + account.email() + ">";
            }

            @Override
            public Account fromString(String typed) {
                throw new UnsupportedOperationException("the account is chosen, never typed");
            }
        });
        from.valueProperty().bindBidirectional(model.fromProperty());
        from.getStyleClass().add("quiet-choice");
        from.setAccessibleText(words.get("write.from"));
        return from;
    }

    private Node foot() {
        Label stage = Controls.label("", "muted", "compose-stage");
        model.stageProperty().when(Controls.attached(this)).subscribe(now -> stage
                .setText(words.get("write.stage." + now.name().toLowerCase(java.util.Locale.ROOT))));
        HBox foot = Controls.row(8, text.buttons(), Controls.spring(), stage);
        foot.getStyleClass().add("compose-foot");
        return foot;
    }

    private void press(KeyEvent event) {
        boolean used = event.isShortcutDown() && switch (event.getCode()) {
            case ENTER -> {
                send();
                yield true;
            }
            case A -> event.isShiftDown() && attach();
            default -> false;
        };
        if (used) {
            event.consume();
        }
    }

    private void send() {
        commit();
        model.send(null, acts.sent());
    }

    private void sendAt(Instant at) {
        commit();
        model.send(at, acts.sent());
    }

    /** What stands in a field for addresses and is no token yet belongs to the letter too. */
    private void commit() {
        lookupAll(".address-field").forEach(field -> ((AddressField) field).commit());
    }

    private boolean attach() {
        List<Path> chosen = acts.files().get();
        if (!chosen.isEmpty()) {
            model.attach(chosen);
        }
        return true;
    }

    private void takeDroppedFiles() {
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()) {
                model.attach(event.getDragboard().getFiles().stream().map(java.io.File::toPath).toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** Goes to where one begins: to the recipients of a new letter, to the text of an answer. */
    public void begin() {
        if (model.isAnswer()) {
            text.begin();
        } else {
            to.begin();
        }
    }

    /**
     * The title of the window.
     *
     * @param model the letter
     * @param words the language
     * @return its subject; what stands for a letter without one
     */
    public static String title(ComposeModel model, Words words) {
        String subject = model.subjectProperty().get();
        return subject.isBlank() ? words.get("write.new") : subject;
    }
}
