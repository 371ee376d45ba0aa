package app.kith.ui.find;

import app.kith.search.Hit;
import app.kith.search.Progress;
import app.kith.search.Suggestion;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The box over everything: type, choose with the arrows, open with Enter. The focus stays in the line. */
public final class FindBox extends VBox {
    private static final int PAGE = 8;

    private final FindModel model;
    private final Lines lines;
    private final Words words;
    private final Acts acts;
    private final CustomTextField field = new CustomTextField();
    private final ListView<Line> list = new ListView<>();
    private final Label state = Controls.label("", "muted");
    private boolean entered;

    /**
     * What the box asks of the window.
     *
     * @param open shows what was found
     * @param said says something in passing
     * @param close ends the box
     */
    public record Acts(Consumer<Hit> open, Consumer<String> said, Runnable close) {}

    /**
     * Makes the box.
     *
     * @param model what is typed and found
     * @param commands what the program does
     * @param words the language
     * @param dates writes dates
     * @param acts what it asks of the window
     */
    public FindBox(FindModel model, List<Command> commands, Words words, Dates dates, Acts acts) {
        this.model = model;
        this.lines = new Lines(words, commands);
        this.words = words;
        this.acts = acts;
        getStyleClass().addAll("form", "find-box");
        field.setPromptText(words.get("find.prompt"));
        field.setAccessibleText(words.get("find.prompt"));
        field.setLeft(Controls.icon("fth-search"));
        field.getStyleClass().addAll("search-field", "find-field");
        field.textProperty().bindBidirectional(model.queryProperty());
        field.textProperty().addListener((_, _, _) -> entered = false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFocusTraversable(false);
        list.getStyleClass().add("find-list");
        list.setCellFactory(_ -> new LineCell(words, dates, this::choose, model::forget));
        list.setAccessibleText(words.get("find.results"));
        VBox.setVgrow(list, Priority.ALWAYS);
        state.setMinWidth(Region.USE_PREF_SIZE);
        Label hint = Controls.label(words.get("find.keys"), "muted");
        HBox.setHgrow(hint, Priority.ALWAYS);
        HBox foot = Controls.row(8, hint, Controls.spring(), state);
        foot.getStyleClass().add("find-foot");
        getChildren().addAll(field, list, foot);
        model.answerProperty().when(Controls.attached(this)).subscribe(answer -> {
            list.getItems().setAll(lines.of(answer));
            state.setText(state(answer.progress()));
            list.scrollTo(0);
            selectFirst();
            if (entered && isAnswered()) {
                enter();
            }
        });
    }

    /** The line has it at once: what is typed right after the box was called must not be lost. */
    @Override
    public void requestFocus() {
        field.requestFocus();
        field.selectAll();
    }

    private String state(Optional<Progress> progress) {
        return progress.filter(now -> !now.current() && now.done() < now.total())
                .map(now -> words.get("find.indexing", now.done(), now.total())).orElse("");
    }

    private void key(KeyEvent event) {
        boolean used = true;
        switch (event.getCode()) {
            case DOWN -> step(1);
            case UP -> step(-1);
            case PAGE_DOWN -> step(PAGE);
            case PAGE_UP -> step(-PAGE);
            case ENTER -> enter();
            case TAB -> complete();
            case S -> {
                used = event.isShortcutDown();
                if (used && !field.getText().isBlank()) {
                    model.save();
                    acts.said().accept(words.get("find.saved-now", field.getText().strip()));
                }
            }
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    /** Whoever types faster than the answer comes means what is typed, not what was found for its beginning. */
    private void enter() {
        entered = !isAnswered();
        Line line = list.getSelectionModel().getSelectedItem();
        if (!entered && line != null) {
            choose(line);
        }
    }

    private boolean isAnswered() {
        return model.answerProperty().get().typed().equals(field.getText());
    }

    private void selectFirst() {
        list.getSelectionModel().clearSelection();
        List<Line> now = list.getItems();
        for (int i = 0; i < now.size(); i++) {
            // What is found comes before ways to go on typing.
            if (now.get(i).isChosen() && !(now.get(i) instanceof Line.Proposed)) {
                list.getSelectionModel().select(i);
                return;
            }
        }
    }

    /** Goes on to the next line that can be chosen. */
    private void step(int by) {
        int last = list.getItems().size() - 1;
        int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        int way = Integer.signum(by);
        while (to >= 0 && to <= last && !list.getItems().get(to).isChosen()) {
            to += way;
        }
        if (to >= 0 && to <= last) {
            list.getSelectionModel().clearAndSelect(to);
            list.scrollTo(Math.max(0, to - 4));
        }
    }

    private void complete() {
        list.getItems().stream().filter(Line.Proposed.class::isInstance).map(Line.Proposed.class::cast).findFirst()
                .ifPresent(proposed -> put(proposed.suggestion()));
    }

    private void put(Suggestion suggestion) {
        String typed = field.getText();
        int to = Math.min(suggestion.to(), typed.length());
        field.setText(typed.substring(0, Math.min(suggestion.from(), to)) + suggestion.replacement()
                + typed.substring(to));
        field.positionCaret(suggestion.from() + suggestion.replacement().length());
    }

    private void choose(Line line) {
        switch (line) {
            case Line.Found found -> {
                acts.close().run();
                acts.open().accept(found.hit());
            }
            case Line.Doing doing -> {
                acts.close().run();
                doing.command().act().run();
            }
            case Line.Proposed proposed -> put(proposed.suggestion());
            case Line.Saved saved -> {
                field.setText(saved.typed());
                field.end();
            }
            case Line.Heading _,Line.Said _ -> {
            }
        }
    }

    /** {@return the line in which is typed} */
    public TextField field() {
        return field;
    }
}
