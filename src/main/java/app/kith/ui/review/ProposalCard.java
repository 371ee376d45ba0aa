package app.kith.ui.review;

import app.kith.assist.Namesakes.Namesake;
import app.kith.assist.Proposals.About;
import app.kith.contact.PostalAddress;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.match.MatchWords;
import app.kith.store.ProposalView.Waiting;
import app.kith.store.SignatureValue;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One proposal with its proof: who, what, from which line of which mail, and who may be meant already. */
final class ProposalCard extends VBox {
    private final About about;
    private final ProposalWords say;
    private final Words words;

    /**
     * What can be done from the card.
     *
     * @param mail opens a conversation
     * @param addTo says that the person is a customer who is there
     */
    record Acts(LongConsumer mail, LongConsumer addTo) {}

    ProposalCard(About about, ProposalWords say, Acts acts) {
        super(20);
        this.about = about;
        this.say = say;
        this.words = say.words();
        getStyleClass().addAll("page-body", "proposal-card");
        getChildren().add(head());
        Waiting one = about.waiting();
        if (!about.perhaps().isEmpty()) {
            getChildren().add(perhaps(acts));
        }
        switch (one.kind()) {
            case PERSON, ROLE -> signature();
            case FACT -> change(one);
            case BOUNCE -> getChildren().add(Controls.paragraph(words.get("review.mail.bounce-text")));
            case MOVED -> {
                change(one);
                getChildren().add(Controls.paragraph(words.get("review.mail.moved-text")));
            }
        }
        getChildren().add(proof(acts));
    }

    private Node head() {
        Waiting one = about.waiting();
        VBox text = Controls.column(2, Controls.paragraph(say.who(one), "record-title"),
                Controls.paragraph(one.email().shown(), "muted"),
                Controls.paragraph(say.evidence(one) + " · " + say.dates().ago(one.last()), "standing"));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        return Controls.row(16, Controls.avatar(say.who(one), "large"), text);
    }

    private Node perhaps(Acts acts) {
        VBox box = Controls.column(8, Controls.label(words.get("review.mail.perhaps"), "section-title"));
        for (Namesake each : about.perhaps()) {
            String why = each.why().stream().map(reason -> MatchWords.of(words, reason))
                    .collect(Collectors.joining("; "));
            VBox text = Controls.column(0, Controls.paragraph(each.name(), "row-strong"),
                    Controls.paragraph(why, "fact-source"));
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMinWidth(0);
            var add = Controls.button(words.get("review.mail.add-to"), () -> acts.addTo().accept(each.contact()));
            add.setAccessibleText(words.get("review.mail.add-to-whom", each.name()));
            add.setMinWidth(USE_PREF_SIZE);
            box.getChildren().add(Controls.row(12, text, add));
        }
        box.getStyleClass().addAll("card", "proposal-perhaps");
        return box;
    }

    /** What would come along with the person. */
    private void signature() {
        GridPane grid = grid();
        List<SignatureValue> said = about.signature().stream()
                .filter(each -> !each.value().raw().equals(about.waiting().name())).toList();
        if (said.isEmpty()) {
            return;
        }
        for (SignatureValue each : said) {
            row(grid, say.kind(each.value()), each.value(), "");
        }
        getChildren()
                .add(Controls.column(8, Controls.label(words.get("review.mail.signature"), "section-title"), grid));
    }

    private void change(Waiting one) {
        Value fact = one.fact();
        if (fact == null) {
            return;
        }
        GridPane grid = grid();
        if (!one.present().isEmpty()) {
            row(grid, words.get("review.mail.now"), Value.of(fact.property(), "", one.present()), "review-equal");
        }
        row(grid, words.get("review.mail.new"), fact, "review-only");
        getChildren().add(Controls.column(8, Controls.label(say.kind(fact), "section-title"), grid));
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(16, 8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(110);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        return grid;
    }

    private static void row(GridPane grid, String name, Value value, String style) {
        String text = value.property() == Property.ADDRESS ? PostalAddress.of(value.raw()).shown() : value.raw();
        Label said = style.isEmpty() ? Controls.paragraph(text) : Controls.paragraph(text, style);
        grid.addRow(grid.getRowCount(), Controls.label(name, "fact-name"), said);
    }

    /** The line that it was read from, and the way to the mail. */
    private Node proof(Acts acts) {
        Waiting one = about.waiting();
        VBox box = Controls.column(8);
        String line = one.line();
        if (!line.isEmpty()) {
            box.getChildren().addAll(
                    Controls.label(words.get(switch (one.kind()) {
                        case BOUNCE -> "review.mail.answer";
                        case MOVED -> "review.mail.sentence";
                        case PERSON, ROLE, FACT -> "review.mail.line";
                    }), "section-title"),
                    Controls.paragraph(line.contains(one.status()) ? line : one.status() + " " + line,
                            "proposal-line"));
        }
        Long conversation = one.conversation();
        if (conversation != null) {
            var open = Controls.button(words.get("review.mail.open", say.dates().brief(one.last())),
                    () -> acts.mail().accept(conversation), "flat");
            open.setGraphic(Controls.icon("fth-mail"));
            box.getChildren().add(open);
        }
        return box;
    }
}
