package app.kith.ui.find;

import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys, under what they are for. */
public final class KeysSheet extends VBox {

    /**
     * Makes the sheet.
     *
     * @param commands what the program does; those without keys are passed over
     * @param words the language
     * @param close ends it
     */
    public KeysSheet(List<Command> commands, Words words, Runnable close) {
        getStyleClass().addAll("form", "wide");
        setSpacing(12);
        FlowPane groups = new FlowPane(32, 20);
        Map<String, List<Command>> sorted = commands.stream().filter(one -> !one.keys().isEmpty())
                .collect(Collectors.groupingBy(Command::group, LinkedHashMap::new, Collectors.toList()));
        sorted.forEach((group, members) -> groups.getChildren().add(group(group, members)));
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(Controls.row(8, Controls.label(words.get("find.keys-title"), "form-title"),
                Controls.spring(), Controls.iconButton("fth-x", words.get("screen.close"), close)), scroll);
    }

    private static Node group(String name, List<Command> members) {
        VBox group = Controls.column(4, Controls.label(name, "section-title"));
        for (Command one : members) {
            Label keys = Controls.label(one.keys(), "key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            group.getChildren().add(Controls.row(8, Controls.label(one.name()), Controls.spring(), keys));
        }
        group.setPrefWidth(330);
        return group;
    }
}
