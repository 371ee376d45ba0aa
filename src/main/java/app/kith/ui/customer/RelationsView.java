package app.kith.ui.customer;

import app.kith.store.RelationView.Related;
import app.kith.ui.customer.FactsView.Around;
import app.kith.ui.look.Controls;
import app.kith.ui.record.FactKind;
import app.kith.ui.record.RecordActs;
import app.kith.ui.record.RelationForm;
import app.kith.words.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** Who is in a relation to a customer; a click goes there. One more is entered in its place. */
final class RelationsView extends VBox {
    private final long contact;
    private final Words words;
    private final Around around;
    private final RecordActs acts;
    private final VBox adding = Controls.column(0);

    RelationsView(long contact, List<Related> related, Words words, Around around, RecordActs acts) {
        super(8);
        this.contact = contact;
        this.words = words;
        this.around = around;
        this.acts = acts;
        getStyleClass().add("relations");
        getChildren().add(Controls.row(8, Controls.label(words.get("list.relations"), "section-title"),
                Controls.spring(), Controls.iconButton("fth-plus", words.get("list.relation.add"), this::add)));
        getChildren().add(adding);
        related.forEach(one -> getChildren().add(line(one)));
    }

    private Node line(Related one) {
        Node who;
        if (one.contact() == 0) {
            who = Controls.label(one.name());
        } else {
            Hyperlink link = new Hyperlink(one.name());
            link.setMnemonicParsing(false);
            link.setOnAction(_ -> around.go().accept(one.contact()));
            who = link;
        }
        String kind = FactKind.relation(words, one.kind());
        Node wrong = Controls.iconButton("fth-x", words.get("list.relation.remove", kind, one.name()),
                () -> acts.edit(one.holder(), List.of(), List.of(one.value())));
        wrong.getStyleClass().add("fact-menu");
        VBox line = Controls.column(0, Controls.row(4, Controls.label(kind, "fact-name"), Controls.spring(), wrong),
                who);
        line.getStyleClass().add("fact");
        return line;
    }

    private void add() {
        RelationForm form = new RelationForm(contact, around.people(), around.background(), words,
                value -> acts.edit(contact, List.of(value), List.of()), adding.getChildren()::clear);
        adding.getChildren().setAll(form);
        form.begin();
    }
}
