package app.kith.desk;

import app.kith.account.Account;
import app.kith.account.Bearer;
import app.kith.account.OAuth;
import app.kith.account.Provider;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Actor;
import app.kith.change.Change.AccountChange;
import app.kith.change.Journal;
import app.kith.contact.EmailAddress;
import app.kith.store.SyncView;
import app.kith.store.SyncView.FolderRow;
import app.kith.sync.AccountTest;
import app.kith.sync.AccountTest.Result;
import app.kith.sync.OfferedFolder;
import app.kith.sync.PassBook;
import app.kith.sync.StopSignal;
import app.kith.sync.carddav.AddressBooks;
import app.kith.sync.discover.Discovery;
import app.kith.sync.discover.Found;
import app.kith.sync.imap.Presented;
import app.kith.sync.imap.ServerCertificate;
import app.kith.sync.imap.Trust;
import app.kith.sync.oauth.AccessTokens;
import app.kith.sync.oauth.BrowserSignIn;
import app.kith.sync.oauth.Grant;
import app.kith.vault.Secrets;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Mail accounts: what they are stands in the ledger, their secrets in the vault. */
public final class Accounts {
    private final Discovery discovery = new Discovery();
    private final SyncView view;
    private final AccessTokens tokens = new AccessTokens(Clock.systemUTC());
    private final Journal journal;
    private final Secrets secrets;
    private final PassBook passes;

    Accounts(SyncView view, Journal journal, Secrets secrets, PassBook passes) {
        this.view = view;
        this.passes = passes;
        this.journal = journal;
        this.secrets = secrets;
    }

    /** {@return all accounts, oldest first} */
    public List<Account> list() {
        return view.accounts();
    }

    /**
     * Finds an account.
     *
     * @param email its address in any spelling
     * @return the account
     * @throws KithException ACCOUNT_UNKNOWN
     */
    public Account find(String email) {
        return view.account(email).orElseThrow(() -> new KithException(Problem.ACCOUNT_UNKNOWN, email));
    }

    /**
     * The folders that can be fetched or left out.
     *
     * @param account the account
     * @return those that the server had at the last pass and that can hold mail
     */
    public List<FolderRow> folders(Account account) {
        return view.folders(account.id()).stream().filter(FolderRow::selectable).toList();
    }

    /**
     * Has nothing of an account fetched until the user wants it again, or again.
     *
     * @param account number of the account
     * @param paused whether it is to be paused
     */
    public void pause(long account, boolean paused) {
        list().stream().filter(each -> each.id() == account).findFirst()
                .ifPresent(each -> edit(each.with(each.schedule().pausing(paused)), ""));
    }

    /**
     * Looks for the servers of an address: presets, the domain's mail exchangers, what it publishes, usual names. May take half a
     * minute; nothing secret is sent.
     *
     * @param email the address
     * @return its servers; empty where none were found
     */
    public Optional<Found> discover(String email) {
        return discovery.find(email);
    }

    /**
     * Adds an account.
     *
     * @param wanted the account; its number is given here
     * @param secret its password; empty if it is to be given later
     * @return the account with its number, and the number of the change set
     * @throws KithException ADDRESS_INVALID, PLAIN_REFUSED, ACCOUNT_EXISTS
     */
    public Entered add(Account wanted, String secret) {
        check(wanted);
        if (view.account(wanted.email()).isPresent()) {
            throw new KithException(Problem.ACCOUNT_EXISTS, wanted.email());
        }
        Account[] made = new Account[1];
        long change = journal.enter(Actor.USER, "account-added " + wanted.email(), free -> {
            made[0] = wanted.numbered(free.account());
            // The secret first: an account without one can be mended, a secret without an account is only forgotten.
            if (!secret.isEmpty()) {
                secrets.save(made[0].secretName(), secret);
            }
            return List.of(new AccountChange(made[0].id(), null, made[0]));
        }).orElseThrow();
        return new Entered(made[0], change);
    }

    private static void check(Account account) {
        if (account.certificate() != null) {
            Trust.read(account.certificate()); // One that cannot be read would keep every pass from beginning.
        }
        if (!EmailAddress.of(account.email()).isComplete()) {
            throw new KithException(Problem.ADDRESS_INVALID, account.email());
        }
        checkServer(account.imap());
        if (account.smtp() != null) {
            checkServer(account.smtp());
        }
    }

    private static void checkServer(Server server) {
        if (server.security() == Security.NONE && !server.isLoopback()) {
            throw new KithException(Problem.PLAIN_REFUSED, server.host());
        }
    }

    /**
     * Changes an account.
     *
     * @param after the account as it is to be, with the number it has
     * @param secret its new password; empty to keep the old one
     * @return number of the change set; 0 if only the secret was changed
     */
    public long edit(Account after, String secret) {
        check(after);
        Account before = view.accounts().stream().filter(account -> account.id() == after.id()).findFirst()
                .orElseThrow(() -> new KithException(Problem.ACCOUNT_UNKNOWN, after.email()));
        if (!secret.isEmpty()) {
            secrets.save(after.secretName(), secret);
        }
        if (before.equals(after)) {
            return 0;
        }
        return journal.enter(Actor.USER, "account-changed " + after.email(),
                _ -> List.of(new AccountChange(after.id(), before, after))).orElseThrow();
    }

    /**
     * Removes an account: its mail is shown no more, its secret and the reports of its passes are forgotten. The server is not touched.
     *
     * @param account the account
     * @return number of the change set
     */
    public long remove(Account account) {
        long change = journal.enter(Actor.USER, "account-removed " + account.email(),
                _ -> List.of(new AccountChange(account.id(), account, null))).orElseThrow();
        secrets.forget(account.secretName());
        passes.forget(account.id());
        return change;
    }

