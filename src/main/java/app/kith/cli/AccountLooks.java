package app.kith.cli;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.desk.Desk;
import app.kith.sync.OfferedFolder;
import app.kith.sync.imap.ServerCertificate;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith account certificate|folders}: what an account's servers show and offer. */
final class AccountLooks {
    private AccountLooks() {}

    @Command(name = "certificate", description = "show the certificate that the account's server presents; nothing secret is said to it")
    static final class Certificate extends DeskCommand {
        @Parameters(paramLabel = "E", description = "the account's address")
        private String email = "";

        @Option(names = "--smtp", description = "of the server where mail is sent")
        private boolean smtp;

        @Option(names = "--trust", paramLabel = "SHA256", description = "trust exactly this certificate for this account; its fingerprint as it was shown")
        private @Nullable String trust;

        Certificate(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Account account = desk.accounts().find(email);
            Server server = smtp ? account.smtp() : account.imap();
            if (server == null) {
                throw new KithException(Problem.SMTP_NOT_KNOWN, email);
            }
            if (server.security() == Security.NONE) {
                throw new KithException(Problem.TLS_MISSING, server.host());
            }
            List<ServerCertificate> shown = desk.accounts().presented(server, smtp);
            String wanted = trust;
            if (wanted != null) {
                terminal.changed(trust(desk, account, server, shown.getFirst(), wanted));
            } else if (terminal.json()) {
                terminal.items(shown.stream().map(Certificate::json).toList(), () -> new Table(List.of()));
            } else {
                print(shown.getFirst(), terminal);
            }
        }

        /** What was trusted before stays so: the other server may show another one. */
        private static long trust(Desk desk, Account account, Server server, ServerCertificate shown, String wanted) {
            if (!plain(wanted).equals(plain(shown.fingerprint()))) {
                throw new KithException(Problem.CERTIFICATE_OTHER, server.address(), shown.fingerprint());
            }
            String before = account.certificate();
            boolean there = before != null && desk.accounts().certificates(before).contains(shown);
            return there
                    ? 0
                    : desk.accounts().edit(account.trusting(before == null ? shown.pem() : before + "\n" + shown.pem()),
                            "");
        }

        private static String plain(String fingerprint) {
            return fingerprint.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
        }

        /** Line by line: a fingerprint is never cut. */
        private static void print(ServerCertificate shown, Terminal terminal) {
            Words words = terminal.words();
            terminal.line(words.get("cli.certificate.subject") + ": " + shown.subject());
            terminal.line(words.get("cli.certificate.names") + ": " + String.join(", ", shown.names()));
            terminal.line(words.get("cli.certificate.issuer") + ": " + shown.issuer());
            terminal.line(words.get("cli.certificate.from") + ": " + day(shown.from(), words));
            terminal.line(words.get("cli.certificate.until") + ": " + day(shown.until(), words)
                    + (shown.holds(Instant.now()) ? "" : " " + words.get("cli.certificate.not-now")));
            terminal.line("SHA-256: " + shown.fingerprint());
        }

        private static String day(Instant time, Words words) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.locale())
                    .format(time.atZone(ZoneId.systemDefault()));
        }

        private static Map<String, Object> json(ServerCertificate shown) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("subject", shown.subject());
            json.put("names", shown.names());
            json.put("issuer", shown.issuer());
            json.put("from", shown.from().toString());
            json.put("until", shown.until().toString());
            json.put("sha256", shown.fingerprint());
            json.put("pem", shown.pem());
            return json;
        }
    }

    @Command(name = "folders", description = "list the folders that the server offers, with how many mails each has")
    static final class Folders extends DeskCommand {
        @Parameters(paramLabel = "E", description = "the account's address")
        private String email = "";

        Folders(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Account account = desk.accounts().find(email);
            List<OfferedFolder> offered = desk.accounts().offered(account, "");
            terminal.items(offered.stream().map(each -> json(each, account)).toList(),
                    () -> table(offered, account, terminal.words()));
        }

        private static boolean isFetched(OfferedFolder folder, Account account) {
            return folder.role() == app.kith.change.FolderRole.SHARED
                    ? account.scope().shared().contains(folder.path())
                    : !account.scope().leftOut().contains(folder.path());
        }

        private static Table table(List<OfferedFolder> offered, Account account, Words words) {
            Table table = new Table(List.of(words.get("cli.head.folder"), words.get("cli.head.role"),
                    words.get("cli.head.on-server"), words.get("cli.head.followed")));
            offered.forEach(each -> table.row(each.path(), each.role().name().toLowerCase(Locale.ROOT),
                    each.messages() < 0 ? "?" : each.messages(),
                    words.get(isFetched(each, account) ? "cli.yes" : "cli.no")));
            return table;
        }

        private static Map<String, Object> json(OfferedFolder folder, Account account) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("folder", folder.path());
            json.put("role", folder.role().name().toLowerCase(Locale.ROOT));
            json.put("onServer", folder.messages() < 0 ? null : folder.messages());
            json.put("followed", isFetched(folder, account));
            return json;
        }
    }
}
