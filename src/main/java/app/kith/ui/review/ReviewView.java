package app.kith.ui.review;

import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.review.ReviewModel.Shown;
import app.kith.words.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The page of duplicates: one group after another, the surest first or as the bar says. M merges, N says that they are not the same,
 * L puts the group off, J and K go on and back, 1 to 9 prefer a customer's values, E goes to the values of the merged record.
 */
public final class ReviewView extends BorderPane {

    private final ReviewModel model;
    private final Words words;
    private final Dates dates;
    private final ScrollPane scroll = new ScrollPane();
    private final Label place = Controls.label("", "muted");
    private final Label sure = Controls.label("", "tag");
    private final VBox preview = Controls.column(0);
    private final QueueBar bar;
    private @Nullable GroupView group;

    /**
     * Makes the page.
     *
     * @param model the queue
     * @param words the language
     * @param dates writes dates
     * @param here whether the page is gone to; the first time it is, a scan begins
     */
    public ReviewView(ReviewModel model, Words words, Dates dates, ObservableValue<Boolean> here) {
        this.model = model;
        this.words = words;
        this.dates = dates;
        getStyleClass().add("page");
        preview.getStyleClass().add("review-preview");
        Controls.showWhen(preview, Bindings.isNotEmpty(preview.getChildren()));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page");
        bar = new QueueBar(model, words, this::requestFocus);
        setTop(Controls.column(0, head(), bar, preview));
        setCenter(new StackPane(scroll, none(), scanning()));
        setBottom(acts());
        setFocusTraversable(true);
        Controls.showWhen(scroll, model.shownProperty().isNotNull());
        model.shownProperty().when(Controls.attached(this)).subscribe(this::show);
        model.groupsProperty().when(Controls.attached(this)).subscribe(_ -> counted());
        here.when(Controls.attached(this)).subscribe(now -> {
            if (now && !model.scannedProperty().get()) {
                model.scan();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private Node head() {
        Label title = Controls.label(words.get("review.title"), "page-title");
        var again = Controls.button(words.get("review.scan"), model::scan);
        again.disableProperty().bind(model.runningProperty());
        var learnt = Controls.button(words.get("review.learnt"), () -> {
            model.readLearnt();
            preview.getChildren().setAll(new LearntPane(model, words, preview.getChildren()::clear));
        });
        var all = Controls.button("", () -> model.sample(this::preview));
        all.textProperty().bind(Bindings.createStringBinding(
                () -> words.count("review.merge-safe", model.safe().size()), model.groupsProperty()));
        Controls.showWhen(all, model.groupsProperty().map(_ -> !model.safe().isEmpty()));
        FlowPane row = Controls.flow(12, title, place, sure, all, learnt, again);
        row.getStyleClass().add("review-head");
        Controls.showWhen(sure, model.shownProperty().map(now -> now != null && now.group().safe()).orElse(false));
        sure.setText(words.get("review.sure"));
        return row;
    }

    /** What would be merged, with some of it by name, before it is done. */
    private void preview(List<String> names) {
        VBox sheet = Controls.column(8, Controls.paragraph(words.count("review.safe-text", model.safe().size())));
        names.forEach(each -> sheet.getChildren().add(Controls.paragraph(each, "muted")));
        sheet.getChildren()
                .add(Controls.row(8, Controls.spring(),
                        Controls.button(words.get("screen.cancel"), preview.getChildren()::clear),
                        Controls.button(words.count("review.merge-safe", model.safe().size()), () -> {
                            preview.getChildren().clear();
                            model.mergeSafe();
                        }, "accent")));
        sheet.getStyleClass().add("card");
        preview.getChildren().setAll(sheet);
    }

    private Node none() {
        VBox none = Controls.empty("fth-check-circle", "", words.get("review.none-text"));
        none.getChildren().stream().filter(node -> node instanceof Label label && label.getText().isEmpty())
                .findFirst().map(Label.class::cast).ifPresent(label -> label.textProperty().bind(model.queueProperty()
                        .map(queue -> words.get(queue.isAll() ? "review.none" : "review.none-shown"))));
        Controls.showWhen(none, model.shownProperty().isNull().and(model.runningProperty().not()));
        return none;
    }

    private Node scanning() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setMaxWidth(320);
        bar.setAccessibleText(words.get("review.scanning"));
        VBox box = Controls.column(12, Controls.label(words.get("review.scanning"), "empty-title"), bar,
                Controls.button(words.get("screen.sync.stop"), model::stop));
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        Controls.showWhen(box, model.runningProperty().and(model.shownProperty().isNull()));
        return box;
    }

    private Node acts() {
        return Foot.of(this, model.shownProperty().isNotNull(), words.get("review.keys"),
                Controls.button(words.get("review.merge"), this::merge, "accent"),
                Controls.button(words.get("review.apart"), model::apart),
                Controls.button(words.get("review.later"), model::later));
    }

    private void show(@Nullable Shown shown) {
        group = shown == null ? null : new GroupView(shown, words, dates);
        if (group != null) {
            VBox body = Controls.column(0, group);
            body.getStyleClass().add("page-body");
            scroll.setContent(body);
            scroll.setVvalue(0);
        }
        // What had the keyboard went with the group before: the keys go on to work.
        if (getScene() != null && getScene().getFocusOwner() == null) {
            requestFocus();
        }
        counted();
    }

    private void counted() {
        Shown shown = model.shownProperty().get();
        int all = model.groupsProperty().get().size();
        int at = shown == null ? 0 : model.groupsProperty().get().indexOf(shown.group()) + 1;
        place.setText(all == 0 ? "" : words.get("review.place", at, all));
    }

    private void merge() {
        GroupView now = group;
        if (now != null) {
            model.merge(now.into(), now.others(), now.chosen(), now.dropped());
        }
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (event.isShortcutDown() || event.isAltDown() || typing) {
            return;
        }
        if (bar.key(event.getCode()) || group != null && key(event.getCode(), group)) {
            event.consume();
        }
    }

    private boolean key(KeyCode code, GroupView now) {
        boolean used = true;
        switch (code) {
            case E -> now.edit();
            case M -> merge();
            case N -> model.apart();
            case L -> model.later();
            case J -> model.go(1);
            case K -> model.go(-1);
            default -> {
                used = code.isDigitKey() && !code.getChar().equals("0");
                if (used) {
                    now.prefer(code.getChar().charAt(0) - '1');
                }
            }
        }
        return used;
    }
}
