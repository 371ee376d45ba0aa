package app.kith.ui;

import app.kith.assist.FollowUp;
import app.kith.contact.Entry;
import app.kith.store.FileList.FileRow;
import app.kith.ui.Session.Place;
import app.kith.ui.board.BoardView;
import app.kith.ui.company.CompanyCell;
import app.kith.ui.company.CompanyOrder;
import app.kith.ui.company.CompanyView;
import app.kith.ui.compose.Composer.Kind;
import app.kith.ui.customer.ColumnsModel;
import app.kith.ui.customer.CopyOut;
import app.kith.ui.customer.CustomerListView;
import app.kith.ui.customer.CustomerView;
import app.kith.ui.customer.FactsView;
import app.kith.ui.entries.EntriesPage;
import app.kith.ui.files.FilesView;
import app.kith.ui.guard.CareModel.Care;
import app.kith.ui.list.SearchedListView;
import app.kith.ui.list.SearchedListView.Sayings;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.ui.look.Settings;
import app.kith.ui.mail.ConversationListView;
import app.kith.ui.mail.ConversationView;
import app.kith.ui.mail.ConversationsOut;
import app.kith.ui.outbox.OutboxView;
import app.kith.ui.record.HistoryView;
import app.kith.ui.review.ProposalsView;
import app.kith.ui.review.ReviewPage;
import app.kith.ui.review.ReviewView;
import app.kith.ui.sync.AccountSync;
import app.kith.ui.sync.BooksView;
import app.kith.ui.sync.PendingView;
import app.kith.ui.sync.SyncLine;
import app.kith.ui.sync.SyncView;
import app.kith.ui.sync.SyncWords;
import app.kith.ui.today.TodayView;
import app.kith.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** The window once a data folder is open: navigation, the view gone to, and the quiet line at the foot. */
final class MainView extends BorderPane {
    /** More names than these are only counted. */
    private static final int SOME_NAMES = 3;
    /** How often watched folders are looked at. */
    private static final Duration LOOK_EVERY = Duration.seconds(20);

    private final Session session;
    private final Words words;
    private final Writing.Acts writing;
    private final Runnable newCustomer;
    private final LongConsumer apart;
    private final CustomerListView customerList;
    private final SearchedListView companyList;
    private final ConversationListView conversationList;
    private final ConversationView opened;
    private final ConversationView conversation;
    private final TodayView today;
    private final FilesView files;
    private final EntriesPage entries;
    private final CustomerView customer;
    private final CompanyView company;
    private final Panes customers;
    private final Panes companies;
    private final Panes mail;

    /**
     * What the view can ask of the window.
     *
     * @param settings opens the settings
     * @param keep changes and keeps settings
     * @param accounts what can be done to accounts
     * @param writing begins letters
     * @param newCustomer opens the form for a new customer
     * @param importFile lets the user choose a file to take in
     * @param jobs opens the saved imports
     * @param rules opens the rules
     * @param stages opens the stages of the user's sales
     * @param apart opens a customer in a window of its own
     * @param care goes to what is lacking for the data to be safe
     */
    record Acts(Runnable settings, Consumer<UnaryOperator<Settings>> keep, SyncView.Acts accounts,
            Writing.Acts writing, Runnable newCustomer, Runnable importFile, Runnable jobs, Runnable rules,
            Runnable stages, LongConsumer apart, Consumer<Care> care) {}

