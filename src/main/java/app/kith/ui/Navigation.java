package app.kith.ui;

import app.kith.ui.Session.Place;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Look;
import app.kith.ui.review.ReviewPage;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where one can go, with how much is there; with the icons alone where the window is narrow for its type. */
final class Navigation extends ScrollPane {
    private static final Map<Place, String> ICONS = Map.of(Place.TODAY, "fth-sun", Place.CUSTOMERS, "fth-users",
            Place.COMPANIES, "fth-briefcase", Place.MAIL, "fth-mail",
            Place.OUTBOX, "fth-send", Place.SYNC, "fth-refresh-cw", Place.HISTORY, "fth-clock",
            Place.REVIEW, "fth-inbox", Place.FILES, "fth-paperclip", Place.RECORDS, "fth-layers");

    /** Below so many pixels of the window, at the usual size of type, the icons stand alone. */
    private static final double NARROW = 760;
    /** More than so many are not counted out. */
    private static final int MOST = 999;

    private final ToggleGroup group = new ToggleGroup();
    private final VBox items = new VBox();
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");

    Navigation(Session session, Words words, Runnable settings, Runnable write) {
        getStyleClass().add("navigation-scroll");
        items.getStyleClass().add("navigation");
        setContent(items);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        // What a pane keeps as a picture is not drawn anew where nobody is at the window.
        skinProperty().subscribe(_ -> lookupAll(".viewport").forEach(part -> part.setCache(false)));
        sceneProperty().flatMap(scene -> scene.widthProperty().flatMap(width -> Look.scale(scene)
                .map(scale -> width.doubleValue() < NARROW * scale.doubleValue()))).orElse(false)
                .subscribe(now -> narrow.set(now));
        narrow.subscribe(now -> items.pseudoClassStateChanged(PseudoClass.getPseudoClass("narrow"), now));
        HBox brand = Controls.row(8, Controls.label("知客", "brand-sign", "small"),
                Controls.label("Kith", "brand-small"));
        brand.getStyleClass().add("navigation-brand");
        Button letter = Controls.button(words.get("write.new"), write, "accent", "write-button");
        letter.setGraphic(Controls.icon("fth-edit-3"));
        letter.setMaxWidth(Double.MAX_VALUE);
        letter.setTooltip(new Tooltip(words.get("write.new-key")));
        Controls.showWhen(brand, narrow.not());
        named(letter);
        items.getChildren().addAll(brand, letter);
        for (Place place : Place.values()) {
            String name = words.get("screen.nav." + place.name().toLowerCase(Locale.ROOT));
            ToggleButton button = new ToggleButton(name);
            button.setGraphic(Controls.icon(icon(place)));
            button.getStyleClass().add("navigation-item");
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMnemonicParsing(false);
            // A click on the one that is on must not put it off.
            button.setOnAction(_ -> {
                session.place().set(place);
                button.setSelected(true);
            });
            session.place().when(Controls.attached(this)).subscribe(now -> {
                if (now == place) {
                    button.setSelected(true);
                }
            });
            named(button);
            items.getChildren().add(switch (place) {
                case TODAY -> spoken(button, session.today().countProperty(),
                        now -> words.count("follow.today-count", now));
                case MAIL -> spoken(button, session.conversations().unreadProperty(),
                        now -> words.count("mails.unread-spoken", now));
                case OUTBOX -> counted(button, session.outbox().rowsProperty().map(_ -> session.outbox().open()));
                case REVIEW -> counted(button, waiting(session));
                default -> button;
            });
        }
        items.getChildren().addAll(Controls.spring(), item("fth-settings", words.get("screen.settings"), settings));
    }

    /** What waits for the user's word: proposals of mail and of rules, files of watched folders, and what two sides say differently. */
    private static ObservableValue<Integer> waiting(Session session) {
        return sum(sum(session.proposals().countsProperty().map(ReviewPage::waiting),
                session.jobs().waitingProperty().map(List::size)),
                sum(session.rules().waitingProperty(), session.books().openProperty()));
    }

    private static ObservableValue<Integer> sum(ObservableValue<Integer> one, ObservableValue<Integer> other) {
        return one.flatMap(count -> other.map(more -> count + more));
    }

    /** How much there is, with a word for it where it is spoken. */
    private Node spoken(ToggleButton button, ObservableValue<? extends Number> number, LongFunction<String> said) {
        Label count = Controls.label("", "row-count", "navigation-count");
        number.when(Controls.attached(button)).subscribe(now -> {
            count.setText(brief(now.longValue()));
            count.setVisible(now.intValue() > 0);
            button.setAccessibleText(button.getText() + ", " + said.apply(now.longValue()));
        });
        return beside(button, count);
    }

    /** Some places show how much in them waits. */
    private Node counted(ToggleButton button, ObservableValue<Integer> open) {
        Label count = Controls.label("", "row-count", "navigation-count");
        open.when(Controls.attached(button)).subscribe(now -> {
            count.setText(brief(now));
            count.setVisible(now > 0);
        });
        return beside(button, count);
    }

    /** A number that leaves room for the name beside it. */
    private static String brief(long count) {
        return count > MOST ? MOST + "+" : String.valueOf(count);
    }

    private Node beside(ToggleButton button, Label count) {
        count.setMouseTransparent(true);
        count.managedProperty().bind(narrow.not());
        narrow.subscribe(now -> count.setOpacity(now ? 0 : 1));
        StackPane counted = new StackPane(button, count);
        StackPane.setAlignment(count, Pos.CENTER_RIGHT);
        StackPane.setMargin(count, new Insets(0, 6, 0, 0));
        return counted;
    }

    /** Where the icon stands alone, its words show under the pointer and are spoken. */
    private void named(ButtonBase button) {
        Tooltip always = button.getTooltip();
        Tooltip words = new Tooltip(button.getText());
        if (button.getAccessibleText() == null) {
            button.setAccessibleText(button.getText());
        }
        button.setMinHeight(USE_PREF_SIZE);
        narrow.subscribe(now -> {
            button.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            button.setTooltip(now && always == null ? words : always);
        });
    }

    private Button item(String icon, String name, Runnable act) {
        var button = Controls.button(name, act, "navigation-item");
        button.setGraphic(Controls.icon(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        named(button);
        return button;
    }

    static String icon(Place place) {
        return String.valueOf(ICONS.get(place));
    }

    static ObservableValue<Boolean> at(Session session, Place place) {
        return session.place().map(now -> now == place);
    }
}
