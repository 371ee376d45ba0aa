package app.kith.ui.customer;

import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Standing;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The next step with a customer, and how often there is to be a contact. */
public final class NextStep extends FlowPane {
    private static final int[] DAYS = {7, 14, 30, 60, 90, 180};

    private static final double NARROWEST = 160;

    private final Words words;
    private final Dates dates;
    private final Acts acts;
    private final Label step = Controls.label("", "next-step");
    private final Label day = Controls.label("", "row-when");
    private final Node sign = Controls.icon("fth-flag");
    private final Button done;
    private final MenuButton interval = new MenuButton();
    private long contact;
    private long task;

    /** What can be done about what is due. */
    public interface Acts {
        /**
         * Marks a task as done.
         *
         * @param task its number
         */
        void done(long task);

        /**
         * Says every how many days there is to be a contact.
         *
         * @param contact number of the customer
         * @param days how many days; 0 for whenever
         */
        void keepInTouch(long contact, int days);
    }

    NextStep(Words words, Dates dates, Acts acts) {
        super(12, 0);
        this.words = words;
        this.dates = dates;
        this.acts = acts;
        getStyleClass().add("next-steps");
        setMinWidth(0); // By itself as wide as its widest part would like to be.
        done = Controls.iconButton("fth-check", words.get("follow.done"), () -> acts.done(task));
        done.getStyleClass().add("fact-menu");
        interval.getStyleClass().addAll("flat", "no-arrow", "interval-menu");
        interval.setGraphic(Controls.icon("fth-repeat"));
        for (int days : DAYS) {
            interval.getItems().add(item(words.get("follow.interval.every", words.count("follow.days", days)), days));
        }
        interval.getItems().add(item(words.get("follow.interval.never"), 0));
        step.setMinWidth(0);
        day.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Controls.row(6, sign, step, day, done);
        row.maxWidthProperty().bind(Bindings.max(NARROWEST, widthProperty())); // A long task is cut, not its day.
        getChildren().addAll(row, interval);
    }

    private MenuItem item(String text, int days) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> acts.keepInTouch(contact, days));
        return item;
    }

    private String due(LocalDate due) {
        LocalDate today = LocalDate.ofInstant(dates.now(), dates.zone());
        boolean late = due.isBefore(today);
        day.getStyleClass().removeAll("overdue");
        if (late) {
            day.getStyleClass().add("overdue");
        }
        return late
                ? words.get("follow.overdue-by", words.count("follow.days", ChronoUnit.DAYS.between(due, today)))
                : words.get("follow.due-on", dates.near(due));
    }

    void show(CustomerRow row) {
        Standing standing = row.standing();
        contact = row.id();
        task = standing.nextTask();
        Instant due = standing.nextDue();
        boolean any = task != 0;
        step.setText(any
                ? words.get("follow.next-step") + ": " + standing.nextTitle()
                : words.get("follow.no-next-step"));
        day.setText(any && due != null ? due(due.atZone(dates.zone()).toLocalDate()) : "");
        step.getStyleClass().removeAll("muted");
        if (!any) {
            step.getStyleClass().add("muted");
        }
        done.setVisible(any);
        done.setManaged(any);
        interval.setText(words.get("follow.interval") + ": " + (standing.keepDays() == 0
                ? words.get("follow.interval.never")
                : words.get("follow.interval.every", words.count("follow.days", standing.keepDays()))));
    }
}
