package app.kith.ui;

import app.kith.ui.customer.CustomerModel;
import app.kith.ui.customer.CustomerView;
import app.kith.ui.customer.FactWays;
import app.kith.ui.customer.FactsView;
import app.kith.ui.customer.NextStep;
import app.kith.ui.customer.Portrait;
import app.kith.ui.exchange.HandOverAct;
import app.kith.ui.files.FilesModel;
import app.kith.ui.files.FilesView;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.ui.mail.ConversationModel;
import app.kith.ui.mail.ConversationView;
import app.kith.ui.record.EntryFiles;
import app.kith.ui.record.EraseAct;
import app.kith.ui.record.TimelineModel;
import app.kith.ui.record.TimelineView;
import app.kith.words.Words;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The parts of which the page of a customer is put together, in the main window and in windows of their own. */
final class CustomerPage {
    private final Session session;
    private final Models models;
    private final Words words;
    private final Dates dates;
    private final Outside outside;

    /**
     * The models of a page.
     *
     * @param customer the customer
     * @param conversation the conversation that is open on the page
     * @param timeline the timeline
     * @param files the files
     */
    record Models(CustomerModel customer, ConversationModel conversation, TimelineModel timeline, FilesModel files) {}

    CustomerPage(Session session, Models models, Words words, Dates dates, Outside outside) {
        this.session = session;
        this.models = models;
        this.words = words;
        this.dates = dates;
        this.outside = outside;
    }

    /** The conversation that is open over the page. */
    ConversationView opened() {
        return new ConversationView(models.conversation(), words, dates, outside, session.background(),
                session.openedFiles(), () -> models.customer().openedProperty().set(null));
    }

    CustomerView view(ConversationView opened, Writing.Acts writing) {
        TimelineView timeline = new TimelineView(models.timeline(), session.recordActs(), words, dates, session.clock(),
                new EntryFiles(session.desk().keptFiles(), session.background(), outside, words,
                        session.fileActs(outside, words)::open),
                new TimelineView.Opening(conversation -> models.customer().openedProperty().set(conversation),
                        this::openMail));
        FilesView files = new FilesView(models.files(), words, dates, session.fileActs(outside, words),
                new FilesView.Acts(file -> models.customer().openedProperty().set(file.conversation()), _ -> {}));
        return new CustomerView(models.customer(), opened, words, dates,
                new CustomerView.Parts(timeline, files, models.files()::look, new Portrait(session.background())),
                new CustomerView.Acts(outside::copy, person -> writing.write().accept(List.of(person)),
                        session::showCompanyOf,
                        new HandOverAct(session.desk().transfers()::handOver, session.desk().transfers()::profiles,
                                session.background(),
                                outside,
                                words, session.clock().getZone())::begin,
                        session.recordActs()::erase, forGood(), following()));
    }

    /** Opens the conversation of a mail; one that is gone is said to be. */
    private void openMail(long message) {
        session.background().run("entry-mail", () -> session.desk().conversations().message(message),
                row -> row.ifPresentOrElse(one -> models.customer().openedProperty().set(one.conversation()),
                        () -> outside.say(words.get("record.entry-mail-gone"))),
                failure -> outside.say(words.sentence(failure)));
    }

    private @Nullable LongConsumer forGood() {
        Runnable reopen = session.reopening();
        return reopen == null
                ? null
                : new EraseAct(session.desk()::erasures, session.background(), outside, words, reopen)::begin;
    }

    private NextStep.Acts following() {
        return new NextStep.Acts() {
            @Override
            public void done(long task) {
                session.today().taskDone(task);
            }

            @Override
            public void keepInTouch(long contact, int days) {
                session.today().keepInTouch(contact, days);
            }
        };
    }

    /** The facts; a click on somebody related goes there, one beside an address begins a letter. */
    FactsView facts(LongConsumer go, Writing.Acts writing) {
        return new FactsView(models.customer(), new SimpleBooleanProperty(false), words, dates,
                around(session, outside, go, writing), session.recordActs());
    }

    /** What facts need of what is around them. */
    static FactsView.Around around(Session session, Outside outside, LongConsumer go, Writing.Acts writing) {
        return new FactsView.Around(
                new FactWays.Acts(outside::copy, outside::open, person -> writing.write().accept(List.of(person))), go,
                session::people, session.background());
    }
}
