package app.kith.ui.exchange;

import app.kith.account.Account;
import app.kith.desk.MailImports;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportJob;
import app.kith.exchange.Importer;
import app.kith.ui.look.Controls;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Takes mail in from a file or folder: whose it is, how far it has come, what came of it, and the way back. */
public final class MailImportForm extends VBox {
    private static final int SHOWN_ASIDE = 5;

    private final MailImports imports;
    private final Background background;
    private final Path file;
    private final Words words;
    private final Consumer<KithException> failed;
    private final ComboBox<Account> account = new ComboBox<>();
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label count = Controls.label("", "muted");
    private final VBox told = Controls.column(4);
    private final Button take;
    private final Button stop;
    private final Button back;
    private final Button close;
    private final VBox again = Controls.column(8);
    private final HBox beside = Controls.row(8);
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * Makes the form.
     *
     * @param imports takes the mail
     * @param accounts the user's accounts
     * @param background where it is done
     * @param file the file or folder
     * @param words the language
     * @param failed takes what went wrong
     * @param ended ends the form
     */
    public MailImportForm(MailImports imports, List<Account> accounts, Background background, Path file, Words words,
            Consumer<KithException> failed, Runnable ended) {
        this.imports = imports;
        this.background = background;
        this.file = file;
        this.words = words;
        this.failed = failed;
        getStyleClass().add("form");
        setSpacing(16);
        account.getItems().setAll(accounts);
        account.getSelectionModel().selectFirst();
        account.setConverter(new StringConverter<>() {
            @Override
            public String toString(Account one) {
                return one == null ? "" : one.email();
            }

            @Override
            public Account fromString(String text) {
                return account.getValue();
            }
        });
        take = Controls.button(words.get("import.mail-take"), this::take, "accent");
        take.setDefaultButton(true);
        take.setDisable(accounts.isEmpty());
        stop = Controls.button(words.get("import.mail-stop"), () -> stopped.set(true));
        back = Controls.button(words.get("import.mail-undo"), this::takeBack);
        close = Controls.button(words.get("screen.close"), ended);
        Node whose = Controls.column(4, Controls.label(words.get("import.mail-whose"), "field-name"), account);
        Controls.showWhen(whose, new javafx.beans.property.SimpleBooleanProperty(accounts.size() > 1));
        bar.setMaxWidth(Double.MAX_VALUE);
        for (javafx.scene.layout.Pane each : List.of(told, beside, again)) {
            each.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(each.getChildren()));
        }
        show(false, false);
        getChildren().addAll(Controls.label(words.get("import.mail-title", name()), "form-title"),
                Controls.paragraph(words.get(accounts.isEmpty() ? "import.mail-no-account" : "import.mail-text")),
                whose,
                bar, count, told, beside, again, Controls.row(8, Controls.spring(), back, stop, close, take));
    }

    /**
     * Lets the import be kept to be done again.
     *
     * @param jobs where it is kept
     */
    public void setJobs(JobsModel jobs) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        if (folder != null && !Files.isDirectory(whole)) {
            again.getChildren().setAll(Controls.label(words.get("job.again"), "section-title"),
                    new KeepJob(whole, words, (as, pattern, watched) -> jobs.save(new ImportJob(as, folder, pattern,
                            ImportFile.Choice.AUTOMATIC,
                            new Importer.Options(Importer.Key.AUTO, Importer.Mode.BOTH),
                            account.getValue() == null ? "" : account.getValue().email(), watched))));
        }
    }

    /**
     * Tells that there are contacts beside the mail.
     *
     * @param contacts how many
     * @param open opens them, to be looked at and taken in
     */
    public void setContacts(int contacts, Runnable open) {
        if (contacts > 0) {
            beside.getChildren().setAll(Controls.label(words.count("import.pst-contacts", contacts)),
                    Controls.button(words.get("import.pst-look"), open));
        }
    }

    private String name() {
        return String.valueOf(file.toAbsolutePath().normalize().getFileName());
    }

    private void show(boolean running, boolean done) {
        for (Node each : List.of(bar, count, stop)) {
            each.setVisible(running);
            each.setManaged(running);
        }
        back.setVisible(done);
        back.setManaged(done);
        take.setVisible(!running && !done);
        take.setManaged(!running && !done);
        close.setDisable(running);
        account.setDisable(running || done);
    }

    private void take() {
        Account whose = account.getValue();
        show(true, false);
        background.run("import-mail",
                () -> imports.take(file, whose,
                        mails -> background.soon("import-mail-count",
                                () -> count.setText(words.count("import.mails", mails))),
                        stopped::get),
                this::done, failure -> {
                    show(false, false);
                    failed.accept(failure);
                });
    }

    private void done(MailImports.Done done) {
        show(false, done.taken() > 0);
        told.getChildren().setAll(Controls.paragraph(words.get("import.mail-counts", name(), done.found(), done.taken(),
                done.known(), done.aside().size())));
        if (done.stopped()) {
            told.getChildren().add(Controls.paragraph(words.get("import.mail-stopped"), "muted"));
        }
        done.aside().stream().limit(SHOWN_ASIDE).forEach(one -> told.getChildren()
                .add(Controls.paragraph(one.place() + ": " + one.reason().text(words), "muted")));
        close.setText(words.get("import.mail-done"));
    }

    private void takeBack() {
        background.run("remove-mail", () -> imports.remove(name()), gone -> {
            told.getChildren().setAll(Controls.paragraph(words.count("import.mails-removed", gone)));
            back.setVisible(false);
            back.setManaged(false);
        }, failed);
    }
}
