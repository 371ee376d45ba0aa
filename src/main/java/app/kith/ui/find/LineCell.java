package app.kith.ui.find;

import app.kith.mail.TextRange;
import app.kith.search.Hit;
import app.kith.search.Kind;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One line under the search field. */
final class LineCell extends ListCell<Line> {
    private final Words words;
    private final Dates dates;
    private final Consumer<String> forget;
    private final StackPane sign = new StackPane();
    private final MarkedText title = new MarkedText("row-title");
    private final MarkedText text = new MarkedText("row-text");
    private final Label right = Controls.label("", "row-when");
    private final HBox row;

    LineCell(Words words, Dates dates, Consumer<Line> chosen, Consumer<String> forget) {
        this.words = words;
        this.dates = dates;
        this.forget = forget;
        sign.setMinWidth(28);
        sign.setPrefWidth(28);
        right.setMinWidth(Region.USE_PREF_SIZE);
        VBox both = Controls.column(0, title, text);
        both.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(both, Priority.ALWAYS);
        text.managedProperty().bind(text.visibleProperty());
        row = Controls.row(12, sign, both, right);
        setPrefWidth(0);
        getStyleClass().add("find-cell");
        setOnMouseClicked(_ -> {
            Line line = getItem();
            if (line != null && line.isChosen()) {
                chosen.accept(line);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setAccessibleText(null);
        setGraphic(empty || line == null ? null : graphic(line));
        getStyleClass().remove("find-heading");
        if (line instanceof Line.Heading) {
            getStyleClass().add("find-heading");
        }
        setMouseTransparent(line != null && !line.isChosen() && !empty);
    }

    private Node graphic(Line line) {
        return switch (line) {
            case Line.Heading heading -> Controls.row(8, Controls.label(heading.text(), "section-title"),
                    Controls.label(heading.count(), "pane-count"));
            case Line.Said said -> Controls.label(said.text(), "muted");
            case Line.Found found -> hit(found.hit());
            case Line.Proposed proposed -> plain("fth-corner-down-right", proposed.suggestion().text(), "",
                    words.get("find.tab"));
            case Line.Saved saved -> saved(saved);
            case Line.Doing doing -> plain(doing.command().icon(), doing.command().name(), "", doing.command().keys());
        };
    }

    private Node saved(Line.Saved saved) {
        Node whole = plain("fth-bookmark", saved.name(), saved.name().equals(saved.typed()) ? "" : saved.typed(), "");
        return Controls.row(8, whole, Controls.spring(), Controls.iconButton("fth-x",
                words.get("find.forget", saved.name()), () -> forget.accept(saved.name())));
    }

    private Node plain(String icon, String name, String line, String keys) {
        sign.getChildren().setAll(Controls.icon(icon));
        title.show(name, List.of());
        text.show(line, List.of());
        text.setVisible(!line.isEmpty());
        right.setText(keys);
        setAccessibleText(spoken(name, line, keys));
        return row;
    }

    private Node hit(Hit hit) {
        sign.getChildren().setAll(hit.kind() == Kind.PERSON
                ? Controls.avatar(hit.title(), "small")
                : Controls.icon(icon(hit.kind())));
        title.show(hit.title().isEmpty() ? words.get("screen.no-subject") : hit.title(), hit.titleMarks());
        boolean named = !hit.who().isEmpty();
        String before = named ? hit.who() + (hit.line().isEmpty() ? "" : " · ") : "";
        text.show(before + hit.line(), hit.lineMarks().stream()
                .map(mark -> new TextRange(mark.start() + before.length(), mark.end() + before.length()))
                .toList());
        text.setVisible(!(before + hit.line()).isEmpty());
        right.setText(hit.when() == null ? "" : dates.brief(hit.when()));
        setAccessibleText(spoken(hit.title(), before + hit.line(), right.getText()));
        return row;
    }

    private static String spoken(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String icon(Kind kind) {
        return switch (kind) {
            case PERSON -> "fth-user";
            case COMPANY -> "fth-briefcase";
            case MAIL -> "fth-mail";
            case FILE -> "fth-paperclip";
            case NOTE -> "fth-message-square";
            case RECORD -> "fth-file-text";
        };
    }
}
