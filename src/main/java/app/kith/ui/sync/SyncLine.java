package app.kith.ui.sync;

import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.sync.AccountSync.Activity;
import app.kith.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** How it stands with the sync, in one quiet line. A click opens the page. */
public final class SyncLine extends Button {
    private final SyncWords says;
    private final PendingModel pending;
    private final FontIcon icon = Controls.icon("fth-check");

    /**
     * Makes the line.
     *
     * @param model the state
     * @param words the language
     * @param pending what waits for a server
     * @param dates writes dates
     * @param open opens the page
     */
    public SyncLine(SyncModel model, PendingModel pending, Words words, Dates dates, Runnable open) {
        this.says = new SyncWords(words, dates);
        this.pending = pending;
        getStyleClass().addAll("flat", "sync-line");
        setGraphic(icon);
        setMnemonicParsing(false);
        setOnAction(_ -> open.run());
        model.allProperty().when(Controls.attached(this)).subscribe(this::show);
        pending.pendingProperty().when(Controls.attached(this))
                .subscribe(_ -> show(model.allProperty().get()));
        Controls.every(this, Duration.seconds(30), () -> show(model.allProperty().get()));
    }

    private void show(List<AccountSync> all) {
        setText(says.line(all, pending.pendingProperty().get()));
        getStyleClass().removeAll("warning", "danger");
        if (has(all, Activity.REFUSED)) {
            look("fth-alert-circle", "danger");
        } else if (has(all, Activity.UNTRUSTED)) {
            look("fth-shield-off", "danger");
        } else if (has(all, Activity.RUNNING)) {
            look("fth-refresh-cw", "");
        } else if (has(all, Activity.TROUBLED)) {
            look("fth-alert-triangle", "warning");
        } else if (has(all, Activity.BUSY)) {
            look("fth-clock", "");
        } else if (has(all, Activity.OFFLINE)) {
            look("fth-wifi-off", "");
        } else {
            look(has(all, Activity.STOPPED) ? "fth-pause" : "fth-check", "");
        }
    }

    private static boolean has(List<AccountSync> all, Activity activity) {
        return all.stream().anyMatch(state -> state.activity() == activity);
    }

    private void look(String literal, String style) {
        icon.setIconLiteral(literal);
        if (!style.isEmpty()) {
            getStyleClass().add(style);
        }
    }
}
