package app.kith.ui.look;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small controls in the manner of the house. JavaFX thread only. */
public final class Controls {
    private static final int HUES = 8;

    private Controls() {}

    /**
     * A label.
     *
     * @param text what it says
     * @param styles its style classes
     * @return the label
     */
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        RightToLeft.watch(label);
        return label;
    }

    /**
     * A label that takes as many lines as it needs.
     *
     * @param text what it says
     * @param styles its style classes
     * @return the label
     */
    public static Label paragraph(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /**
     * A button that says what it does with a verb.
     *
     * @param text the verb
     * @param act what it does
     * @param styles its style classes
     * @return the button
     */
    public static Button button(String text, Runnable act, String... styles) {
        Button button = new Button(text);
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> act.run());
        button.setMnemonicParsing(false);
        return button;
    }

    /**
     * A button with a picture, whose words show under the pointer and are spoken.
     *
     * @param icon name of the icon
     * @param words what it does
     * @param act what it does
     * @return the button
     */
    public static Button iconButton(String icon, String words, Runnable act) {
        Button button = button("", act, "flat", "button-icon", "icon-button");
        button.setGraphic(icon(icon));
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }

    /**
     * An icon.
     *
     * @param name its name in the Feather set
     * @return the icon
     */
    public static FontIcon icon(String name) {
        return new FontIcon(name);
    }

    /** {@return something that takes all room that is left in a row or column} */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /**
     * Shows something, and gives it room, only at times.
     *
     * @param node what is shown
     * @param when at which times
     */
    public static void showWhen(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    /**
     * Tells whether a node stands in a window: views listen to their models only as long, so that one that is put away is forgotten.
     *
     * @param node the node
     * @return true while it does
     */
    public static ObservableValue<Boolean> attached(Node node) {
        return node.sceneProperty().map(_ -> true).orElse(false);
    }

    /**
     * Gives a part of a window the keyboard, unless the user is in a sheet over it.
     *
     * @param node the part
     */
    public static void begin(Node node) {
        Node owner = node.getScene() == null ? null : node.getScene().getFocusOwner();
        for (Node each = owner; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("sheet")) {
                return;
            }
        }
        node.requestFocus();
    }

    /**
     * Does something again and again as long as a node stands in a window that is open.
     *
     * @param node the node
     * @param period how long between two times
     * @param act what to do
     */
    public static void every(Node node, Duration period, Runnable act) {
        Timeline timeline = new Timeline(new KeyFrame(period, _ -> act.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        // A timeline that plays is held by the toolkit, and all of its window with it. A window that was closed keeps its scene.
        node.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false).subscribe(
                seen -> {
                    if (seen) {
                        timeline.play();
                    } else {
                        timeline.stop();
                    }
                });
    }

    /**
     * A row.
     *
     * @param gap pixels between its parts
     * @param parts its parts
     * @return the row
     */
    public static HBox row(double gap, Node... parts) {
        HBox row = new HBox(gap, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /**
     * A row whose parts go on in the next line where there is no room.
     *
     * @param gap pixels between its parts
     * @param parts its parts
     * @return the row
     */
    public static FlowPane flow(double gap, Node... parts) {
        FlowPane flow = new FlowPane(gap, gap / 2, parts);
        flow.setAlignment(Pos.CENTER_LEFT);
        flow.setMinWidth(0);
        return flow;
    }

    /**
     * Tells whether a part of a window is at least so wide, measured at the usual size of type.
     *
     * @param region the part
     * @param least pixels at the usual size
     * @return true while it is
     */
    public static ObservableValue<Boolean> isWide(Region region, double least) {
        ObservableValue<Double> scale = region.sceneProperty().flatMap(Look::scale).map(Number::doubleValue)
                .orElse(1.0);
        return region.widthProperty().flatMap(width -> scale.map(now -> width.doubleValue() >= least * now));
    }

    /**
     * A column.
     *
     * @param gap pixels between its parts
     * @param parts its parts
     * @return the column
     */
    public static VBox column(double gap, Node... parts) {
        return new VBox(gap, parts);
    }

    /**
     * A round sign with the first characters of a name.
     *
     * @param name the name
     * @param styles further style classes
     * @return the sign; screen readers pass over it
     */
    public static StackPane avatar(String name, String... styles) {
        Label letters = label(initials(name), "avatar-letters");
        StackPane avatar = new StackPane(letters);
        avatar.getStyleClass().addAll("avatar", "hue-" + Math.floorMod(name.hashCode(), HUES));
        avatar.getStyleClass().addAll(styles);
        avatar.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        avatar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return avatar;
    }

    /**
     * The characters by which a name is known at a glance: one Chinese character, else the first letters of the first and last word.
     *
     * @param name the name
     * @return one or two characters; {@code ?} where there is no letter
     */
    public static String initials(String name) {
        int[] letters = name.codePoints().filter(c -> Character.isLetterOrDigit(c) || c == ' ').toArray();
        String words = new String(letters, 0, letters.length).strip();
        if (words.isEmpty()) {
            return "?";
        }
        int first = words.codePointAt(0);
        int blank = words.lastIndexOf(' ');
        if (Character.isIdeographic(first) || blank < 0) {
            return Character.toString(Character.toUpperCase(first));
        }
        int last = words.codePointAt(blank + 1);
        return Character.toString(Character.toUpperCase(first)) + Character.toString(Character.toUpperCase(last));
    }

    /**
     * What a screen reader says of a row: the texts of its labels, one after another. Buttons speak for themselves.
     *
     * @param row the row
     * @return one sentence; empty where there is no text
     */
    public static String spoken(Node row) {
        if (row instanceof Label label) {
            return label.getText().strip();
        }
        if (row instanceof Pane pane) {
            return pane.getChildren().stream().map(Controls::spoken).filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
        }
        return "";
    }

    /**
     * What fills an empty place: what will stand here, and what fills it.
     *
     * @param icon name of an icon
     * @param title what there is not
     * @param text what will appear here
     * @param actions what can be done; may be none
     * @return the filling
     */
    public static VBox empty(String icon, String title, String text, Node... actions) {
        FontIcon sign = icon(icon);
        sign.getStyleClass().add("empty-icon");
        VBox column = column(8, sign, label(title, "empty-title"), paragraph(text, "muted", "centered"));
        column.getChildren().addAll(actions);
        column.getStyleClass().add("empty");
        return column;
    }

    /**
     * One of several things, that is chosen and never typed.
     *
     * @param all what there is
     * @param chosen what is chosen; null for nothing yet
     * @param name what a thing is called
     * @return the field
     */
    public static <T> ComboBox<T> choice(List<T> all, @Nullable T chosen, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T one) {
                return one == null ? "" : name.apply(one);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        box.setValue(chosen);
        return box;
    }
}
