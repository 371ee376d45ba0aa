package app.kith.ui.sync;

import app.kith.account.AddressBook;
import app.kith.account.AddressBook.Direction;
import app.kith.sync.carddav.BookPlan;
import app.kith.sync.carddav.BookPlan.Item;
import app.kith.sync.carddav.BookPlan.Kind;
import app.kith.sync.carddav.BookReport;
import app.kith.ui.look.Controls;
import app.kith.ui.sync.BooksModel.Open;
import app.kith.ui.sync.BooksModel.Row;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** One address book: how it is followed, what the next pass would do, and what the user is to decide. */
final class BookPane extends VBox {
    private static final int MOST_ITEMS = 40;

    private final BooksModel model;
    private final Words words;
    private final Consumer<KithException> failed;
    private final Label state = Controls.paragraph("", "muted");
    private final VBox open = Controls.column(8);
    private final VBox plan = Controls.column(8);
    private Row row;

    BookPane(Row row, BooksModel model, Words words, Consumer<KithException> failed) {
        this.row = row;
        this.model = model;
        this.words = words;
        this.failed = failed;
        setSpacing(8);
        AddressBook book = row.book();
        List<Direction> ways = book.writable() ? List.of(Direction.values()) : List.of(Direction.OFF, Direction.READ);
        ComboBox<Direction> way = Controls.choice(ways, book.direction(),
                one -> words.get("book.direction." + one.word()));
        way.setAccessibleText(words.get("screen.books.direction"));
        way.valueProperty().subscribe((_, now) -> model.set(this.row.book().going(now), failed));
        TextField tag = new TextField(book.tag());
        tag.setPromptText(words.get("screen.books.tag-prompt"));
        tag.setAccessibleText(words.get("screen.books.tag"));
        tag.setOnAction(_ -> model.set(this.row.book().tagged(tag.getText().strip()), failed));
        Node adds = Controls.row(8, Controls.label(words.get("screen.books.tag"), "muted"), tag);
        adds.setVisible(book.isWritten());
        adds.setManaged(book.isWritten());
        way.setMinWidth(USE_PREF_SIZE);
        VBox title = Controls.column(2, Controls.label(book.name(), "row-strong"),
                Controls.label(row.account().email() + " · " + book.url(), "muted"));
        title.setMinWidth(0);
        getChildren().addAll(Controls.row(12, Controls.icon("fth-book-open"), title, Controls.spring(), way), adds,
                state, open, plan);
        offer();
    }

    void show(Row now) {
        row = now;
        AddressBook book = now.book();
        state.setText(book.direction() == Direction.OFF
                ? words.get("screen.books.off")
                : !book.accepted()
                        ? words.get("screen.books.waits")
                        : now.toSend() == 0
                                ? words.get("screen.books.in-step")
                                : words.count("screen.books.to-send", now.toSend()));
        open.getChildren().setAll(now.open().stream().map(this::difference).toList());
    }

    /** Both versions stand there; a press on one decides. */
    private Node difference(Open one) {
        String property = words.get("record.property." + one.difference().property().name().toLowerCase(Locale.ROOT));
        String ours = values(one.difference().ours());
        String theirs = values(one.difference().theirs());
        return Controls.column(4,
                Controls.paragraph(words.get("screen.books.differs", one.name(), property), "trouble"),
                Controls.row(8, Controls.button(words.get("screen.books.ours", ours),
                        () -> model.decide(row, one.difference(), true, failed)),
                        Controls.button(words.get("screen.books.theirs", theirs),
                                () -> model.decide(row, one.difference(), false, failed))));
    }

    private String values(List<String> values) {
        return values.isEmpty() ? words.get("screen.books.nothing-said") : String.join(", ", values);
    }

    private void offer() {
        plan.getChildren().setAll(row.book().direction() == Direction.OFF
                ? List.of()
                : List.of(Controls.button(words.get("screen.books.ask"), this::ask, "flat", "small")));
    }

    private void ask() {
        plan.getChildren().setAll(Controls.label(words.get("screen.plan.asking"), "muted"));
        model.plan(row, this::show, this::trouble);
    }

    private void trouble(KithException failure) {
        offer();
        plan.getChildren().add(Controls.paragraph(words.sentence(failure), "trouble"));
    }

    private void show(BookPlan planned) {
        List<Node> parts = new ArrayList<>();
        String sum = Arrays.stream(Kind.values()).filter(kind -> planned.count(kind) > 0)
                .map(kind -> words.get("book.kind." + kind.word()) + " " + planned.count(kind))
                .collect(Collectors.joining(" · "));
        parts.add(Controls.paragraph(sum.isEmpty() ? words.get("screen.books.nothing") : sum, "plan-sum"));
        planned.items().stream().limit(MOST_ITEMS).map(this::item).forEach(parts::add);
        if (planned.items().size() > MOST_ITEMS) {
            parts.add(Controls.label(words.count("screen.pending.more", planned.items().size() - MOST_ITEMS),
                    "muted"));
        }
        var buttons = Controls.row(8);
        if (!planned.items().isEmpty() || !row.book().accepted()) {
            buttons.getChildren().add(Controls.button(words.get("screen.books.accept"), this::accept, "accent"));
        }
        buttons.getChildren().add(Controls.button(words.get("screen.plan.leave"), this::offer));
        parts.add(buttons);
        plan.getChildren().setAll(parts);
    }

    private Node item(Item item) {
        Label kind = Controls.label(words.get("book.kind." + item.kind().word()), "muted");
        kind.setMinWidth(USE_PREF_SIZE);
        String details = item.details().stream().map(one -> item.kind() == Kind.LEFT_OUT ? words.get(one) : one)
                .collect(Collectors.joining("; "));
        Label text = Controls.label(details, "row-text");
        text.setMinWidth(0);
        return Controls.row(8, Controls.label(item.name().isEmpty() ? item.href() : item.name(), "row-strong"), kind,
                text);
    }

    private void accept() {
        plan.getChildren().setAll(Controls.label(words.get("screen.books.doing"), "muted"));
        model.accept(row, this::done, this::trouble);
    }

    private void done(BookReport report) {
        offer();
        KithException error = report.error();
        plan.getChildren().add(error == null
                ? Controls.paragraph(words.get("book.cli.done", report.name(), report.onServer(), report.local(),
                        report.fetched(), report.sent(), report.removed()), "muted")
                : Controls.paragraph(words.sentence(error), "trouble"));
    }
}