    MainView(Session session, Settings settings, Words words, Dates dates, Outside outside, Node notice, Acts acts) {
        this.session = session;
        this.words = words;
        this.writing = acts.writing();
        this.newCustomer = acts.newCustomer();
        this.apart = acts.apart();
        getStyleClass().add("main");
        ColumnsModel columns = new ColumnsModel(session.customers(), settings.customers(),
                look -> acts.keep().accept(now -> now.listing(look)));
        customerList = new CustomerListView(session.customers(), columns, words, dates,
                new CustomerListView.Acts(session::edit, property -> session.recordActs().known(property, words),
                        acts.apart(),
                        new CopyOut(session.desk().customerList(), session.desk().transfers().exports(),
                                session.background(),
                                words, dates),
                        outside),
                nothingYet(acts),
                Controls.iconButton("fth-upload", words.get("import.choose"), acts.importFile()),
                Controls.iconButton("fth-user-plus", words.get("record.new-customer"), acts.newCustomer()));
        CustomerPage page = new CustomerPage(session, new CustomerPage.Models(session.customer(),
                session.customerConversation(), session.timeline(), session.customerFiles()), words, dates, outside);
        opened = page.opened();
        customer = page.view(opened, acts.writing());
        customers = new Panes(customerList, customer, page.facts(this::openCustomer, acts.writing()), settings,
                acts.keep(), words.get("screen.nav.customers"));
        customer.setDetails(customers.foldedProperty(), customers::toggleFacts);
        session.conversations().remember(settings.mail(), look -> acts.keep().accept(now -> now.mailing(look)));
        conversationList = new ConversationListView(session.conversations(), words, dates, session.wholeActs(),
                outside, nothingYet(acts));
        conversation = new ConversationView(session.conversation(), words, dates, outside, session.background(),
                session.openedFiles(), null);
        mail = new Panes(conversationList,
                conversation,
                new FactsView(session.counterpart(),
                        session.conversation().shownProperty().map(Objects::nonNull).orElse(false), words, dates,
                        CustomerPage.around(session, outside, this::openCustomer, acts.writing()),
                        session.recordActs()),
                settings, acts.keep(), words.get("screen.nav.mail"));
        customerList.setOnOpened(customers::read);
        customers.setBegin(customerList::begin);
        customerList.setBoard(new BoardView(session.board(), words, dates, new BoardView.Acts(acts.stages(),
                () -> columns.boardProperty().set(false), acts.apart())));
        columns.onProperty().or(columns.boardProperty()).when(Controls.attached(this))
                .subscribe(customers::setWholeList);
        columns.boardProperty().when(Controls.attached(this)).subscribe(session.board().onProperty()::set);
        conversationList.setOnOpened(mail::read);
        new ConversationsOut(session.desk().conversations(), session.desk().mails(), session.openedFiles(), words)
                .from(conversationList.list(), session.background());
        SyncView sync = new SyncView(session.sync(), words, dates,
                new PendingView(session.pending(), words, failure -> outside.say(words.sentence(failure))),
                new BooksView(session.books(), session.sync(), words,
                        failure -> outside.say(words.sentence(failure))),
                acts.accounts());
        session.conversation().setOnAnswer(acts.writing().answer());
        session.customerConversation().setOnAnswer(acts.writing().answer());
        OutboxView outbox = new OutboxView(session.outbox(), words, dates,
                new OutboxView.Acts(() -> acts.writing().write().accept(List.of()), acts.writing().open(),
                        acts.writing().cancelled(), failure -> outside.say(words.sentence(failure))));
        Controls.showWhen(outbox, Navigation.at(session, Place.OUTBOX));
        Controls.every(this, Duration.seconds(1), session.outbox()::tick);
        Controls.showWhen(customers, Navigation.at(session, Place.CUSTOMERS));
        Controls.showWhen(mail, Navigation.at(session, Place.MAIL));
        Controls.showWhen(sync, Navigation.at(session, Place.SYNC));
        today = new TodayView(session.today(), words, dates, session.clock(),
                new TodayView.Acts(this::open, message -> acts.writing().answer().accept(message, Kind.REPLY),
                        session.review().groupsProperty().map(List::size),
                        () -> session.place().set(Place.REVIEW),
                        session.sync().allProperty().map(new SyncWords(words, dates)::trouble),
                        () -> mend(acts.accounts())));
        today.setNotes(session.care().allProperty().flatMap(care -> session.proposals().countsProperty().map(
                counts -> CareNotes.of(care, ReviewPage.waiting(counts), words, acts.care(),
                        () -> session.place().set(Place.REVIEW)))));
        Controls.showWhen(today, Navigation.at(session, Place.TODAY));
        session.today().setOnReminder(one -> remind(one, outside));
        session.newMail().setOnArrived(names -> arrived(names, outside));
        AlarmNotices alarms = new AlarmNotices(session, words, new SyncWords(words, dates), outside);
        session.sync().allProperty().when(Controls.attached(this)).subscribe(_ -> alarms.look());
        session.outbox().rowsProperty().when(Controls.attached(this)).subscribe(_ -> alarms.look());
        Controls.every(this, LOOK_EVERY, alarms::look);
        Controls.every(this, LOOK_EVERY, session.jobs()::look);
        ReviewPage review = new ReviewPage(
                new ReviewView(session.review(), words, dates, Navigation.at(session, Place.REVIEW)),
                new ProposalsView(session.proposals(), words, dates, this::openMail), session.proposals(), words);
        review.addWaiting("fth-repeat", "job.files-wait", session.jobs().waitingProperty().map(List::size),
                acts.jobs());
        review.addWaiting("fth-zap", "rule.all-wait", session.rules().waitingProperty(), acts.rules());
        review.addWaiting("fth-book-open", "book.all-differ", session.books().openProperty(),
                () -> session.place().set(Place.SYNC));
        Controls.showWhen(review, Navigation.at(session, Place.REVIEW));
        companyList = new SearchedListView(session.companies(), words,
                new Sayings(words.get("screen.nav.companies"), words.get("company.search"),
                        words.get("company.nothing-found")),
                () -> new CompanyCell(session.companies().rows(), words, dates), nothingYet(acts),
                new CompanyOrder(session.companies(), words));
        CompanyPage firm = new CompanyPage(session, words, dates, outside);
        company = firm.view(new CompanyPage.Ways(this::readCustomer, this::openMail, this::openFile, acts.writing()));
        companies = new Panes(companyList, company, firm.facts(this::readCustomer, acts.writing()), settings,
                acts.keep(), words.get("screen.nav.companies"));
        company.setDetails(companies.foldedProperty(), companies::toggleFacts);
        companyList.setOnOpened(companies::read);
        session.setOnCompany(companies::read);
        Controls.showWhen(companies, Navigation.at(session, Place.COMPANIES));
        files = new FilesView(session.files(), words, dates,
                session.fileActs(outside, words),
                new FilesView.Acts(this::openFile, this::openCustomer));
        Controls.showWhen(files, Navigation.at(session, Place.FILES));
        entries = new EntriesPage(session.entries(), words, dates, this::openEntry);
        Controls.showWhen(entries, Navigation.at(session, Place.RECORDS));
        HistoryView history = new HistoryView(session.history(), session.sources(), session.recordActs(), words, dates,
                outside);
        Controls.showWhen(history, Navigation.at(session, Place.HISTORY));
        setLeft(new Navigation(session, words, acts.settings(), () -> acts.writing().write().accept(List.of())));
        setCenter(new StackPane(today, customers, companies, mail, review, files, outbox, sync, history, entries));
        HBox foot = Controls.row(8,
                new SyncLine(session.sync(), session.pending(), words, dates, () -> session.place().set(Place.SYNC)),
                Controls.spring(),
                notice);
        foot.getStyleClass().add("foot");
        session.place().when(Controls.attached(this)).subscribe(now -> begin(now, review));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setBottom(foot);
    }

