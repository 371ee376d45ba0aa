package app.kith.ui.record;

import app.kith.contact.Stage;
import app.kith.contact.Stage.End;
import app.kith.desk.Records.Entered;
import app.kith.desk.Stages;
import app.kith.desk.Stages.Known;
import app.kith.ui.look.Controls;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The stages of the user's sales: the list of them in its order, and the one that is made or changed, in its place. */
public final class StagesForm extends VBox {
    private final Stages stages;
    private final RecordActs acts;
    private final Background background;
    private final Words words;
    private final VBox list = Controls.column(4);
    private final VBox editor = Controls.column(8);
    private String focus = "";

    /**
     * Makes the form.
     *
     * @param stages the stages
     * @param acts tells what was done, with the way back
     * @param background where work is done
     * @param words the language
     * @param close closes the form
     */
    public StagesForm(Stages stages, RecordActs acts, Background background, Words words, Runnable close) {
        super(12);
        this.stages = stages;
        this.acts = acts;
        this.background = background;
        this.words = words;
        getStyleClass().add("form");
        Controls.showWhen(editor, Bindings.isNotEmpty(editor.getChildren()));
        ScrollPane scrolled = new ScrollPane(list); // A long list leaves the buttons in sight.
        scrolled.setFitToWidth(true);
        scrolled.getStyleClass().add("page");
        setVgrow(scrolled, Priority.ALWAYS);
        getChildren().addAll(Controls.label(words.get("stage.title"), "form-title"),
                Controls.paragraph(words.get("stage.text"), "muted"), scrolled, editor,
                Controls.row(8, Controls.button(words.get("stage.add"), () -> edit(null)), Controls.spring(),
                        Controls.button(words.get("screen.close"), close)));
        read();
    }

    private void read() {
        background.run("stages", stages::known, this::show, acts::failed);
    }

    private void show(List<Known> all) {
        List<Node> rows = new ArrayList<>();
        List<Known> listed = all.stream().filter(Known::listed).toList();
        for (int at = 0; at < listed.size(); at++) {
            rows.add(row(listed.get(at), at, listed.size()));
        }
        List<Known> others = all.stream().filter(known -> !known.listed()).toList();
        if (listed.isEmpty()) {
            rows.add(none());
        }
        if (!others.isEmpty()) {
            rows.add(Controls.label(words.get("stage.others"), "section-title"));
            others.forEach(known -> rows.add(other(known)));
        }
        list.getChildren().setAll(rows);
        // Whoever moves a stage several places presses the same button again.
        list.lookupAll(".icon-button").stream()
                .filter(button -> !focus.isEmpty() && focus.equals(button.getAccessibleText()) && !button.isDisabled())
                .findFirst().ifPresent(Node::requestFocus);
        focus = "";
    }

    /** The usual stages are proposed while there is no list, and come behind those that customers bear. */
    private Node none() {
        List<Stage> usual = Stages.usual(words);
        String names = usual.stream().map(Stage::name).collect(Collectors.joining(" › "));
        return Controls.column(8, Controls.paragraph(words.get("stage.none", names), "muted"),
                Controls.row(8, Controls.button(words.get("stage.use-usual"), () -> enter(() -> stages.adopt(usual)),
                        "accent", "small")));
    }

    private Node row(Known known, int at, int size) {
        Stage stage = known.stage();
        Button up = Controls.iconButton("fth-arrow-up", words.get("stage.up", stage.name()),
                () -> move(stage, at - 1, true));
        Button down = Controls.iconButton("fth-arrow-down", words.get("stage.down", stage.name()),
                () -> move(stage, at + 1, false));
        up.setDisable(at == 0);
        down.setDisable(at == size - 1);
        return Controls.row(4, text(known), up, down,
                Controls.iconButton("fth-edit-2", words.get("stage.change", stage.name()), () -> edit(stage)),
                Controls.iconButton("fth-trash-2", words.get("stage.remove", stage.name()),
                        () -> enter(() -> stages.remove(stage.name()))));
    }

    private Node other(Known known) {
        return Controls.row(4, text(known),
                Controls.iconButton("fth-plus", words.get("stage.list", known.stage().name()),
                        () -> enter(() -> stages.add(known.stage()))));
    }

    private Node text(Known known) {
        String what = words.count("stage.customers", known.customers());
        String end = known.stage().end() == End.NONE
                ? ""
                : words.get("stage.end." + known.stage().end().word()) + " · ";
        Label name = Controls.label(known.stage().name(), "row-strong");
        VBox text = Controls.column(0, name, Controls.label(end + what, "fact-source"));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        return text;
    }

    private void move(Stage stage, int to, boolean up) {
        focus = words.get(up ? "stage.up" : "stage.down", stage.name());
        enter(() -> stages.move(stage.name(), to));
    }

    private void enter(Callable<Long> act) {
        editor.getChildren().clear();
        acts.enter(() -> new Entered(0, 0, act.call()), this::read);
    }

    private void edit(@Nullable Stage before) {
        TextField name = new TextField(before == null ? "" : before.name());
        name.setAccessibleText(words.get("stage.name"));
        name.setPromptText(words.get("stage.name"));
        ComboBox<End> end = Controls.choice(List.of(End.values()), before == null ? End.NONE : before.end(),
                one -> words.get("stage.end." + one.word()));
        end.setAccessibleText(words.get("stage.end"));
        Runnable keep = () -> {
            Stage stage = new Stage(name.getText(), end.getValue());
            if (stage.name().isEmpty()) {
                name.requestFocus();
            } else {
                enter(() -> before == null ? stages.add(stage) : stages.change(before.name(), stage));
            }
        };
        name.setOnAction(_ -> keep.run());
        editor.getChildren().setAll(name, end);
        if (before != null) {
            editor.getChildren().add(Controls.paragraph(words.get("stage.renamed-follow"), "fact-source"));
        }
        editor.getChildren().add(Controls.row(8, Controls.spring(),
                Controls.button(words.get("screen.cancel"), editor.getChildren()::clear, "small"),
                Controls.button(words.get("record.keep"), keep, "accent", "small")));
        editor.setOnKeyPressed((KeyEvent event) -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                editor.getChildren().clear();
                event.consume();
            }
        });
        name.requestFocus();
        name.selectAll();
    }
}
