package app.kith.ui.sync;

import app.kith.account.Account;
import app.kith.store.SyncView.FolderRow;
import app.kith.sync.Pass;
import app.kith.sync.Pass.Folder;
import app.kith.sync.SyncReport;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.sync.AccountSync.Activity;
import app.kith.words.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One account on the sync page: how it stands, what can be done, folder by folder. */
final class AccountPanel extends VBox {
    private final SyncModel model;
    private final SyncWords says;
    private final Label state = Controls.label("", "sync-state");
    private final Label figures = Controls.label("", "muted");
    private final Label trouble = Controls.paragraph("", "trouble");
    private final Label report = Controls.paragraph("", "muted");
    private final ProgressBar bar = new ProgressBar();
    private final FontIcon icon = Controls.icon("fth-check");
    private final Button stop;
    private final Button start;
    private final Button mend;
    private final Button pause;
    private final Button resume;
    private final FolderTable folders;
    private final EarlierPasses earlier;
    private final PlanPane plan;

    AccountPanel(Account account, SyncModel model, Words words, Dates dates, SyncView.Acts acts) {
        this.model = model;
        this.says = new SyncWords(words, dates);
        getStyleClass().add("card");
        stop = Controls.button(words.get("screen.sync.stop"), () -> model.stop(account));
        start = Controls.button(words.get("screen.sync.now"), () -> model.start(account));
        mend = Controls.button(words.get("screen.sync.mend"), () -> acts.edit().accept(account), "accent");
        pause = Controls.iconButton("fth-pause", words.get("screen.sync.pause"), () -> model.pause(account, true));
        resume = Controls.button(words.get("screen.sync.resume"), () -> model.pause(account, false), "accent");
        Button edit = Controls.iconButton("fth-edit-2", words.get("screen.account.edit"),
                () -> acts.edit().accept(account));
        Button remove = Controls.iconButton("fth-trash-2", words.get("screen.account.remove"),
                () -> acts.remove().accept(account));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.get("screen.sync.progress"));
        folders = new FolderTable(words);
        earlier = new EarlierPasses(words, says);
        plan = new PlanPane(account, model, words);
        trouble.managedProperty().bind(trouble.visibleProperty());
        figures.managedProperty().bind(figures.visibleProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        List.of(stop, start, mend, pause, resume)
                .forEach(button -> button.managedProperty().bind(button.visibleProperty()));
        getChildren().addAll(
                Controls.flow(12,
                        Controls.row(12, Controls.avatar(account.email()),
                                Controls.column(2, Controls.label(account.email(), "card-title"),
                                        Controls.label(account.imap().address() + " · " + words.get(
                                                "screen.security." + account.imap().security().word()) + " · "
                                                + says.schedule(account.schedule()), "muted"))),
                        Controls.row(8, mend, stop, start, resume, pause, edit, remove)),
                Controls.row(8, icon, state), bar, figures, trouble, plan, folders, report,
                earlier);
    }

    void show(AccountSync now, List<FolderRow> rows, List<Pass> passes) {
        boolean running = now.activity() == Activity.RUNNING;
        state.setText(says.line(now));
        icon.setIconLiteral(switch (now.activity()) {
            case RUNNING -> "fth-refresh-cw";
            case WAITING -> "fth-check";
            case OFFLINE -> "fth-wifi-off";
            case BUSY -> "fth-clock";
            case UNTRUSTED -> "fth-shield-off";
            case REFUSED -> "fth-alert-circle";
            case TROUBLED -> "fth-alert-triangle";
            case STOPPED -> "fth-pause";
        });
        bar.setVisible(running);
        bar.setProgress(now.part());
        figures.setText(says.figures(now, model.clock().instant()));
        figures.setVisible(running);
        stop.setVisible(running);
        boolean paused = now.account().schedule().paused();
        start.setVisible(!running && !paused);
        plan.offer(!running);
        pause.setVisible(!paused);
        resume.setVisible(paused);
        mend.setVisible(now.needsMending());
        SyncReport ended = now.report();
        Pass last = ended != null
                ? Pass.of(now.account().id(), "", ended)
                : passes.isEmpty() ? null : passes.getFirst();
        trouble.setText(ended == null || last == null || running ? "" : says.troubles(last));
        trouble.setVisible(!trouble.getText().isEmpty());
        report.setText(last == null ? "" : says.report(last));
        folders.show(rows, last == null ? Map.of() : byFolder(last), says);
        earlier.show(passes, model.daysProperty().get().getOrDefault(now.account().id(), List.of()));
    }

    private static Map<String, Folder> byFolder(Pass last) {
        return last.folders().stream().collect(Collectors.toMap(Folder::folder, Function.identity(), (one, _) -> one));
    }
}
