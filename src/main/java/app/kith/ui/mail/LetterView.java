package app.kith.ui.mail;

import app.kith.mail.Invitation;
import app.kith.mail.Sign;
import app.kith.ui.body.FindWords;
import app.kith.ui.body.MailBody;
import app.kith.ui.compose.AnswerButtons;
import app.kith.ui.look.Controls;
import app.kith.ui.mail.MessageCard.Surroundings;
import app.kith.words.Words;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The open part of a message: notices, body, attachments. */
final class LetterView extends VBox {
    private final Letter letter;
    private final Surroundings around;
    private final Words words;
    private final MailBody body;
    private final FetchedPictures fetched;
    private final Node gap;

    LetterView(Letter letter, long message, Surroundings around) {
        this.letter = letter;
        this.around = around;
        this.words = around.words();
        setSpacing(12);
        getStyleClass().add("letter");
        gap = Controls.paragraph(words.get("screen.message.missing"), "muted");
        notices();
        showGap();
        fetched = new FetchedPictures(around.outside()::picture);
        body = new MailBody(words, around.background());
        body.setOnLink(around.outside()::open);
        show(letter);
        getChildren().add(body);
        if (!letter.enclosures().isEmpty()) {
            getChildren().add(new Enclosures(letter.enclosures(), around));
        }
        getChildren().add(new AnswerButtons(words, kind -> around.model().answer(message, kind)));
    }

    /** {@return the message that it shows} */
    Letter letter() {
        return letter;
    }

    /** {@return whether the mail's own colors are shown} */
    BooleanProperty asSentProperty() {
        return body.asSentProperty();
    }

    /** Says that the message which this one answers is missing, or no more. */
    void showGap() {
        boolean missing = around.model().answersMissing(letter.mail());
        gap.setVisible(missing);
        gap.setManaged(missing);
    }

    private void notices() {
        getChildren().add(gap);
        for (Invitation invitation : letter.mail().invitations()) {
            getChildren().add(new InvitationView(invitation, words, around.dates()));
        }
        letter.failures(words).forEach(line -> getChildren().add(notice("fth-alert-triangle", line)));
        if (letter.mail().has(Sign.Kind.ENCRYPTED)) {
            getChildren().add(notice("fth-lock", words.get("screen.message.encrypted")));
        }
        if (letter.remote().pictures() > 0) {
            getChildren().add(new RemoteLine(letter, around, this::show));
        }
    }

    /** Shows the body; pictures from the network are asked for only where the letter was made to have them. */
    private void show(Letter made) {
        boolean remote = made.remote().shown();
        body.show(made.page(), made.pictures(), address -> remote ? fetched.apply(address) : null);
    }

    private Node notice(String icon, String text) {
        var notice = Controls.row(8, Controls.icon(icon), Controls.paragraph(text));
        notice.getStyleClass().add("notice");
        return notice;
    }

    /** Marks words that are looked for in the body. */
    void mark(FindWords wanted, boolean inQuoted) {
        body.mark(wanted, inQuoted);
    }

    /** Shows one of the marked places as the one that is looked at; -1 for none. */
    void point(int index) {
        body.point(index);
    }

    /** {@return where that place stands in the scene; null where there is none} */
    @Nullable
    Bounds pointed() {
        return body.pointed();
    }
}
