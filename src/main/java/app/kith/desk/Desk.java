package app.kith.desk;

import app.kith.account.Account;
import app.kith.assist.AcceptanceRule;
import app.kith.assist.Agenda;
import app.kith.assist.Ahead;
import app.kith.assist.FollowUps;
import app.kith.assist.Namesakes;
import app.kith.assist.Proposals;
import app.kith.change.Journal;
import app.kith.log.Damage;
import app.kith.log.FileLog;
import app.kith.log.Ledger;
import app.kith.log.MailLog;
import app.kith.search.Search;
import app.kith.search.Surroundings;
import app.kith.store.AheadView;
import app.kith.store.ArrivedMail;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.Companies;
import app.kith.store.ConversationList;
import app.kith.store.ConversationMails;
import app.kith.store.Conversations;
import app.kith.store.Correspondents;
import app.kith.store.CustomerList;
import app.kith.store.Customers;
import app.kith.store.DueView;
import app.kith.store.EntryList;
import app.kith.store.FileList;
import app.kith.store.FormerValues;
import app.kith.store.Operations;
import app.kith.store.OutboxView;
import app.kith.store.ProposalView;
import app.kith.store.ReadingView;
import app.kith.store.RelationView;
import app.kith.store.SearchView;
import app.kith.store.SourcesView;
import app.kith.store.StageSteps;
import app.kith.store.Store;
import app.kith.store.StoreChange;
import app.kith.store.SyncView;
import app.kith.store.Timeline;
import app.kith.store.UserTextView;
import app.kith.sync.DraftStep;
import app.kith.sync.Drafts;
import app.kith.sync.OperationQueue;
import app.kith.sync.Outbox;
import app.kith.sync.PassBook;
import app.kith.sync.SyncService;
import app.kith.sync.carddav.AddressBooks;
import app.kith.vault.Vault;
import app.kith.words.KithException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open data folder with all its services: what the window and the command line hold. Everything here blocks while it reads or
 * writes; the window asks from background threads.
 */
