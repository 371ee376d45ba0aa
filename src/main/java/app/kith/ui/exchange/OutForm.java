package app.kith.ui.exchange;

import app.kith.account.Account;
import app.kith.desk.Destination;
import app.kith.desk.ExportedMail;
import app.kith.desk.MailExport;
import app.kith.mail.SafeFileName;
import app.kith.store.MailList;
import app.kith.ui.exchange.OutModel.State;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Outside;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** What leaves the program as files: customers, mail, or everything. */
public final class OutForm extends VBox {
    private final OutModel model;
    private final Words words;
    private final Outside outside;
    private final ZoneId zone;
    private final @Nullable Person person;
    private final ComboBox<Of> whose;
    private final ComboBox<MailExport.Format> format;
    private final ComboBox<Extent> extent;

    /**
     * The customer who is on the page.
     *
     * @param contact number of the customer
     * @param name the customer's name
     */
    public record Person(long contact, String name) {}

    /** Whose mail is written out. */
    private sealed interface Of {
        record Everybody() implements Of {}

        record One(Person person) implements Of {}

        record In(Account account) implements Of {}
    }

    /** How much of what Kith knows is written out. */
    private enum Extent {
        WITH_MAILS,
        DOCUMENT,
        PERSON
    }

    /**
     * Makes the form; it reads the mailboxes.
     *
     * @param model writes mail and everything
     * @param customers the form for customers
     * @param person the customer who is on the page; null for nobody
     * @param words the language
     * @param outside asks for places
     * @param zone where the user is
     * @param close closes the form
     */
    public OutForm(OutModel model, Node customers, @Nullable Person person, Words words, Outside outside, ZoneId zone,
            Runnable close) {
        super(12);
        this.model = model;
        this.person = person;
        this.words = words;
        this.outside = outside;
        this.zone = zone;
        whose = Controls.choice(List.of(), null, this::name);
        whose.setAccessibleText(words.get("out.whose"));
        format = Controls.choice(List.of(MailExport.Format.values()), MailExport.Format.EML,
                one -> words.get("out.format." + one.name().toLowerCase(Locale.ROOT)));
        format.setAccessibleText(words.get("out.format"));
        extent = Controls.choice(Arrays.stream(Extent.values()).filter(one -> person != null || one != Extent.PERSON)
                .toList(), Extent.WITH_MAILS, this::name);
        extent.setAccessibleText(words.get("out.extent"));
        getStyleClass().addAll("form", "wide");
        model.accounts(this::whose, failure -> outside.say(words.sentence(failure)));
        getChildren().addAll(Controls.label(words.get("out.title"), "form-title"),
                tabs(List.of("out.customers", "out.mail", "out.everything"),
                        List.of(customers, mail(close), everything(close))));
    }

    private Node tabs(List<String> names, List<Node> pages) {
        SegmentedButton tabs = new SegmentedButton();
        StackPane place = new StackPane();
        for (int i = 0; i < names.size(); i++) {
            ToggleButton tab = new ToggleButton(words.get(names.get(i)));
            // A click on the one that is on must not put it off.
            tab.setOnAction(_ -> tab.setSelected(true));
            Controls.showWhen(pages.get(i), tab.selectedProperty());
            tabs.getButtons().add(tab);
        }
        tabs.getButtons().getFirst().setSelected(true);
        place.getChildren().setAll(pages);
        VBox all = Controls.column(12, Controls.row(0, tabs), place);
        VBox.setVgrow(place, Priority.ALWAYS);
        VBox.setVgrow(all, Priority.ALWAYS);
        return all;
    }

    private void whose(List<Account> accounts) {
        List<Of> all = new ArrayList<>(List.of(new Of.Everybody()));
        if (person != null) {
            all.add(new Of.One(person));
        }
        if (accounts.size() > 1) {
            accounts.forEach(account -> all.add(new Of.In(account)));
        }
        whose.getItems().setAll(all);
        whose.setValue(all.getFirst());
    }

    private String name(Of of) {
        return switch (of) {
            case Of.Everybody _ -> words.get("out.all-mail");
            case Of.One one -> words.get("out.mail-of", one.person().name());
            case Of.In in -> words.get("out.mail-in", in.account().email());
        };
    }

    private Node mail(Runnable close) {
        GridPane how = new GridPane(8, 8);
        how.addRow(0, Controls.label(words.get("out.whose"), "field-name"), whose);
        how.addRow(1, Controls.label(words.get("out.format"), "field-name"), format);
        return page("out.mail-text", how, close, () -> place(
                words.get("out.mail-file") + (format.getValue() == MailExport.Format.MBOX ? ".mbox" : ".zip"),
                to -> model.mail(filter(Objects.requireNonNull(whose.getValue())), format.getValue(), to)));
    }

    private static MailList.Filter filter(Of of) {
        return switch (of) {
            case Of.Everybody _ -> MailList.Filter.ALL;
            case Of.One one -> new MailList.Filter(one.person().contact(), "", 0);
            case Of.In in -> new MailList.Filter(0, "", in.account().id());
        };
    }

    private String name(Extent one) {
        String key = "out.extent." + one.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return one == Extent.PERSON && person != null ? words.get(key, person.name()) : words.get(key);
    }

    private Node everything(Runnable close) {
        GridPane how = new GridPane(8, 8);
        how.addRow(0, Controls.label(words.get("out.extent"), "field-name"), extent);
        return page("out.everything-text", how, close, () -> {
            switch (extent.getValue()) {
                case WITH_MAILS -> place(words.get("out.everything-file") + ".zip", to -> model.everything(true, to));
                case DOCUMENT -> place(words.get("out.everything-file") + ".json", to -> model.everything(false, to));
                case PERSON -> about(Objects.requireNonNull(person));
            }
        });
    }

    private void about(Person one) {
        place(SafeFileName.of(one.name()) + ".json", to -> model.person(one.contact(), to));
    }

    /** Whoever chooses a file that is there has been asked about it by the system's dialog. */
    private void place(String name, Consumer<Destination> then) {
        outside.file(name).ifPresent(out -> then.accept(new Destination(out, true, words, zone)));
    }

    private Node page(String text, Node how, Runnable close, Runnable begin) {
        Button write = Controls.button(words.get("out.begin"), begin, "accent");
        Button stop = Controls.button(words.get("out.stop"), model::stop);
        Label status = Controls.paragraph("", "muted");
        Button open = Controls.button(words.get("handover.open"), () -> {}, "flat");
        model.stateProperty().when(Controls.attached(this)).subscribe(now -> {
            status.setText(told(now));
            write.setDisable(now.isRunning());
            shown(stop, now.isRunning());
            Path out = now.out();
            shown(open, now.done() != null);
            open.setOnAction(_ -> outside.openFile(Objects.requireNonNull(out)));
        });
        return Controls.column(12, Controls.paragraph(words.get(text), "muted"), how,
                Controls.row(8, status, open, stop), Controls.row(8, Controls.spring(),
                        Controls.button(words.get("screen.close"), close), write));
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private String told(State now) {
        Path out = now.out();
        ExportedMail done = now.done();
        KithException failure = now.failure();
        if (out == null) {
            return "";
        }
        if (failure != null) {
            return failure.problem() == Problem.CANCELLED ? words.get("out.stopped") : words.sentence(failure);
        }
        if (done == null) {
            return words.count("out.running", now.mails());
        }
        String text = words.count("export.mail-done", done.mails(), out.getFileName());
        long notWhole = done.headersOnly() + (long) done.aside().size();
        return notWhole == 0 ? text : text + " " + words.count("handover.not-whole", notWhole);
    }
}
