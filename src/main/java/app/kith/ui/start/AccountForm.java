package app.kith.ui.start;

import app.kith.account.Provider;
import app.kith.account.Security;
import app.kith.sync.AccountTest.Result;
import app.kith.sync.discover.Found;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Outside;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Describes a mailbox: address, password, and the servers that were found, which can be edited. */
public final class AccountForm extends VBox {
    private static final Set<Problem> TRY_LATER = Set.of(Problem.HOST_UNKNOWN, Problem.UNREACHABLE, Problem.TIMEOUT,
            Problem.CONNECTION_LOST);

    private static final double CERTIFICATE_HEIGHT = 410;

    private final AccountModel model;
    private final Words words;
    private final TextField email = new TextField();
    private final PasswordField secret = new PasswordField();
    private final Label help = Controls.paragraph("", "help");
    private final Label trouble = Controls.paragraph("", "trouble");
    private final VBox steps = Controls.column(4);
    private final Button anyway;
    private final Button look;
    private final Outside outside;
    private final TitledPane servers;
    private final List<Node> parts;

    /**
     * Makes the form.
     *
     * @param model the mailbox
     * @param words the language
     * @param outside lets the user choose a file
     * @param cancel closes the form; null where there is nothing to go back to
     */
    public AccountForm(AccountModel model, Words words, Outside outside, @Nullable Runnable cancel) {
        this.model = model;
        this.words = words;
        this.outside = outside;
        this.look = Controls.button(words.get("screen.certificate.look"), this::lookAtCertificate);
        this.anyway = Controls.button(words.get("screen.account.anyway"), model::keepAnyway, "flat");
        getStyleClass().add("form");
        setSpacing(12);
        email.setPromptText(words.get("screen.account.email-prompt"));
        email.textProperty().bindBidirectional(model.emailProperty());
        email.setDisable(!model.isNew());
        secret.textProperty().bindBidirectional(model.secretProperty());
        servers = servers();
        VBox outcome = Controls.column(12, steps, trouble);
        Controls.showWhen(outcome, model.certificate().shownProperty().map(List::isEmpty));
        parts = List.of(
                Controls.label(words.get(model.isNew() ? "screen.account.add" : "screen.account.edit"), "form-title"),
                field("screen.account.email", email), secretField(), help,
                new BrowserFields(model.browser(), words),
                field("screen.account.name", text(model.nameProperty())), servers,
                new FetchFields(model.fetch(), words, model.isNew()), outcome,
                buttons(cancel));
        getChildren().setAll(parts);
        List.of(help, trouble, steps, anyway, look)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        model.foundProperty().when(Controls.attached(this)).subscribe(_ -> tell());
        model.lookingProperty().when(Controls.attached(this)).subscribe(_ -> tell());
        model.failureProperty().when(Controls.attached(this)).subscribe(this::failed);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                model.close();
            }
        });
        model.choosingProperty().when(Controls.attached(this)).subscribe(this::choose);
        model.steps().addListener((ListChangeListener<Result>) _ -> showSteps());
        showSteps();
    }

    private Node secretField() {
        VBox field = field("screen.account.password", secret);
        secret.setPromptText(model.isNew() ? "" : words.get("screen.account.password-kept"));
        secret.setOnAction(_ -> model.connect());
        Controls.showWhen(field, model.browser().wantedProperty().not());
        return field;
    }

    private VBox field(String key, Node control) {
        Label label = Controls.label(words.get(key), "field-name");
        label.setLabelFor(control);
        control.setAccessibleText(words.get(key));
        return Controls.column(4, label, control);
    }

    private static TextField text(Property<String> property) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(property);
        return field;
    }

    private TitledPane servers() {
        GridPane grid = new GridPane(8, 8);
        grid.addRow(0, whole(Controls.label(words.get("screen.account.imap"), "field-name")),
                grown(named(text(model.imapProperty()), "screen.account.imap")),
                security(model.imapSecurityProperty()));
        grid.addRow(1, whole(Controls.label(words.get("screen.account.smtp"), "field-name")),
                grown(named(text(model.smtpProperty()), "screen.account.smtp")),
                security(model.smtpSecurityProperty()));
        grid.addRow(2, whole(Controls.label(words.get("screen.account.user"), "field-name")),
                grown(named(text(model.userProperty()), "screen.account.user")));
        grid.addRow(3, whole(Controls.label(words.get("screen.account.carddav"), "field-name")),
                grown(named(text(model.carddavProperty()), "screen.account.carddav")));
        CertificateFields certificate = new CertificateFields(model.certificate(), words,
                () -> outside.existing(words.get("screen.certificate.file")));
        VBox body = Controls.column(12, grid, certificate);
        body.setPadding(new Insets(0, 12, 0, 0));
        ScrollPane scrolled = new ScrollPane(body); // As in FetchFields.
        scrolled.setFitToWidth(true);
        // Wrapped texts are higher than they say before they have a width.
        scrolled.prefViewportHeightProperty().bind(model.certificate().shownProperty()
                .map(shown -> shown.isEmpty() ? 0.0 : CERTIFICATE_HEIGHT));
        // Whoever looks at a certificate sees all of it, and what can be done about it.
        Controls.showWhen(grid, model.certificate().shownProperty().map(List::isEmpty));
        TitledPane pane = new TitledPane(words.get("screen.account.servers"), scrolled);
        pane.setAnimated(false);
        pane.getStyleClass().add("dense");
        pane.setExpanded(!model.isNew());
        model.imapProperty().when(Controls.attached(this)).subscribe(host -> pane.setText(host.isBlank()
                ? words.get("screen.account.servers")
                : words.get("screen.account.servers-at", host)));
        return pane;
    }

    private void lookAtCertificate() {
        servers.setExpanded(true);
        model.certificate().look();
    }

    /** Asks what is to be fetched, once the servers have answered. */
    private void choose(boolean now) {
        if (now) {
            FirstFetchView next = new FirstFetchView(model, words);
            getChildren().setAll(next);
            next.begin();
        } else if (!getChildren().equals(parts)) {
            getChildren().setAll(parts);
        }
    }

    private <T extends Node> T named(T control, String key) {
        control.setAccessibleText(words.get(key));
        return control;
    }

    private static Label whole(Label label) {
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Node grown(Node node) {
        GridPane.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    private ComboBox<Security> security(Property<Security> property) {
        ComboBox<Security> choice = new ComboBox<>();
        choice.getItems().setAll(Security.values());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Security security) {
                return words.get("screen.security." + security.word());
            }

            @Override
            public Security fromString(String text) {
                throw new UnsupportedOperationException("the security is chosen, never typed");
            }
        });
        choice.valueProperty().bindBidirectional(property);
        choice.setAccessibleText(words.get("screen.account.security"));
        return choice;
    }

    private Node buttons(@Nullable Runnable cancel) {
        Button connect = Controls.button(words.get(model.isNew() ? "screen.account.connect" : "screen.account.save"),
                model::connect, "accent");
        connect.setDefaultButton(true);
        connect.disableProperty().bind(model.busyProperty().or(model.emailProperty().isEmpty()));
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        Controls.showWhen(turning, model.busyProperty());
        var row = Controls.row(8, connect, turning, look, anyway, Controls.spring());
        if (cancel != null) {
            Button back = Controls.button(words.get("screen.cancel"), cancel);
            back.setCancelButton(true);
            row.getChildren().add(back);
        }
        return row;
    }

    /** Says where the servers are known from, and how to get the secret that they want. */
    private void tell() {
        String text = model.lookingProperty().get()
                ? words.get("screen.account.looking")
                : model.providerProperty().get().map(this::preset).orElseGet(this::origin);
        help.setText(text);
        help.setVisible(!text.isEmpty());
    }

    private String preset(Provider preset) {
        return preset.name(words.locale()) + ": " + preset.help(words.locale());
    }

    private String origin() {
        Found found = model.foundProperty().get();
        return found == null
                ? ""
                : words.get("screen.account.found-" + found.origin().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        found.imap().address());
    }

    private void failed(@Nullable KithException failure) {
        trouble.setText(failure == null ? "" : sentence(failure));
        trouble.setVisible(failure != null);
        look.setVisible(failure != null && failure.problem().isTrust() && failure.problem() != Problem.TLS_MISSING);
        anyway.setVisible(failure != null && TRY_LATER.contains(failure.problem()));
    }

    private String sentence(KithException failure) {
        return failure.problem() == Problem.SECRET_MISSING
                ? words.get("screen.account.password-missing")
                : words.sentence(failure);
    }

    private void showSteps() {
        steps.setVisible(!model.steps().isEmpty());
        steps.getChildren().setAll(model.steps().stream().map(this::step).toList());
    }

    private Node step(Result result) {
        boolean good = result.failure() == null;
        Node sign = Controls.icon(good ? "fth-check" : "fth-x");
        sign.getStyleClass().add(good ? "good-icon" : "bad-icon");
        Label detail = Controls.label(good ? result.detail() : "", "muted");
        return Controls.row(8, sign, Controls.label(words.get("cli.step." + result.step())), detail);
    }

    /** Goes to the first field that is to be filled in. */
    public void begin() {
        (model.isNew() ? email : secret).requestFocus();
    }
}