public final class Desk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Path home;
    private final Protection protection;
    private final List<AutoCloseable> opened;
    private final Store store;
    private final Keeper keeper;
    private final List<Damage> damages;
    private final Accounts accounts;
    private final SyncService sync;
    private final Outbox outbox;
    private final Drafts drafts;
    private final Texts texts;
    private final OperationQueue operations;
    private final Mails mails;
    private final Readings readings;
    private final Records records;
    private final KeptFiles keptFiles;
    private final History history;
    private final DuplicateReview duplicates;
    private final Proposals proposals;
    private final Companies companies;
    private final FileList files;
    private final AcceptanceRule acceptance;
    private final Doctor doctor;
    private final Compaction compaction;
    private final Erasures erasures;
    private final Transfers transfers;
    private final Jobs jobs;
    private final Rules rules;
    private final OwnCountry country;
    private final AddressBooks books;
    private final SecretKey searchKey;
    private final Surroundings surroundings;
    private @Nullable Search search;

    Desk(Path home, List<AutoCloseable> opened, Protection protection, Logs logs, Store store, Keeper keeper,
            List<Damage> damages) {
        this.home = home;
        this.protection = protection;
        Vault vault = protection.vault();
        this.opened = opened;
        this.store = store;
        this.keeper = keeper;
        this.damages = damages;
        SyncView view = new SyncView(store);
        ProposalView waiting = new ProposalView(store);
        this.proposals = new Proposals(waiting, new CardsView(store), new UserTextView(store),
                new Namesakes(waiting, new Customers(store)), keeper);
        this.acceptance = new AcceptanceRule(waiting, new CardsView(store), proposals, keeper);
        PassBook passes = new PassBook(new ReportPlace(vault.reports()));
        this.accounts = new Accounts(view, keeper, vault.secrets(), passes);
        SyncService[] worker = new SyncService[1];
        this.mails = new Mails(new Conversations(store), new ReadingView(store), logs.mail(),
                message -> worker[0].complete(message));
        this.readings = new Readings(new ReadingView(store), keeper);
        this.outbox = new Outbox(new OutboxView(store), keeper, keeper, mails::raw, keeper.clock());
        this.texts = new Texts(new UserTextView(store), keeper);
        this.drafts = new Drafts(outbox, new OutboxView(store), keeper, keeper, mails::raw, keeper.clock(),
                account -> worker[0].wake(account));
        this.operations = new OperationQueue(new Operations(store), view, keeper, keeper,
                account -> worker[0].wake(account));
        this.books = BookSetup.books(store, keeper, accounts, customerList());
        this.sync = new SyncService(view, keeper, outbox, drafts, operations, passes, accounts::secret,
                this::filed, (account, stop) -> books.pass(account, false, stop));
        worker[0] = sync;
        ChangesView changes = new ChangesView(store);
        this.records = new Records(changes, new Customers(store), keeper);
        this.keptFiles = new KeptFiles(logs.files(), records, mails);
        this.companies = new Companies(store);
        this.files = new FileList(store);
        this.duplicates = new DuplicateReview(new CardsView(store), changes, new Customers(store), records,
                new UserAnswers(changes, new Customers(store), keeper));
        this.history = new History(changes, logs.ledger(), keeper, operations, outbox, accounts);
        this.compaction = new Compaction(keeper, store, logs.mail());
        this.erasures = new Erasures(store, keeper, records, logs.ledger(), vault.erasing(), backups());
        this.doctor = new Doctor(logs, changes, store, this::searchIfThere);
        this.transfers = new Transfers(store, keeper, mails, keptFiles, duplicates);
        this.jobs = new Jobs(new JobIntake(transfers.imports(), transfers.entryImports(), transfers.mailImports(),
                accounts), new UserTextView(store), keeper, keeper.clock());
        this.rules = new RuleSetup(store, keeper, operations, mails, history).rules(new RuleBook(vault.rules()),
                customerList());
        this.country = new OwnCountry(new UserTextView(store), keeper);
        country.holdIn(store);
        this.searchKey = vault.key("search index");
        this.surroundings = new Surroundings(new SearchView(store), mails::read, keptFiles::read,
                (ledger, mail) -> logs.ledger().knows(ledger) && logs.mail().knows(mail), store::subscribe,
                keeper.clock());
    }

    /**
     * Opens a data folder, or makes a new one.
     *
     * @param options how
     * @return the desk
     * @throws KithException STORE_IN_USE, WRONG_PASSPHRASE, PASSPHRASE_NEEDED, VAULT_DAMAGED, DISK …
     */
    public static Desk open(DeskOptions options) {
        return DeskOpener.open(options);
    }

    /** After mail was filed customers are entered first, so that rules know them. */
    private int filed(Account account) {
        int entered = acceptance.run(account.email());
        rules.catchUpQuietly();
        return entered;
    }

    /** {@return the data folder} */
    public Path home() {
        return home;
    }

    /** {@return the accounts} */
    public Accounts accounts() {
        return accounts;
    }

    /** {@return the worker} */
    public SyncService sync() {
        return sync;
    }

    /** {@return address books on servers} */
    public AddressBooks addressBooks() {
        return books;
    }

    /** {@return in which ways the data is opened} */
    public Protection protection() {
        return protection;
    }

    /** {@return backups of this data folder} */
    public Backups backups() {
        return new Backups(home, this::ends, keeper.files(), keeper.clock());
    }

    /** {@return trials of backups} */
    public BackupChecks backupChecks() {
        return new BackupChecks(home, protection, keeper.clock());
    }

    Backups.Ends ends() {
        return keeper.ends(home);
    }

    /** {@return what is on its way out} */
    public Outbox outbox() {
        return outbox;
    }

    /** {@return letters being written} */
    public Drafts drafts() {
        return drafts;
    }

    /** {@return what waits to be done with copies of letters in the folders of drafts on the servers; blocks} */
    public List<DraftStep> draftsWaiting() {
        return drafts.waiting(accounts.list(), new SyncView(store));
    }

    /** {@return signatures and templates} */
    public Texts texts() {
        return texts;
    }

    /** {@return the searches that the user keeps by name} */
    public SavedSearches savedSearches() {
        return new SavedSearches(new UserTextView(store), keeper);
    }

    /** {@return groups of customers: the saved searches that ask of customers} */
    public Segments segments() {
        return new Segments(savedSearches(), customerList());
    }

    /** {@return the long list of customers} */
    public CustomerList customerList() {
        UserTextView texts = new UserTextView(store);
        return new CustomerList(store, () -> OwnFields.sensitive(texts));
    }

    /** {@return who is in which relation to a customer} */
    public RelationView relations() {
        return new RelationView(store);
    }

    /** {@return what was known of customers once} */
    public FormerValues formerValues() {
        return new FormerValues(store);
    }

    /** {@return the fields that the user made} */
    public OwnFields ownFields() {
        return new OwnFields(new UserTextView(store), new CardsView(store), customerList(), keeper);
    }

    /** {@return the stages of the user's sales} */
    public Stages stages() {
        return new Stages(new UserTextView(store), new CardsView(store), customerList(), stageSteps(), keeper);
    }

    /** {@return at which stages customers stood} */
    public StageSteps stageSteps() {
        return new StageSteps(store);
    }

    /** {@return the user's own country} */
    public OwnCountry country() {
        return country;
    }

    /** {@return what the user does to many customers at once} */
    public BulkEdits bulkEdits() {
        return new BulkEdits(new CardsView(store), new ChangesView(store), keeper);
    }

    /** {@return whom the user has to do with, for the completion of addresses} */
    public Correspondents correspondents() {
        return new Correspondents(store);
    }

    /** {@return what the user does to mail, and what of it waits for a server} */
    public OperationQueue operations() {
        return operations;
    }

    /** {@return what the user does to whole conversations} */
    public ConversationActs conversationActs() {
        return new ConversationActs(new ConversationMails(store), new SyncView(store), operations);
    }

    /** {@return the long list of conversations} */
    public ConversationList conversationList() {
        return new ConversationList(store);
    }

    /** {@return customers, for lists and pages} */
    public Customers customers() {
        return new Customers(store);
    }

    /** {@return activities and records of all customers, for lists} */
    public EntryList entries() {
        return new EntryList(store);
    }

    /** {@return the files of mail, for lists} */
    public FileList files() {
        return files;
    }

    /** {@return companies with their people, for lists and pages} */
    public Companies companies() {
        return companies;
    }

    /** {@return conversations, for lists and pages} */
    public Conversations conversations() {
        return new Conversations(store);
    }

    /** {@return folders and counts, for the sync page} */
    public SyncView folders() {
        return new SyncView(store);
    }

    /** {@return the texts of mails} */
    public Mails mails() {
        return mails;
    }

    /** {@return how the user wants mail to be read and shown} */
    public Readings readings() {
        return readings;
    }

    /** {@return what the user enters about customers} */
    public Records records() {
        return records;
    }

    /** {@return the files that are kept with activities and records} */
    public KeptFiles keptFiles() {
        return keptFiles;
    }

    /** {@return where everything came from} */
    public Sources sources() {
        return new Sources(new SourcesView(store), new CardsView(store), new ChangesView(store), keeper);
    }

    /** {@return what was done, and the taking back of it} */
    public History history() {
        return history;
    }

    /** {@return customers who are perhaps one} */
    public DuplicateReview duplicates() {
        return duplicates;
    }

    /**
     * What is to be followed up.
     *
     * @param clock what time it is, and where the user is
     * @return the agenda
     */
    public Agenda agenda(Clock clock) {
        return new Agenda(new DueView(store), new UserTextView(store), clock);
    }

    /** {@return what customers wrote lately} */
    public ArrivedMail arrivedMail() {
        return new ArrivedMail(store);
    }

    /**
     * What lies ahead.
     *
     * @param clock what time it is, and where
     * @return meetings and birthdays
     */
    public Ahead ahead(Clock clock) {
        return new Ahead(new AheadView(store), clock);
    }

    /**
     * What the user does to what is to be followed up.
     *
     * @param clock what time it is, and where the user is
     * @return the acts
     */
    public FollowUps followUps(Clock clock) {
        return new FollowUps(new DueView(store), new ChangesView(store), keeper, clock);
    }

    /** {@return what is due, for pages} */
    public DueView due() {
        return new DueView(store);
    }

    /** {@return what mail proposes: people, facts, addresses that do not work} */
    public Proposals proposals() {
        return proposals;
    }

    /** {@return what of it is accepted unasked} */
    AcceptanceRule acceptance() {
        return acceptance;
    }

    /** {@return timelines of customers} */
    public Timeline timeline() {
        return new Timeline(store);
    }

    /**
     * The search. Its index is opened, and begins to follow the store, when this is first asked for.
     *
     * @return the search; closed with the desk
     */
    public synchronized Search search() {
        if (search == null) {
            search = Search.open(home, searchKey, surroundings);
            opened.add(search);
        }
        return search;
    }

    /** Where the index was never asked for there is none to be checked. */
    private Optional<Search> searchIfThere() {
        return Search.isThere(home) ? Optional.of(search()) : Optional.empty();
    }

    /** {@return the erasing of persons for good} */
    public Erasures erasures() {
        return erasures;
    }

    /** {@return what makes the mail log smaller} */
    public Compaction compaction() {
        return compaction;
    }

    /** {@return checks of everything kept} */
    public Doctor doctor() {
        return doctor;
    }

    /** {@return what comes in from files and goes out into files} */
    public Transfers transfers() {
        return transfers;
    }

    /** {@return imports that are kept to be done again, and watched folders} */
    public Jobs jobs() {
        return jobs;
    }

    /** {@return mails that are pinned to customers' files} */
    public Pins pins() {
        return new Pins(new UserTextView(store), keeper);
    }

    /** {@return the user's rules} */
    public Rules rules() {
        return rules;
    }

    /**
     * Runs the rules from now on whenever something changed, on a thread of its own.
     *
     * @param told told of what they did, on that thread
     * @return ends it; a run that has begun comes to its end
     */
    public AutoCloseable followRules(Consumer<List<Rules.Did>> told) {
        return new RuleWatch(rules, store::subscribe, Duration.ofMillis(500), told);
    }

    /** {@return where change sets are entered} */
    public Journal journal() {
        return keeper;
    }

    /** {@return damage found in the logs while opening; empty if there was none} */
    public List<Damage> damages() {
        return damages;
    }

    /**
     * Adds a listener that is told what each transaction changed, after its commit, on the writing thread; it must be quick.
     *
     * @param listener who is told
     * @return takes the listener off again
     */
    public AutoCloseable subscribe(Consumer<StoreChange> listener) {
        return store.subscribe(listener);
    }

    @Override
    public synchronized void close() {
        close(opened);
    }

    static void close(List<AutoCloseable> opened) {
        for (AutoCloseable part : opened.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("A part of the desk could not be closed", e);
            }
        }
        opened.clear();
    }

    record Logs(Ledger ledger, MailLog mail, FileLog files) {}
}
