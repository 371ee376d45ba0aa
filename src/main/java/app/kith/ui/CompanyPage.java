package app.kith.ui;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.mail.Mailbox;
import app.kith.store.Companies.Company;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.FileList.FileRow;
import app.kith.ui.company.CompanyModel;
import app.kith.ui.company.CompanyView;
import app.kith.ui.company.CompanyView.Letter;
import app.kith.ui.customer.CustomerModel;
import app.kith.ui.customer.FactsView;
import app.kith.ui.files.FilesModel;
import app.kith.ui.files.FilesView;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.ui.record.EntryFiles;
import app.kith.ui.record.TimelineModel;
import app.kith.ui.record.TimelineView;
import app.kith.ui.work.ChangeFeed;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.VBox;

/** The parts of which the page of a company is put together. */
final class CompanyPage {
    private final Session session;
    private final Models models;
    private final Words words;
    private final Dates dates;
    private final Outside outside;

    /**
     * The models of the page.
     *
     * @param company the company
     * @param card the customer that is the company itself
     * @param timeline what happened with all of its people
     * @param files their files
     */
    record Models(CompanyModel company, CustomerModel card, TimelineModel timeline, FilesModel files) {

        static Models of(Session session, ChangeFeed feed) {
            Desk desk = session.desk();
            CompanyModel company = new CompanyModel(desk.companies(), desk.customers(), desk.conversations(),
                    session.background(), feed);
            CustomerModel card = session.customerModel(feed, "company-card");
            company.companyProperty().subscribe(now -> card.idProperty().set(now == null ? null : now.card()));
            TimelineModel timeline = new TimelineModel(id -> together(desk, id), session.background(), feed,
                    "company-timeline");
            timeline.idProperty().bind(company.idProperty());
            return new Models(company, card, timeline, new FilesModel(desk.files(), session.background(), feed,
                    "company-files", company.companyProperty().map(Company::members)));
        }

        private static TimelineModel.Read together(Desk desk, long id) {
            List<Long> members = desk.companies().members(id);
            Map<Long, String> names = desk.customers().all(members).stream()
                    .collect(Collectors.toMap(CustomerRow::id, CustomerRow::name));
            return new TimelineModel.Read(names, desk.timeline().of(members));
        }
    }

    /**
     * Where the page leads.
     *
     * @param customer opens a customer
     * @param mail opens a conversation
     * @param file opens the mail of a file
     * @param writing begins letters
     */
    record Ways(LongConsumer customer, LongConsumer mail, Consumer<FileRow> file, Writing.Acts writing) {}

    CompanyPage(Session session, Words words, Dates dates, Outside outside) {
        this.session = session;
        this.models = session.firm();
        this.words = words;
        this.dates = dates;
        this.outside = outside;
    }

    CompanyView view(Ways ways) {
        TimelineView timeline = new TimelineView(models.timeline(), session.recordActs(), words, dates, session.clock(),
                new EntryFiles(session.desk().keptFiles(), session.background(), outside, words,
                        session.fileActs(outside, words)::open),
                new TimelineView.Opening(ways.mail(), message -> openMail(message, ways.mail())));
        FilesView files = new FilesView(models.files(), words, dates, session.fileActs(outside, words),
                new FilesView.Acts(ways.file(), ways.customer()));
        return new CompanyView(models.company(), words, dates,
                new CompanyView.Parts(models.card().customerProperty(), timeline, files, models.files()::look),
                new CompanyView.Acts(ways.customer(), ways.mail(), letter -> write(letter, ways.writing())));
    }

    /** Opens the conversation of a mail; one that is gone is said to be. */
    private void openMail(long message, LongConsumer open) {
        session.background().run("company-entry-mail", () -> session.desk().conversations().message(message),
                row -> row.ifPresentOrElse(one -> open.accept(one.conversation()),
                        () -> outside.say(words.get("record.entry-mail-gone"))),
                failure -> outside.say(words.sentence(failure)));
    }

    private void write(Letter letter, Writing.Acts writing) {
        session.background().run("company-letter", () -> addressees(session.desk(), letter), people -> {
            if (people.isEmpty()) {
                outside.say(words.get("company.no-address"));
            } else {
                writing.write().accept(people);
            }
        }, failure -> outside.say(words.sentence(failure)));
    }

    private static List<Mailbox> addressees(Desk desk, Letter letter) {
        List<Mailbox> people = new ArrayList<>();
        for (long one : letter.people()) {
            if (!letter.all() && !people.isEmpty()) {
                break;
            }
            desk.customers().find(one).filter(found -> !found.address().isEmpty())
                    .ifPresent(found -> people.add(new Mailbox(found.row().name(), found.address())));
        }
        return people;
    }

    /** What the company's own card says; where it has none, the way to one. */
    FactsView facts(LongConsumer go, Writing.Acts writing) {
        FactsView facts = new FactsView(models.card(), new SimpleBooleanProperty(false), words, dates,
                CustomerPage.around(session, outside, go, writing), session.recordActs());
        VBox none = Controls.column(12, Controls.label(words.get("screen.facts"), "section-title"),
                Controls.paragraph(words.get("company.no-card"), "muted"),
                Controls.button(words.get("company.make-card"), this::makeCard));
        Controls.showWhen(none, models.company().companyProperty().map(one -> one.card() == null).orElse(false));
        facts.setNobody(none);
        return facts;
    }

    /** The card says the name and the domains, so that it belongs to the company even where nobody else names it. */
    private void makeCard() {
        Company company = models.company().companyProperty().get();
        if (company == null || company.card() != null) {
            return;
        }
        List<Value> values = new ArrayList<>(List.of(Value.of(Property.KIND, "", "company"),
                Value.of(Property.NAME, "", company.row().name())));
        company.row().domains().forEach(domain -> values.add(Value.of(Property.DOMAIN, "", domain)));
        session.recordActs().add(values, _ -> {});
    }
}
