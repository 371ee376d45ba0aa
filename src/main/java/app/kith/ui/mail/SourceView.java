package app.kith.ui.mail;

import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The bytes of a message as they came, line by line, however many there are. */
final class SourceView extends VBox {
    private static final int LONGEST = 400;

    /**
     * Shows lines.
     *
     * @param lines what {@link #lines} made
     * @param copy copies a text
     * @param words the language
     */
    SourceView(List<String> lines, Consumer<String> copy, Words words) {
        super(8);
        ListView<String> list = new ListView<>(FXCollections.observableArrayList(lines));
        list.getStyleClass().addAll("source", "dense");
        list.setAccessibleText(words.get("screen.message.source"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new Line());
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy.accept(String.join("\n", list.getSelectionModel().getSelectedItems()));
                event.consume();
            }
        });
        setVgrow(list, Priority.ALWAYS);
        setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(list, Controls.row(8, Controls.spring(),
                Controls.button(words.get("screen.source.copy"), () -> copy.accept(String.join("\n", lines)))));
    }

    /** {@return the lines of a message; longer ones go on in the next. Any thread} */
    static List<String> lines(byte[] raw) {
        List<String> lines = new ArrayList<>();
        text(raw).lines().forEach(line -> {
            int at = 0;
            do {
                int end = Math.min(line.length(), at + LONGEST);
                lines.add(line.substring(at, end));
                at = end;
            } while (at < line.length());
        });
        return lines;
    }

    /** Where the bytes are no UTF-8, each is one character, so that nothing is hidden. */
    private static String text(byte[] raw) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException e) {
            return new String(raw, StandardCharsets.ISO_8859_1);
        }
    }

    private static final class Line extends ListCell<String> {
        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
        }
    }
}
