package app.kith.ui.review;

import app.kith.store.ProposalKind;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The place of all that waits for the user's word: duplicates, and what mail proposes. */
public final class ReviewPage extends BorderPane {
    private final ToggleGroup group = new ToggleGroup();
    private final Words words;
    private final VBox top;
    private final ReviewView duplicates;
    private final ProposalsView fromMail;

    /**
     * Makes the page.
     *
     * @param duplicates customers who are perhaps one
     * @param fromMail what mail proposes
     * @param model tells which of the two is shown
     * @param words the language
     */
    public ReviewPage(ReviewView duplicates, ProposalsView fromMail, ProposalsModel model, Words words) {
        this.words = words;
        this.duplicates = duplicates;
        this.fromMail = fromMail;
        getStyleClass().add("page");
        ToggleButton first = tab(words.get("review.tab.duplicates"), model, false);
        ToggleButton second = tab("", model, true);
        model.countsProperty().when(Controls.attached(this)).subscribe(counts -> {
            int waiting = waiting(counts);
            second.setText(waiting == 0
                    ? words.get("review.tab.mail")
                    : words.get("review.tab.mail-count", waiting));
        });
        Controls.showWhen(duplicates, model.openProperty().not());
        Controls.showWhen(fromMail, model.openProperty());
        HBox tabs = Controls.row(0, first, second);
        tabs.getStyleClass().add("review-tabs");
        top = new VBox(tabs);
        setTop(top);
        setCenter(new StackPane(duplicates, fromMail));
    }

    /**
     * Shows a card where something waits that is decided elsewhere.
     *
     * @param icon its sign
     * @param key what says how many wait
     * @param count how many wait
     * @param open shows them
     */
    public void addWaiting(String icon, String key, ObservableValue<Integer> count, Runnable open) {
        Label text = Controls.label("", "job-name");
        HBox card = Controls.row(8, Controls.icon(icon), text, Controls.spring(),
                Controls.button(words.get("job.look-at"), open, "accent"));
        card.getStyleClass().add("waiting-card");
        count.when(Controls.attached(this)).subscribe(now -> {
            text.setText(words.count(key, now));
            card.setVisible(now > 0);
            card.setManaged(now > 0);
        });
        VBox.setMargin(card, new Insets(8, 24, 0, 24));
        top.getChildren().add(card);
    }

    /** Goes to what is to be decided, for the keys. */
    public void begin() {
        if (duplicates.isVisible()) {
            Controls.begin(duplicates);
        } else {
            fromMail.begin();
        }
    }

    private ToggleButton tab(String name, ProposalsModel model, boolean mail) {
        ToggleButton tab = new ToggleButton(name);
        tab.getStyleClass().add(mail ? "right-pill" : "left-pill");
        tab.setMnemonicParsing(false);
        tab.setToggleGroup(group);
        // A click on the one that is on must not put it off.
        tab.setOnAction(_ -> {
            model.openProperty().set(mail);
            tab.setSelected(true);
        });
        model.openProperty().when(Controls.attached(this)).subscribe(now -> {
            if (now == mail) {
                tab.setSelected(true);
            }
        });
        return tab;
    }

    /**
     * How much waits that is to be shown in a number. Addresses of offices are not counted: they seldom matter.
     *
     * @param counts how many of each kind wait
     * @return people, facts and addresses that do not work
     */
    public static int waiting(Map<ProposalKind, Integer> counts) {
        return counts.entrySet().stream().filter(each -> each.getKey() != ProposalKind.ROLE)
                .mapToInt(Map.Entry::getValue).sum();
    }
}
