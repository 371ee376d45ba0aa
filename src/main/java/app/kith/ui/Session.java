package app.kith.ui;

import app.kith.contact.Stage;
import app.kith.desk.BulkEdits;
import app.kith.desk.Desk;
import app.kith.desk.Rules;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Order;
import app.kith.ui.board.BoardModel;
import app.kith.ui.company.CompaniesModel;
import app.kith.ui.customer.CustomerModel;
import app.kith.ui.customer.CustomersModel;
import app.kith.ui.entries.EntriesModel;
import app.kith.ui.exchange.JobsModel;
import app.kith.ui.exchange.OutModel;
import app.kith.ui.files.FilesModel;
import app.kith.ui.guard.CareModel;
import app.kith.ui.guard.TrialModel;
import app.kith.ui.look.Outside;
import app.kith.ui.mail.ConversationModel;
import app.kith.ui.mail.ConversationsModel;
import app.kith.ui.mail.FileActs;
import app.kith.ui.mail.MailActs;
import app.kith.ui.mail.OpenedFiles;
import app.kith.ui.mail.WholeActs;
import app.kith.ui.outbox.OutboxModel;
import app.kith.ui.record.HistoryModel;
import app.kith.ui.record.RecordActs;
import app.kith.ui.record.SourcesModel;
import app.kith.ui.record.TimelineModel;
import app.kith.ui.review.Lookout;
import app.kith.ui.review.ProposalsModel;
import app.kith.ui.review.ReviewModel;
import app.kith.ui.rule.Known;
import app.kith.ui.rule.RulesModel;
import app.kith.ui.sync.Alarms;
import app.kith.ui.sync.BooksModel;
import app.kith.ui.sync.NewMail;
import app.kith.ui.sync.PendingModel;
import app.kith.ui.sync.SyncModel;
import app.kith.ui.today.TodayModel;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.EndingBackground;
import app.kith.words.Words;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open desk with the models of the window; they outlive the views, which are made anew for another language. */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Desk desk;
    private final AutoCloseable owner;
    private final EndingBackground background;
    private final ChangeFeed feed;
    private final CustomersModel customers;
    private final BoardModel board;
    private final CustomerModel customer;
    private final ConversationModel customerConversation;
    private final ConversationsModel conversations;
    private final ConversationModel conversation;
    private final CustomerModel counterpart;
    private final SyncModel sync;
    private final OutboxModel outbox;
    private final PendingModel pending;
    private final BooksModel books;
    private final MailActs acts;
    private final WholeActs wholeActs;
    private final RecordActs recordActs;
    private final TimelineModel timeline;
    private final HistoryModel history;
    private final SourcesModel sources;
    private final ReviewModel review;
    private final Lookout lookout;
    private final NewMail newMail;
    private final TodayModel today;
    private final CompaniesModel companies;
    private final FilesModel files;
    private final FilesModel customerFiles;
    private final EntriesModel entries;
    private final CompanyPage.Models firm;
    private Runnable companyShown = () -> {};
    private final ProposalsModel proposals;
    private final JobsModel jobs;
    private final OutModel out;
    private final Tidying tidying;
    private final CareModel care;
    private final TrialModel trials;
    private final Alarms alarms = new Alarms();
    private @Nullable Runnable reopening;
    private @Nullable Runnable rebuilding;
    private final RulesModel rules;
    private final Clock clock;
    private AutoCloseable ruleWatch = () -> {};
    private final OpenedFiles openedFiles = new OpenedFiles();
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(this, "place", Place.CUSTOMERS);

    /** The views that the navigation leads to, in its order; the first has the key Ctrl+1, the second Ctrl+2 … the ninth Ctrl+9. */
    enum Place {
        TODAY,
        CUSTOMERS,
        COMPANIES,
        MAIL,
        REVIEW,
        FILES,
        OUTBOX,
        SYNC,
        HISTORY,
        RECORDS;

        /** The keys have one digit; what lies behind has none. */
        private static final int KEYS = 9;

        /** The place that a key leads to; null where there are not so many. */
        static @Nullable Place byKey(int digit) {
            return digit >= 1 && digit <= KEYS ? values()[digit - 1] : null;
        }
    }

    /**
     * Makes the models.
     *
     * @param desk what is shown
     * @param owner closed at the end, and the desk with it
     * @param around where work is done
     * @param clock what time it is
     */
    Session(Desk desk, AutoCloseable owner, Background around, Clock clock) {
        this.desk = desk;
        this.owner = owner;
        this.background = new EndingBackground(around);
        this.clock = clock;
        feed = new ChangeFeed(background, desk::subscribe);
        acts = new MailActs(desk.operations(), desk.folders(), background);
        acts.setPins(desk.pins());
        ChangeFeed people = feedOf(Place.CUSTOMERS);
        customers = new CustomersModel(desk.customerList(), desk.segments(), desk.ownFields()::known, desk.stages(),
                background, people, clock);
        customer = customerModel(people, "customer");
        customer.idProperty().bind(customers.selectedProperty());
        customerConversation = conversationModel(people, "customer-conversation");
        customerConversation.idProperty().bind(customer.openedProperty());
        ChangeFeed mail = feedOf(Place.MAIL);
        conversations = new ConversationsModel(desk.conversationList(), background, mail, clock);
        wholeActs = new WholeActs(desk.conversationActs(), background);
        wholeActs.setOnLeaving(conversations::leave);
        acts.setChoosing(() -> conversations.chosenProperty().get().size() > 1 && place.get() == Place.MAIL);
        conversation = conversationModel(mail, "conversation");
        conversation.idProperty().bind(conversations.selectedProperty());
        conversation.scopeProperty().bind(conversations.scopeProperty());
        counterpart = customerModel(mail, "counterpart");
        conversation.shownProperty().subscribe(now -> counterpart.idProperty()
                .set(now == null ? null : now.row().contact()));
        sync = new SyncModel(desk.sync(), desk.accounts(), desk.folders(), background, feed, clock);
        outbox = new OutboxModel(desk.outbox(), desk.accounts(), desk.conversations(), desk.sync(), background, feed,
                clock);
        recordActs = new RecordActs(desk.records(), desk.sources(), desk.history(), background);
        recordActs.setFields(() -> customers.besideProperty().get().fields());
        recordActs.setStages(() -> customers.besideProperty().get().stages().stream().map(Stage::name).toList());
        board = new BoardModel(desk.customerList(), desk.stages(), customers, recordActs, background, people, clock);
        today = new TodayModel(desk.agenda(clock), desk.ahead(clock), desk.followUps(clock), recordActs, background,
                feedOf(Place.TODAY),
                clock);
        conversation.setOnSettle(today::settle);
        customerConversation.setOnSettle(today::settle);
        conversation.setOnRemind(today::remind);
        customerConversation.setOnRemind(today::remind);
        timeline = new TimelineModel(desk.timeline(), background, people, "timeline");
        timeline.idProperty().bind(customers.selectedProperty());
        sources = new SourcesModel(desk.sources(), recordActs, background, feed);
        history = new HistoryModel(desk.history(), background, feedOf(Place.HISTORY));
        ChangeFeed firms = feedOf(Place.COMPANIES);
        companies = new CompaniesModel(desk.companies(), background, firms);
        files = new FilesModel(desk.files(), background, feedOf(Place.FILES));
        customerFiles = new FilesModel(desk.files(), background, people, "customer-files",
                customer.idProperty().map(List::of));
        entries = new EntriesModel(desk.entries(), background, feedOf(Place.RECORDS), clock);
        firm = CompanyPage.Models.of(this, firms);
        firm.company().idProperty().bind(companies.selectedProperty());
        proposals = new ProposalsModel(desk.proposals(), recordActs, background, feedOf(Place.REVIEW));
        jobs = new JobsModel(desk.jobs(), background);
        out = new OutModel(desk.transfers(), desk.accounts()::list, background);
        tidying = new Tidying(desk.compaction(), background);
        care = new CareModel(desk, background);
        feed.listen(_ -> care.lookSoon());
        care.look();
        trials = new TrialModel(desk.backupChecks(), background, care::look);
        rules = new RulesModel(desk.rules(), recordActs, background, () -> Known.of(desk));
        feedOf(Place.REVIEW).listen(_ -> rules.look());
        rules.look();
        review = new ReviewModel(desk.duplicates(), desk.customers(), recordActs, background);
        lookout = new Lookout(review, background, place.map(Place.REVIEW::equals));
        feed.listen(lookout::changed);
        newMail = new NewMail(desk.arrivedMail(), background, clock);
        feed.listen(newMail::changed);
        books = new BooksModel(desk.addressBooks(), desk.accounts(), background, feed);
        pending = new PendingModel(desk.operations(), desk::draftsWaiting, desk.conversations(), background, feed);
    }

    /** News for the models of one place; the others' are told of arriving mail less often. */
    private ChangeFeed feedOf(Place one) {
        return feed.of(place.map(one::equals));
    }

    /** A model of one customer: of nobody, until it is said of whom. */
    CustomerModel customerModel(ChangeFeed of, String name) {
        return new CustomerModel(new CustomerModel.Queries(desk.customers(), desk.conversations(), desk.due(),
                desk.relations(), desk.formerValues(), desk.stageSteps(), clock), background, of, name);
    }

    /** A model of one conversation: of none, until it is said of which. */
    ConversationModel conversationModel(ChangeFeed of, String name) {
        ConversationModel made = new ConversationModel(desk.conversations(), desk.mails(), desk.readings(), acts,
                background, of, name);
        made.setWhole(wholeActs);
        return made;
    }

    Desk desk() {
        return desk;
    }

    /** What is done with files that are listed. */
    FileActs fileActs(Outside outside, Words words) {
        return new FileActs(message -> {
            desk.mails().complete(message);
            return desk.mails().read(message);
        }, desk.keptFiles(), background, openedFiles, outside, words);
    }

    Background background() {
        return background;
    }

    CustomersModel customers() {
        return customers;
    }

    /** The customers as a board. */
    BoardModel board() {
        return board;
    }

    CustomerModel customer() {
        return customer;
    }

    ConversationModel customerConversation() {
        return customerConversation;
    }

    ConversationsModel conversations() {
        return conversations;
    }

    /** What the user does to whole conversations. */
    WholeActs wholeActs() {
        return wholeActs;
    }

    ConversationModel conversation() {
        return conversation;
    }

    /** The customer with whom the conversation of the mail view is held. */
    CustomerModel counterpart() {
        return counterpart;
    }

    OpenedFiles openedFiles() {
        return openedFiles;
    }

    OutboxModel outbox() {
        return outbox;
    }

    /** What the user's changes to mail wait for. */
    BooksModel books() {
        return books;
    }

    PendingModel pending() {
        return pending;
    }

    /** What the user does to records. */
    RecordActs recordActs() {
        return recordActs;
    }

    /** Does something to many customers at once. */
    void edit(List<Long> contacts, BulkEdits.Edit edit) {
        recordActs.enter(() -> desk.bulkEdits().edit(contacts, edit));
    }

    /** Some customers whom typed words may mean, last in touch first; blocks. */
    List<CustomerRow> people(String typed) {
        return desk.customers()
                .rows(Arrays.stream(desk.customers().ids(typed, Order.LAST_CONTACT, 6)).boxed().toList());
    }

    /** The files of the customer that is shown. */
    FilesModel customerFiles() {
        return customerFiles;
    }

    /** The timeline of the customer that is shown. */
    TimelineModel timeline() {
        return timeline;
    }

    HistoryModel history() {
        return history;
    }

    /** Where everything came from. */
    SourcesModel sources() {
        return sources;
    }

    CompaniesModel companies() {
        return companies;
    }

    /** The files of mail. */
    FilesModel files() {
        return files;
    }

    /** The business records of all customers. */
    EntriesModel entries() {
        return entries;
    }

    /** The company that is shown. */
    CompanyPage.Models firm() {
        return firm;
    }

    /** Says what is done when a company is gone to from elsewhere. */
    void setOnCompany(Runnable act) {
        companyShown = act;
    }

    /** What mail proposes. */
    ProposalsModel proposals() {
        return proposals;
    }

    /** Saved imports and watched folders. */
    JobsModel jobs() {
        return jobs;
    }

    /** Mail and everything on their way into files. */
    OutModel out() {
        return out;
    }

    /** Closes the data folder and opens it again; null where that cannot be done. */
    @Nullable
    Runnable reopening() {
        return reopening;
    }

    void setReopening(Runnable act, Runnable building) {
        reopening = act;
        rebuilding = building;
    }

    /** The same, and builds the store anew from the logs; null where that cannot be done. */
    @Nullable
    Runnable rebuilding() {
        return rebuilding;
    }

    /** What makes the mail log smaller by and by. */
    Tidying tidying() {
        return tidying;
    }

    /** What is lacking for the data to be safe. */
    CareModel care() {
        return care;
    }

    /** Tries backups. */
    TrialModel trials() {
        return trials;
    }

    /** Looks for duplicates by itself. */
    Lookout lookout() {
        return lookout;
    }

    /** Tells when customers have written. */
    NewMail newMail() {
        return newMail;
    }

    /** The user's rules. */
    RulesModel rules() {
        return rules;
    }

    /**
     * Has the rules run from now on whenever something changed.
     *
     * @param told told of what they did, on a thread of theirs
     */
    void followRules(Consumer<List<Rules.Did>> told) {
        ruleWatch = desk.followRules(told);
    }

    /** Customers who are perhaps one. */
    ReviewModel review() {
        return review;
    }

    /** What is to be done today. */
    TodayModel today() {
        return today;
    }

    Clock clock() {
        return clock;
    }

    /** Goes to the page of a customer's company, where one is known. */
    void showCompanyOf(long contact) {
        background.run("company-of", () -> desk.companies().of(contact), found -> found.ifPresent(id -> {
            if (companies.rows().at(id) < 0) {
                companies.endSearch();
            }
            companies.selectedProperty().set(id);
            place.set(Place.COMPANIES);
            companyShown.run();
        }), recordActs::failed);
    }

    MailActs acts() {
        return acts;
    }

    SyncModel sync() {
        return sync;
    }

    /** What was told already of what is wrong. */
    Alarms alarms() {
        return alarms;
    }

    /** Sends what waits and has all accounts followed by a pass, now. */
    void sendAndFetch() {
        outbox.sendDue();
        sync.startAll();
    }

    ObjectProperty<Place> place() {
        return place;
    }

    /** Ends the passes, then closes the desk; blocks until all that was received is kept. */
    @Override
    public void close() {
        openedFiles.close();
        tidying.close();
        trials.close();
        out.close();
        review.stop();
        try {
            ruleWatch.close();
            feed.close();
            outbox.close();
            sync.close();
            background.close();
            owner.close();
        } catch (Exception e) {
            LOG.error("The desk could not be closed in order", e);
        }
    }
}