    /** The keys of a place work as soon as one is there. */
    private void begin(Place now, ReviewPage review) {
        switch (now) {
            case TODAY -> today.begin();
            case REVIEW -> review.begin();
            case CUSTOMERS -> customerList.begin();
            case COMPANIES -> companyList.begin();
            case MAIL -> conversationList.begin();
            case FILES -> files.begin();
            case RECORDS -> entries.begin();
            case OUTBOX, SYNC, HISTORY -> {
            }
        }
    }

    /** Opens what is to be followed up: the mail on the customer's page, else among all mail; or the customer. */
    private void open(FollowUp one) {
        long contact = one.with().contact();
        if (contact != 0) {
            session.customers().endSearch();
            session.place().set(Place.CUSTOMERS);
            session.customers().selectedProperty().set(contact);
            session.customer().openedProperty().set(one.conversation() == 0 ? null : one.conversation());
            customers.read();
        } else if (one.conversation() != 0) {
            session.conversations().everything();
            session.place().set(Place.MAIL);
            session.conversations().selectedProperty().set(one.conversation());
            mail.read();
        }
    }

    /** Goes to what is wrong with the sync: to the settings of the mailbox where only they can help. */
    private void mend(SyncView.Acts accounts) {
        session.place().set(Place.SYNC);
        session.sync().allProperty().get().stream().filter(AccountSync::needsMending).findFirst()
                .ifPresent(state -> accounts.edit().accept(state.account()));
    }

    /** Says quietly that the time of a task has come: by the system where it can, else at the foot of the window. */
    private void remind(FollowUp one, Outside outside) {
        // Where the window is locked this view is not in it: whoever is there is told no names.
        String what = getScene() == null
                ? words.get("guard.lock.reminder")
                : words.get("follow.notice", (one.with().name() + " · " + one.title()).strip());
        outside.remind("Kith 知客", what);
    }

    /** Says quietly that customers have written, to somebody who does not look at the window. */
    private void arrived(List<String> names, Outside outside) {
        boolean locked = getScene() == null; // Then whoever is there is told no names.
        if (!locked && getScene().getWindow() != null && getScene().getWindow().isFocused()) {
            return;
        }
        outside.remind("Kith 知客", locked || names.size() > SOME_NAMES
                ? words.count("follow.new-mail-many", names.size())
                : words.get("follow.new-mail", String.join(words.get("follow.new-mail-and"), names)));
    }

    private void openCustomer(long contact) {
        session.place().set(Place.CUSTOMERS);
        session.customer().openedProperty().set(null);
        if (session.customers().rows().at(contact) < 0) {
            session.customers().endSearch();
        }
        session.customers().selectedProperty().set(contact);
    }

    /** Opens the customer at an activity or record. */
    private void openEntry(Entry entry) {
        readCustomer(entry.contact());
        customer.seek(entry.id());
    }

    private void readCustomer(long contact) {
        openCustomer(contact);
        customers.read();
    }

