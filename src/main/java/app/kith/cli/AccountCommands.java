package app.kith.cli;

import app.kith.account.Account;
import app.kith.account.Provider;
import app.kith.account.Schedule;
import app.kith.account.Scope;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.desk.Accounts;
import app.kith.desk.Desk;
import app.kith.sync.AccountTest.Result;
import app.kith.sync.StopSignal;
import app.kith.sync.discover.Discovery;
import app.kith.sync.discover.Found;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith account …} */
final class AccountCommands {
    private AccountCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new Add(shell)).addSubcommand(new ListAll(shell))
                .addSubcommand(new Show(shell)).addSubcommand(new Test(shell)).addSubcommand(new Edit(shell))
                .addSubcommand(new Remove(shell)).addSubcommand(new AccountLooks.Certificate(shell))
                .addSubcommand(new AccountLooks.Folders(shell));
    }

    private static Map<String, Object> json(Account account) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", account.id());
        json.put("email", account.email());
        json.put("name", account.name());
        json.put("user", account.user());
        json.put("imap", server(account.imap()));
        Server smtp = account.smtp();
        json.put("smtp", smtp == null ? null : server(smtp));
        json.put("carddav", account.carddav());
        json.put("ownAuthority", account.certificate() != null);
        json.put("scope", FetchOptions.json(account.scope()));
        json.put("schedule", account.schedule().word());
        json.put("paused", account.schedule().paused());
        return json;
    }

    private static Map<String, Object> server(Server server) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("host", server.host());
        json.put("port", server.port());
        json.put("security", server.security().word());
        return json;
    }

    /** The group without a command of its own. */
    @Command(name = "account", description = "mail accounts", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    /** Where an account's servers are, as given on the command line. */
    private static final class Settings {
        @Option(names = "--name", paramLabel = "N", description = "your own name as others see it")
        private @Nullable String name;

        @Option(names = "--imap", paramLabel = "HOST:PORT", description = "where mail is read")
        private @Nullable String imap;

        @Option(names = "--imap-security", paramLabel = "tls|starttls|none", description = "default tls; none for this machine only")
        private @Nullable Security imapSecurity;

        @Option(names = "--smtp", paramLabel = "HOST:PORT", description = "where mail is sent")
        private @Nullable String smtp;

        @Option(names = "--smtp-security", paramLabel = "tls|starttls|none", description = "default tls")
        private @Nullable Security smtpSecurity;

        @Option(names = "--user", paramLabel = "U", description = "user name for sign-in (default: the address)")
        private @Nullable String user;

        @Option(names = "--password-file", paramLabel = "FILE", description = "file whose first line is the password")
        private @Nullable Path passwordFile;

        @Option(names = "--oauth-client", paramLabel = "ID", description = "client id for sign-in through the browser, with its secret behind a blank where it has one")
        private String client = "";

        @Option(names = "--carddav", paramLabel = "URL", description = "where the address books are; none for nowhere")
        private @Nullable String carddav;

        @Option(names = "--ca", paramLabel = "FILE|none", description = "certificate (PEM) of an authority or a server to trust for this account only; none for the usual authorities alone")
        private @Nullable Path ca;

        @Mixin
        private final FetchOptions fetch = new FetchOptions();

        /** The account as it is to be: what is given here, else what it was, else the provider's preset. */
        Account over(String email, @Nullable Account before) {
            Optional<Found> found = before == null ? found(email) : Optional.empty();
            Server usualImap = before != null ? before.imap() : found.map(Found::imap).orElse(null);
            Server usualSmtp = before != null ? before.smtp() : found.map(Found::smtp).orElse(null);
            Server newImap = server(imap, imapSecurity, usualImap, 993, 143);
            if (newImap == null) {
                throw new KithException(Problem.SERVER_NOT_KNOWN, email);
            }
            Provider preset = found.map(Found::provider).orElse(null);
            if (imap == null && preset != null && !preset.takesPassword() && client.isBlank()) {
                throw new KithException(Problem.BROWSER_ONLY, preset.id());
            }
            return fetch.over(new Account(before == null ? 0 : before.id(), email,
                    first(name, before == null ? "" : before.name()), newImap,
                    server(smtp, smtpSecurity, usualSmtp, 465, 587),
                    first(user, before != null ? before.user() : found.map(Found::user).orElse(email)),
                    before != null ? before.smtpUser() : found.map(Found::smtpUser).orElse(null),
                    carddav != null
                            ? carddav.isBlank() || carddav.equals("none") ? null : carddav
                            : before != null ? before.carddav() : found.map(Found::carddav).orElse(null),
                    ca != null ? trusted(ca) : before == null ? null : before.certificate(),
                    before == null ? Scope.ALL : before.scope(),
                    before == null ? Schedule.PUSH : before.schedule()));
        }

        /** The network is asked only for what was not given. */
        private Optional<Found> found(String email) {
            return imap != null
                    ? Provider.of(email).map(preset -> Found.of(preset, email))
                    : new Discovery().find(email);
        }

        private static String first(@Nullable String given, String usual) {
            return given == null ? usual : given;
        }

        private static @Nullable Server server(@Nullable String given, @Nullable Security security,
                @Nullable Server usual,
                int tlsPort, int otherPort) {
            try {
                if (given == null) {
                    return usual == null || security == null ? usual : new Server(usual.host(), usual.port(), security);
                }
                boolean upgraded = security == null && given.endsWith(":" + otherPort);
                Security wanted = security != null ? security : upgraded ? Security.STARTTLS : Security.TLS;
                return Server.parse(given, wanted, wanted == Security.TLS ? tlsPort : otherPort);
            } catch (IllegalArgumentException e) {
                throw new KithException(e, Problem.USAGE, "not a server: " + given);
            }
        }

        private static @Nullable String trusted(Path ca) {
            return ca.equals(Path.of("none")) ? null : read(ca);
        }

        private static String read(Path pem) {
            try {
                return Files.readString(pem);
            } catch (IOException e) {
                throw new KithException(e, Problem.DISK, pem, String.valueOf(e.getMessage()));
            }
        }

        boolean throughBrowser() {
            return !client.isBlank();
        }

        /** The password given; empty where none is. */
        String secret() {
            return passwordFile == null ? "" : Shell.secretFrom(passwordFile);
        }
    }

    @Command(name = "add", description = "add an account; presets fill what is not given")
    private static final class Add implements Callable<Integer> {
        private final Shell shell;

        @Option(names = "--email", required = true, paramLabel = "E", description = "the account's address")
        private String email = "";

        @Mixin
        private final Settings settings = new Settings();

        Add(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Terminal terminal = shell.terminal();
            Account wanted = settings.over(email, null);
            String secret = settings.secret();
            if (secret.isEmpty() && settings.throughBrowser()) {
                return add(wanted,
                        desk -> desk.accounts().signIn(provider(wanted), settings.client, email,
                                terminal.words().get("cli.signed-in"),
                                address -> terminal.note(terminal.words().get("cli.open-browser", address)),
                                new StopSignal()));
            }
            if (secret.isEmpty()) {
                terminal.note(terminal.words().get("cli.servers", wanted.imap().address(),
                        wanted.smtp() == null ? "-" : wanted.smtp().address()));
                if (wanted.carddav() != null) {
                    terminal.note(terminal.words().get("book.cli.place", wanted.carddav()));
                }
                char[] asked = terminal.askSecret(terminal.words().get("cli.password-for", email));
                if (asked == null) {
                    throw new KithException(Problem.USAGE, terminal.words().get("cli.no-password"));
                }
                secret = String.valueOf(asked);
            }
            String given = secret;
            return add(wanted, _ -> given);
        }

        /** The provider of the address, or the one that hosts the mail of its domain. */
        private static Provider provider(Account wanted) {
            return Provider.of(wanted.email()).or(() -> Provider.ofServer(wanted.imap().host()))
                    .orElseThrow(() -> new KithException(Problem.BROWSER_ONLY, wanted.imap().host()));
        }

        private int add(Account wanted, Function<Desk, String> secret) {
            Terminal terminal = shell.terminal();
            try (Desk desk = shell.desk()) {
                Accounts.Entered entered = desk.accounts().add(wanted, secret.apply(desk));
                if (terminal.json()) {
                    Map<String, Object> json = AccountCommands.json(entered.account());
                    json.put("change", entered.change());
                    terminal.document(json);
                } else {
                    terminal.line(terminal.words().get("cli.account-added", entered.account().email(),
                            entered.account().imap().address(), String.valueOf(entered.change())));
                }
            }
            return 0;
        }
    }

    @Command(name = "list", description = "list the accounts")
    private static final class ListAll extends DeskCommand {
        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<Account> accounts = desk.accounts().list();
            terminal.items(accounts.stream().map(AccountCommands::json).toList(),
                    () -> table(terminal.words(), accounts));
        }

        private static Table table(Words words, List<Account> accounts) {
            Table table = new Table(
                    List.of(words.get("cli.head.account"), words.get("cli.head.name"), "IMAP", "SMTP"));
            accounts.forEach(account -> table.row(account.email(), account.name(), account.imap().address(),
                    account.smtp() == null ? "-" : account.smtp().address()));
            return table;
        }
    }

    @Command(name = "show", description = "show an account")
    private static final class Show extends DeskCommand {
        @Parameters(paramLabel = "E", description = "the account's address")
        private String email = "";

        Show(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Map<String, Object> json = AccountCommands.json(desk.accounts().find(email));
            if (terminal.json()) {
                terminal.document(json);
            } else {
                json.forEach((key, value) -> terminal.line(key + ": " + (value == null ? "-" : value)));
            }
        }
    }

    @Command(name = "test", description = "try an account step by step")
    private static final class Test implements Callable<Integer> {
        private final Shell shell;

        @Parameters(paramLabel = "E", description = "the account's address")
        private String email = "";

        Test(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Terminal terminal = shell.terminal();
            List<Map<String, Object>> steps = new ArrayList<>();
            List<Result> results;
            try (Desk desk = shell.desk()) {
                Account account = desk.accounts().find(email);
                results = new ArrayList<>(desk.accounts().test(account, result -> show(terminal, result, steps)));
                KithException mail = results.getLast().failure();
                if (mail == null || !mail.problem().isSignIn()) {
                    results.addAll(desk.accounts().testBooks(account, result -> show(terminal, result, steps)));
                }
            }
            if (terminal.json()) {
                terminal.document(Map.of("account", email, "steps", steps));
            }
            return results.stream().map(Result::failure).filter(Objects::nonNull).findFirst()
                    .map(failure -> failure.problem().exit()).orElse(0);
        }

        private static void show(Terminal terminal, Result result, List<Map<String, Object>> steps) {
            KithException failure = result.failure();
            String remedy = failure == null ? "" : terminal.words().sentence(failure);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("step", result.step());
            json.put("ok", failure == null);
            json.put("detail", result.detail());
            json.put("remedy", failure == null ? null : remedy);
            steps.add(json);
            if (!terminal.json()) {
                String state = terminal.words().get(failure == null ? "cli.step-ok" : "cli.step-failed");
                terminal.line(terminal.words().get("cli.step." + result.step()) + ": " + state
                        + (result.detail().isEmpty() ? "" : " (" + result.detail() + ")")
                        + (remedy.isEmpty() ? "" : "\n  " + remedy));
            }
        }
    }

    @Command(name = "edit", description = "change an account")
    private static final class Edit extends DeskCommand {
        @Parameters(paramLabel = "E", description = "the account's address")
        private String email = "";

        @Mixin
        private final Settings settings = new Settings();

        Edit(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Account before = desk.accounts().find(email);
            long change = desk.accounts().edit(settings.over(before.email(), before), settings.secret());
            terminal.changed(change);
        }
    }

    @Command(name = "remove", description = "remove an account; the server is not touched")
    private static final class Remove extends DeskCommand {
        @Parameters(paramLabel = "E", description = "the account's address")
        private String email = "";

        Remove(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            terminal.changed(desk.accounts().remove(desk.accounts().find(email)));
        }
    }
}
