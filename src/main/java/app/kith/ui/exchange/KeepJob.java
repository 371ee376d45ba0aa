package app.kith.ui.exchange;

import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** A line that keeps an import to be done again: under which name, of which files, and whether by itself. */
final class KeepJob extends FlowPane {

    /** Keeps the import. */
    interface Keep {
        /**
         * Keeps it.
         *
         * @param name its name
         * @param pattern which files of the folder
         * @param watched whether the folder is looked at by itself
         */
        void keep(String name, String pattern, boolean watched);
    }

    KeepJob(Path file, Words words, Keep keep) {
        super(8, 8);
        String name = String.valueOf(file.getFileName());
        TextField as = new TextField();
        as.setPromptText(words.get("job.name"));
        as.setAccessibleText(words.get("job.name"));
        int dot = name.lastIndexOf('.');
        String alike = dot < 0 ? "*" : "*" + name.substring(dot);
        ComboBox<String> which = new ComboBox<>();
        which.getItems().setAll(words.get("job.this-file"), words.get("job.alike", alike));
        which.getSelectionModel().selectFirst();
        which.setAccessibleText(words.get("job.which"));
        CheckBox watch = new CheckBox(words.get("job.watch"));
        watch.setMnemonicParsing(false);
        Button button = Controls.button(words.get("job.keep"), () -> {
            keep.keep(as.getText(), which.getSelectionModel().getSelectedIndex() == 0 ? name : alike,
                    watch.isSelected());
            as.clear();
        });
        button.disableProperty().bind(as.textProperty().map(text -> text.isBlank() || text.contains("/")));
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(as, which, watch, button);
    }
}
