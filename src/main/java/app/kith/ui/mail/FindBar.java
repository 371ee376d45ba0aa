package app.kith.ui.mail;

import app.kith.ui.look.Controls;
import app.kith.ui.mail.ConversationSearch.Found;
import app.kith.words.Words;
import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Searches a conversation: the words, how often they stand there, on to the next and back to the one before. */
final class FindBar extends HBox {
    private final ConversationSearch search;
    private final Words words;
    private final Runnable closed;
    private final CustomTextField field = new CustomTextField();
    private final Label count = Controls.label("", "find-count", "muted");

    FindBar(ConversationSearch search, Words words, Runnable closed) {
        super(4);
        this.search = search;
        this.words = words;
        this.closed = closed;
        getStyleClass().add("find-bar");
        field.setLeft(Controls.icon("fth-search"));
        field.setPromptText(words.get("screen.find.prompt"));
        field.setAccessibleText(words.get("screen.find.prompt"));
        field.textProperty().bindBidirectional(search.queryProperty());
        setHgrow(field, Priority.ALWAYS);
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(field, count,
                Controls.iconButton("fth-chevron-up", words.get("screen.find.previous"), () -> search.step(-1)),
                Controls.iconButton("fth-chevron-down", words.get("screen.find.next"), () -> search.step(1)),
                Controls.iconButton("fth-x", words.get("screen.find.close"), this::close));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        search.foundProperty().when(Controls.attached(this)).subscribe(this::say);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
            search.step(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private void close() {
        search.queryProperty().set("");
        closed.run();
    }

    private void say(Found found) {
        boolean nothing = found.hits().isEmpty();
        count.setText(found.words().isEmpty()
                ? ""
                : nothing
                        ? words.get("screen.find.nothing")
                        : words.get("screen.find.count", found.current() + 1, found.hits().size()));
        count.setAccessibleText(count.getText());
    }

    /** Goes to the field. */
    void begin() {
        field.requestFocus();
        field.selectAll();
    }
}