    /**
     * The secret of an account, as connections take it. Where the user signed in through the browser the provider may be asked for
     * a new access token, which takes up to half a minute.
     *
     * @param account the account
     * @return its password or marked token; empty where none is kept
     * @throws KithException BROWSER_REFUSED if the grant was withdrawn, UNREACHABLE
     */
    Optional<String> secret(Account account) {
        return secrets.read(account.secretName()).map(kept -> usable(account.secretName(), kept));
    }

    private String usable(String name, String kept) {
        return Grant.of(kept).map(grant -> Bearer.mark(tokens.token(grant, renewed -> {
            if (!name.isEmpty()) {
                secrets.save(name, renewed.encoded());
            }
        }))).orElse(kept);
    }

    /**
     * Lets the user sign in through the browser. Blocks until that is done, ten minutes at most.
     *
     * @param provider the account's provider, which has such a sign-in
     * @param client the program's registration with it, {@code id} or {@code id secret}
     * @param email whom to propose
     * @param page what the browser shows at the end
     * @param browser opens an address
     * @param stop ends the waiting
     * @return the secret to give to {@link #add} and {@link #test}
     * @throws KithException BROWSER_ONLY without a client id, BROWSER_REFUSED, CANCELLED, TIMEOUT, UNREACHABLE
     */
    public String signIn(Provider provider, String client, String email, String page, Consumer<String> browser,
            StopSignal stop) {
        OAuth places = provider.oauth();
        String[] words = client.strip().split("\\s+", 2);
        String id = words[0].isEmpty() && places != null && places.clientId() != null ? places.clientId() : words[0];
        if (places == null || id.isEmpty()) {
            throw new KithException(Problem.BROWSER_ONLY, provider.id());
        }
        return new BrowserSignIn(places, id, words.length > 1 ? words[1] : null, page).run(email, browser, stop)
                .encoded();
    }

    /**
     * The registration under which the user signed in to an account through the browser.
     *
     * @param account the account
     * @return id, and its secret behind a blank where it has one; empty where a password is kept, or nothing
     */
    public Optional<String> client(Account account) {
        return secrets.read(account.secretName()).flatMap(Grant::of).map(
                grant -> grant.clientSecret() == null
                        ? grant.clientId()
                        : grant.clientId() + " " + grant.clientSecret());
    }

    /**
     * Tries an account step by step with the secret that is kept for it.
     *
     * @param account the account
     * @param told told of each step as it ends
     * @return all steps; the last one is the failed one if any failed
     * @throws KithException SECRET_MISSING
     */
    public List<Result> test(Account account, Consumer<Result> told) {
        return test(account, "", told);
    }

    /**
     * Tries an account step by step.
     *
     * @param account the account; need not be kept yet
     * @param secret its password; empty for the one that is kept
     * @param told told of each step as it ends
     * @return all steps; the last one is the failed one if any failed
     * @throws KithException SECRET_MISSING
     */
    public List<Result> test(Account account, String secret, Consumer<Result> told) {
        return AccountTest.run(account, used(account, secret), told);
    }

    private String used(Account account, String secret) {
        return secret.isEmpty()
                ? secret(account).orElseThrow(() -> new KithException(Problem.SECRET_MISSING, account.email()))
                : usable("", secret);
    }

    /**
     * Asks the server of an account for its folders, before anything is fetched.
     *
     * @param account the account; need not be kept yet
     * @param secret its password; empty for the one that is kept
     * @return those that can hold mail, in the server's order
     * @throws KithException SECRET_MISSING, and whatever keeps the server from answering
     */
    public List<OfferedFolder> offered(Account account, String secret) {
        return OfferedFolder.by(account, used(account, secret));
    }

    /**
     * Looks what certificate a server shows; nobody is trusted for it, and nothing secret is said. Takes up to a minute.
     *
     * @param server the server
     * @param sending whether it is one for sending
     * @return what it shows, its own certificate first
     * @throws KithException TLS_MISSING, HOST_UNKNOWN, UNREACHABLE, TIMEOUT, CONNECTION_LOST
     */
    public List<ServerCertificate> presented(Server server, boolean sending) {
        return Presented.by(server, sending);
    }

    /**
     * Reads certificates that are to be trusted for an account.
     *
     * @param pem one or more in PEM
     * @return what they say
     * @throws KithException CERTIFICATE_INVALID
     */
    public List<ServerCertificate> certificates(String pem) {
        return Trust.read(pem);
    }

    /**
     * Tries the address books of an account step by step with the secret that is kept for it.
     *
     * @param account the account
     * @param told told of each step as it ends
     * @return all steps; the last one is the failed one if any failed; none where the account has no address for them
     */
    public List<Result> testBooks(Account account, Consumer<Result> told) {
        List<Result> results = new ArrayList<>();
        Consumer<Result> each = result -> {
            results.add(result);
            told.accept(result);
        };
        if (account.carddav() != null) {
            String[] next = {"book-host"};
            try {
                String used = secret(account)
                        .orElseThrow(() -> new KithException(Problem.SECRET_MISSING, account.email()));
                AddressBooks.test(account, used, (step, detail) -> {
                    each.accept(new Result(step, detail, null));
                    next[0] = step.equals("book-host") ? "book-sign-in" : "book-list";
                });
            } catch (KithException e) {
                each.accept(new Result(next[0], account.carddav(), e));
            }
        }
        return results;
    }

    /**
     * An account that was added.
     *
     * @param account the account with its number
     * @param change number of the change set
     */
    public record Entered(Account account, long change) {}
}
