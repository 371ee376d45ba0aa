package app.kith.ui.start;

import app.kith.sync.imap.ServerCertificate;
import app.kith.ui.look.Controls;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The part of the mailbox's form that says whom it trusts, and lets the user look at what the servers show and trust exactly that. */
final class CertificateFields extends VBox {
    /** 11 bytes stand on a line. */
    private static final int LINE = 33;

    private final CertificateModel model;
    private final Words words;
    private final VBox chosen = Controls.column(2);
    private final VBox shown = Controls.column(8);
    private final Label trouble = Controls.paragraph("", "trouble");

    /**
     * Makes the part.
     *
     * @param file lets the user choose a file
     */
    CertificateFields(CertificateModel model, Words words, Supplier<Optional<Path>> file) {
        this.model = model;
        this.words = words;
        setSpacing(8);
        Button look = Controls.button(words.get("screen.certificate.look"), model::look);
        look.disableProperty().bind(model.busyProperty());
        Button read = Controls.button(words.get("screen.certificate.file"), () -> file.get().ifPresent(model::read));
        Button forget = Controls.button(words.get("screen.certificate.forget"), model::forget, "flat");
        Controls.showWhen(forget, model.chosenProperty().map(all -> !all.isEmpty()));
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        Controls.showWhen(turning, model.busyProperty());
        Node tools = Controls.flow(8, look, read, forget, turning);
        Controls.showWhen(tools, model.shownProperty().map(List::isEmpty));
        Controls.showWhen(chosen, model.shownProperty().map(List::isEmpty));
        getChildren().addAll(Controls.label(words.get("screen.certificate"), "field-name"), chosen, tools, trouble,
                shown);
        trouble.managedProperty().bind(trouble.visibleProperty());
        shown.managedProperty().bind(shown.visibleProperty());
        model.chosenProperty().when(Controls.attached(this)).subscribe(this::showChosen);
        model.shownProperty().when(Controls.attached(this)).subscribe(this::showShown);
        model.failureProperty().when(Controls.attached(this)).subscribe(this::failed);
    }

    private void showChosen(List<ServerCertificate> all) {
        chosen.getChildren().setAll(all.isEmpty()
                ? List.of(Controls.paragraph(words.get("screen.certificate.system"), "muted"))
                : all.stream().map(this::brief).toList());
    }

    private Node brief(ServerCertificate each) {
        return Controls.paragraph(words.get("screen.certificate.chosen", each.subject(), day(each.until())));
    }

    private void failed(@Nullable KithException failure) {
        trouble.setText(failure == null ? "" : words.sentence(failure));
        trouble.setVisible(failure != null);
    }

    private void showShown(List<ServerCertificate> all) {
        shown.getChildren().clear();
        shown.setVisible(!all.isEmpty());
        all.forEach(each -> shown.getChildren().add(whole(each)));
        if (!all.isEmpty()) {
            shown.getChildren().addAll(Controls.paragraph(words.get("screen.certificate.compare"), "muted"),
                    Controls.row(8, Controls.button(words.get("screen.certificate.trust"), model::trustShown,
                            "danger"), Controls.button(words.get("screen.certificate.leave"), model::leave)));
        }
    }

    private Node whole(ServerCertificate each) {
        TextArea fingerprint = new TextArea(each.fingerprint().replaceAll("(.{" + LINE + "})", "$1\n"));
        fingerprint.setEditable(false); // To be compared, and copied.
        fingerprint.setPrefRowCount(3);
        fingerprint.setMinHeight(USE_PREF_SIZE);
        fingerprint.getStyleClass().add("source");
        fingerprint.setAccessibleText(words.get("screen.certificate.fingerprint"));
        String days = words.get("screen.certificate.days", day(each.from()), day(each.until()));
        VBox box = Controls.column(4, Controls.label(each.subject(), "field-name"),
                Controls.paragraph(words.get("screen.certificate.names", String.join(", ", each.names()))),
                Controls.paragraph(words.get("screen.certificate.issuer", each.issuer())),
                Controls.paragraph(each.holds(Instant.now()) ? days : words.get("screen.certificate.ended", days)),
                Controls.label(words.get("screen.certificate.fingerprint"), "muted"), fingerprint);
        box.getStyleClass().add("card");
        return box;
    }

    private String day(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.locale())
                .format(time.atZone(ZoneId.systemDefault()));
    }
}
