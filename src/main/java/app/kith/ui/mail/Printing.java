package app.kith.ui.mail;

import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.store.Conversations.MessageRow;
import app.kith.ui.body.MailBody;
import app.kith.ui.body.MailBody.Line;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Look;
import app.kith.ui.look.Outside.Paper;
import app.kith.ui.mail.MessageCard.Surroundings;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/** Prints messages: the head of each with its body in its own colors, cut into sheets between lines. JavaFX thread only. */
final class Printing {
    private static final double SMALLEST = 0.4;

    private final Surroundings around;
    private final List<MailBody> bodies = new ArrayList<>();
    private final List<Region> heads = new ArrayList<>();
    private final VBox sheet = Controls.column(0);

    /** A message to print. */
    record Printed(MessageRow message, Letter letter) {}

    private Printing(Surroundings around) {
        this.around = around;
        sheet.getStyleClass().add("print-sheet");
        // A pane would give it another width for each sheet.
        sheet.setManaged(false);
    }

    /** Asks for a printer, and prints there when the pictures are in. */
    static void print(List<Printed> messages, Surroundings around) {
        String title = messages.isEmpty() ? "" : messages.getFirst().letter().mail().subject();
        around.outside().paper(title).ifPresent(paper -> new Printing(around).begin(messages, paper));
    }

    private void begin(List<Printed> messages, Paper paper) {
        for (Printed printed : messages) {
            VBox head = head(printed);
            heads.add(head);
            MailBody body = new MailBody(around.words(), around.background());
            body.asSentProperty().set(true);
            body.show(printed.letter().page(), printed.letter().pictures(), _ -> null);
            bodies.add(body);
            sheet.getChildren().addAll(head, body);
        }
        Pane page = new Pane(sheet);
        page.setStyle(Look.family());
        Scene scene = new Scene(page, paper.width(), paper.height());
        scene.getStylesheets().setAll(Look.styles());
        sheet.applyCss();
        bodies.forEach(MailBody::showAll);
        await(bodies.iterator(), () -> cut(page, paper));
    }

    private static void await(Iterator<MailBody> left, Runnable then) {
        if (left.hasNext()) {
            left.next().whenPicturesAreIn(() -> await(left, then));
        } else {
            then.run();
        }
    }

    /** What is too wide for the paper, such as a table with many columns, is made smaller. */
    private void cut(Pane page, Paper paper) {
        sheet.applyCss();
        double widest = bodies.stream().mapToDouble(MailBody::leastWidth).max().orElse(0);
        double scale = Math.clamp(paper.width() / Math.max(1, widest), SMALLEST, 1);
        double width = paper.width() / scale;
        double height = Math.ceil(sheet.prefHeight(width));
        sheet.resizeRelocate(0, 0, width, height);
        sheet.layout();
        sheet.getTransforms().setAll(new Scale(scale, scale));
        Rectangle clip = new Rectangle(paper.width(), paper.height());
        page.setClip(clip);
        for (Line part : PageBreaks.of(lines(), height, paper.height() / scale)) {
            sheet.setLayoutY(-part.top() * scale);
            clip.setHeight((part.bottom() - part.top()) * scale);
            paper.page(page);
        }
        paper.done();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        heads.forEach(head -> lines.add(new Line(head.getLayoutY(), head.getLayoutY() + head.getHeight())));
        for (MailBody body : bodies) {
            body.lines().forEach(line -> lines.add(
                    new Line(body.getLayoutY() + line.top(), body.getLayoutY() + line.bottom())));
        }
        return lines;
    }

    private VBox head(Printed printed) {
        Mail mail = printed.letter().mail();
        String subject = mail.subject().isBlank() ? around.words().get("screen.no-subject") : mail.subject();
        VBox head = Controls.column(2, Controls.paragraph(subject, "print-subject"),
                line("screen.print.from", people(mail.from())),
                line("screen.print.to", people(mail.to())));
        if (!mail.cc().isEmpty()) {
            head.getChildren().add(line("screen.print.cc", people(mail.cc())));
        }
        head.getChildren().add(line("screen.print.date", around.dates().full(printed.message().sentAt())));
        head.getStyleClass().add("print-head");
        return head;
    }

    private Node line(String key, String text) {
        return Controls.paragraph(around.words().get(key, text));
    }

    private String people(List<Mailbox> people) {
        return people.stream().limit(100)
                .map(each -> each.name().isEmpty() ? each.address() : each.name() + " <" + each.address() + ">")
                .collect(Collectors.joining(around.words().get("screen.list-comma")));
    }
}
