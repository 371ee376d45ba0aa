package app.kith.ui.compose;

import app.kith.compose.Template;
import app.kith.ui.compose.TextsModel.Entry;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Signatures and templates: the list of them, and the one that is edited. */
public final class TextsForm extends VBox {
    private final TextsModel model;
    private final Words words;
    private final TextArea text = new TextArea();

    /**
     * Makes the form.
     *
     * @param model the texts
     * @param words the language
     * @param close closes the form
     */
    public TextsForm(TextsModel model, Words words, Runnable close) {
        super(12);
        this.model = model;
        this.words = words;
        getStyleClass().addAll("form", "texts-form");
        Button done = Controls.button(words.get("screen.close"), () -> {
            model.keep();
            close.run();
        }, "accent");
        HBox body = Controls.row(12, list(), editor());
        body.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        getChildren().addAll(Controls.label(words.get("write.texts"), "form-title"), body,
                Controls.row(8, Controls.button(words.get("write.template.add"),
                        () -> model.add(words.get("write.template.new"))), Controls.spring(), done));
        sceneProperty().addListener((_, _, now) -> {
            if (now == null) {
                model.keep();
            }
        });
    }

    private Node list() {
        ListView<Entry> list = new ListView<>(model.entries());
        list.setPrefSize(220, 320);
        list.setMinWidth(180);
        list.setAccessibleText(words.get("write.texts"));
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Entry entry, boolean empty) {
                super.updateItem(entry, empty);
                setPrefWidth(0); // A long address is cut, not scrolled to.
                setGraphic(null);
                setText(empty || entry == null
                        ? null
                        : entry.account() == null ? entry.name() : words.get("write.signature-of", entry.name()));
            }
        });
        model.chosenProperty().when(Controls.attached(this)).subscribe(now -> list.getSelectionModel().select(now));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (now != null) {
                model.chosenProperty().set(now);
            }
        });
        return list;
    }

    private Node editor() {
        ObservableValue<Boolean> template = model.chosenProperty().map(entry -> entry.account() == null).orElse(false);
        TextField name = new TextField();
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setAccessibleText(words.get("write.template.name"));
        text.textProperty().bindBidirectional(model.textProperty());
        text.setWrapText(true);
        text.setPrefRowCount(12);
        text.setAccessibleText(words.get("write.text"));
        VBox.setVgrow(text, Priority.ALWAYS);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button remove = Controls.iconButton("fth-trash-2", words.get("write.template.remove"), model::remove);
        HBox head = Controls.row(8, name, fields(), remove);
        Controls.showWhen(head, template);
        Node help = Controls.paragraph(words.get("write.signature-help"), "muted");
        Controls.showWhen(help, model.chosenProperty().map(entry -> entry.account() != null).orElse(false));
        VBox editor = Controls.column(8, head, help, text);
        editor.setPrefHeight(320);
        HBox.setHgrow(editor, Priority.ALWAYS);
        return editor;
    }

    private MenuButton fields() {
        MenuButton menu = new MenuButton(words.get("write.template.field"));
        for (Template.Field field : Template.Field.values()) {
            String written = field.written(words.locale());
            MenuItem item = new MenuItem(written);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> text.insertText(text.getCaretPosition(), written));
            menu.getItems().add(item);
        }
        return menu;
    }
}
