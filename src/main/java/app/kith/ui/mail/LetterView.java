package app.kith.ui.mail;

import app.kith.mail.Invitation;
import app.kith.mail.Sign;
import app.kith.ui.body.MailBody;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Sizes;
import app.kith.ui.mail.MessageCard.Surroundings;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The open part of a message: notices, body, attachments. */
final class LetterView extends VBox {
    private final Letter letter;
    private final Surroundings around;
    private final Words words;
    private final MailBody body;

    LetterView(Letter letter, long message, Surroundings around) {
        this.letter = letter;
        this.around = around;
        this.words = around.words();
        setSpacing(12);
        getStyleClass().add("letter");
        notices();
        body = new MailBody(words, around.background());
        body.setOnLink(around.outside()::open);
        body.show(letter.page(), letter.pictures(), _ -> null);
        getChildren().add(body);
        if (!letter.enclosures().isEmpty()) {
            getChildren().add(enclosures(message));
        }
    }

    /** {@return the message that it shows} */
    Letter letter() {
        return letter;
    }

    /** {@return whether the mail's own colors are shown} */
    BooleanProperty asSentProperty() {
        return body.asSentProperty();
    }

    private void notices() {
        for (Invitation invitation : letter.mail().invitations()) {
            getChildren().add(invitation(invitation));
        }
        letter.failures(words).forEach(line -> getChildren().add(notice("fth-alert-triangle", line)));
        if (letter.mail().has(Sign.Kind.ENCRYPTED)) {
            getChildren().add(notice("fth-lock", words.get("screen.message.encrypted")));
        }
        if (letter.remotePictures() > 0) {
            getChildren().add(notice("fth-image", letter.trackers() > 0
                    ? words.count("screen.message.remote-tracking", letter.remotePictures(), letter.trackers())
                    : words.count("screen.message.remote", letter.remotePictures())));
        }
    }

    private Node notice(String icon, String text) {
        var notice = Controls.row(8, Controls.icon(icon), Controls.paragraph(text));
        notice.getStyleClass().add("notice");
        return notice;
    }

    private Node invitation(Invitation invitation) {
        VBox lines = Controls.column(2, Controls.label(invitation.summary().isEmpty()
                ? words.get("screen.message.invitation")
                : invitation.summary(), "card-title"));
        if (invitation.start() != null) {
            lines.getChildren().add(Controls.label(invitation.allDay()
                    ? around.dates().day(invitation.start())
                    : around.dates().full(invitation.start())));
        }
        if (!invitation.location().isEmpty()) {
            lines.getChildren().add(Controls.paragraph(invitation.location(), "muted"));
        }
        var notice = Controls.row(12, Controls.icon("fth-calendar"), lines);
        notice.getStyleClass().addAll("notice", "invitation");
        return notice;
    }

    private Node enclosures(long message) {
        FlowPane chips = new FlowPane(8, 8);
        for (Enclosure enclosure : letter.enclosures()) {
            chips.getChildren().add(chip(enclosure, message));
        }
        List<Enclosure> all = letter.enclosures();
        if (all.size() > 1) {
            chips.getChildren().add(Controls.button(words.get("screen.attachments.save-all", all.size()),
                    () -> saveAll(message), "flat"));
        }
        chips.getStyleClass().add("chips");
        return chips;
    }

    private Node chip(Enclosure enclosure, long message) {
        Button chip = Controls.button("", () -> save(enclosure, message), "chip");
        Label name = Controls.label(enclosure.name(), "chip-name");
        name.setMaxWidth(260);
        Label size = Controls.label(Sizes.of(enclosure.size(), words.locale()), "muted");
        chip.setGraphic(Controls.row(8, Controls.icon(enclosure.icon()), name, size,
                Controls.icon("fth-download")));
        chip.setAccessibleText(words.get("screen.attachments.save", enclosure.name()));
        chip.setTooltip(new javafx.scene.control.Tooltip(words.get("screen.attachments.save", enclosure.name())));
        return chip;
    }

    private void save(Enclosure enclosure, long message) {
        around.outside().file(enclosure.name()).ifPresent(file -> around.background().run("save-" + message,
                () -> Saving.as(file, enclosure.attachment().content()), this::saved, around::fail));
    }

    private void saveAll(long message) {
        around.outside().folder().ifPresent(folder -> around.background().run("save-" + message,
                () -> letter.enclosures().stream()
                        .map(each -> Saving.into(folder, each.name(), each.attachment().content())).toList(),
                files -> around.outside().say(words.count("screen.attachments.saved", files.size(),
                        String.valueOf(folder.getFileName()))),
                around::fail));
    }

    private void saved(Path file) {
        around.outside().say(words.get("screen.saved", String.valueOf(file.getFileName())));
    }
}