    /** Goes to the mail that a file came with. */
    private void openFile(FileRow file) {
        session.conversation().wish(file.conversation(), file.message());
        session.conversations().everything();
        openMail(file.conversation());
        mail.read();
    }

    /** Goes to a conversation in the mail view. */
    private void openMail(long conversation) {
        if (session.conversations().rows().at(conversation) < 0) {
            session.conversations().everything();
        }
        session.conversations().selectedProperty().set(conversation);
        session.place().set(Place.MAIL);
    }

    /** What the keys of mail do holds for the mail that is read; where the list has the focus it has its own. */
    private void key(KeyEvent event) {
        switch (session.place().get()) {
            case MAIL -> conversation.key(event);
            case CUSTOMERS -> {
                if (session.customer().openedProperty().get() != null) {
                    opened.key(event);
                }
            }
            case TODAY, COMPANIES, REVIEW, FILES, OUTBOX, SYNC, HISTORY, RECORDS -> {
            }
        }
    }

    private Node nothingYet(Acts acts) {
        Node add = Controls.button(words.get("screen.account.add"), acts.accounts().add(), "accent");
        Controls.showWhen(add, session.sync().allProperty().map(List::isEmpty));
        return Controls.empty("fth-users", words.get("screen.empty.title"), words.get("screen.empty.text"), add);
    }

    /** Opens the search within the conversation that has the focus; where none has, goes to the search field of the view. */
    void find() {
        Scene scene = getScene();
        Node focused = scene == null ? null : scene.getFocusOwner();
        for (Node each = focused; each != null; each = each.getParent()) {
            if (each instanceof ConversationView view) {
                view.find();
                return;
            }
        }
        search();
    }

    /** Goes to the search field of the view that is shown. */
    void search() {
        switch (session.place().get()) {
            case CUSTOMERS -> customerList.search();
            case COMPANIES -> companyList.search();
            case MAIL -> conversationList.search();
            case FILES -> files.search();
            case RECORDS -> entries.search();
            case TODAY, REVIEW, OUTBOX, SYNC, HISTORY -> {
            }
        }
    }

    /**
     * Goes one step back: from the conversation to the customer, from what is read to the list where the two take turns.
     *
     * @return whether there was anything to go back from
     */
    boolean back() {
        if (session.place().get() == Place.CUSTOMERS && session.customer().openedProperty().get() != null) {
            session.customer().openedProperty().set(null);
            return true;
        }
        return panes().back();
    }

    /** Shows the customers as a board. */
    void showBoard() {
        session.place().set(Place.CUSTOMERS);
        customerList.showBoard();
        customers.back();
        customerList.begin();
    }

    /** Opens the form for a new customer. */
    void newCustomer() {
        newCustomer.run();
    }

    /** Opens the customer that is shown in a window of its own. */
    void apart() {
        Long shown = session.customers().selectedProperty().get();
        if (shown != null) {
            apart.accept(shown);
        }
    }

    /** Begins to write something down about the customer or company that is shown, or with whom the mail is that is read. */
    void note(Entry.Kind kind) {
        if (session.place().get() == Place.COMPANIES) {
            companies.read();
            company.write(kind);
        } else if (atCustomer()) {
            customer.write(kind);
        }
    }

    /** Hands the customer over who is shown, or with whom the mail is that is read. */
    void handOver() {
        if (atCustomer()) {
            customer.handOver();
        }
    }

    private boolean atCustomer() {
        Long other = session.counterpart().idProperty().get();
        if (session.place().get() == Place.MAIL && other != null && other != 0) {
            openCustomer(other);
        }
        session.place().set(Place.CUSTOMERS);
        boolean there = session.customers().selectedProperty().get() != null;
        if (there) {
            customers.read();
        }
        return there;
    }

    /** {@return the list of mail, for what is done to whole conversations} */
    ConversationListView conversationList() {
        return conversationList;
    }

    /** Begins a letter. */
    void write() {
        writing.write().accept(List.of());
    }

    /**
     * Begins an answer to what is read.
     *
     * @return whether a conversation is shown
     */
    boolean answer(Kind kind) {
        boolean inMail = session.place().get() == Place.MAIL;
        boolean onPage = session.place().get() == Place.CUSTOMERS && session.customer().openedProperty().get() != null;
        if (inMail || onPage) {
            (inMail ? session.conversation() : session.customerConversation()).answer(kind);
        }
        return inMail || onPage;
    }

    void toggleList() {
        panes().toggleList();
    }

    void toggleFacts() {
        panes().toggleFacts();
    }

    private Panes panes() {
        return switch (session.place().get()) {
            case MAIL -> mail;
            case COMPANIES -> companies;
            default -> customers;
        };
    }
}
