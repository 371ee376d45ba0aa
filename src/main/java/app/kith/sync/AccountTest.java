package app.kith.sync;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.sync.imap.Counts;
import app.kith.sync.imap.Fetched;
import app.kith.sync.imap.ImapConnection;
import app.kith.sync.imap.Listed;
import app.kith.sync.smtp.SmtpConnection;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tries an account step by step and says how each went. Changes nothing anywhere. */
public final class AccountTest {
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final List<Result> results = new ArrayList<>();
    private final Consumer<Result> told;

    private AccountTest(Consumer<Result> told) {
        this.told = told;
    }

    /**
     * Tries an account.
     *
     * @param account the account
     * @param secret its password
     * @param told told of each step as it ends
     * @return all steps, in order; the last one is the failed one if any failed
     */
    public static List<Result> run(Account account, String secret, Consumer<Result> told) {
        AccountTest test = new AccountTest(told);
        test.imap(account, secret);
        if (account.smtp() != null && test.results.stream().allMatch(result -> result.failure() == null)) {
            test.smtp(account, account.smtp(), secret);
        }
        return test.results;
    }

    private void imap(Account account, String secret) {
        Server server = account.imap();
        String[] next = {"resolve"};
        try {
            resolve("resolve", server);
            next[0] = "connect";
            try (ImapConnection connection = ImapConnection.open(account, secret, SILENCE, step -> {
                done(step.name(), step.detail());
                next[0] = step.name().equals("sign-in") ? "id" : "sign-in";
            })) {
                next[0] = "list";
                List<Listed> folders = connection.list();
                done("list", String.valueOf(folders.size()));
                next[0] = "select";
                Counts inbox = connection.examine("INBOX", null, _ -> {});
                done("select", String.valueOf(inbox.messages()));
                next[0] = "fetch";
                fetchOne(connection, inbox);
            }
        } catch (KithException e) {
            add(new Result(next[0], server.address(), e));
        }
    }

    private void smtp(Account account, Server server, String secret) {
        String[] next = {"smtp-resolve"};
        try {
            resolve("smtp-resolve", server);
            next[0] = "smtp-connect";
            SmtpConnection.open(account, secret, SILENCE, (step, detail) -> {
                done(step, detail);
                next[0] = following(server, step);
            }).close();
        } catch (KithException e) {
            add(new Result(next[0], server.address(), e));
        }
    }

    private static String following(Server server, String step) {
        return switch (step) {
            case "smtp-connect" -> server.security() == Security.TLS ? "smtp-tls" : "smtp-greeting";
            case "smtp-greeting" -> server.security() == Security.STARTTLS ? "smtp-tls" : "smtp-sign-in";
            case "smtp-tls" -> server.security() == Security.TLS ? "smtp-greeting" : "smtp-sign-in";
            default -> "smtp-sign-in";
        };
    }

    private void resolve(String step, Server server) {
        try {
            done(step, InetAddress.getByName(server.host()).getHostAddress());
        } catch (UnknownHostException e) {
            throw new KithException(e, Problem.HOST_UNKNOWN, server.host());
        }
    }

    private void fetchOne(ImapConnection connection, Counts inbox) {
        if (inbox.messages() == 0) {
            done("fetch", "0");
            return;
        }
        long[] size = {0};
        connection.fetch("*", "UID RFC822.SIZE", "", (Fetched message) -> size[0] = message.messageSize());
        done("fetch", String.valueOf(size[0]));
    }

    private void done(String step, String detail) {
        add(new Result(step, detail, null));
    }

    private void add(Result result) {
        results.add(result);
        told.accept(result);
    }

    /**
     * How one step went.
     *
     * @param step its name: resolve, connect, tls, sign-in, id, list, select, fetch; then smtp-resolve, smtp-connect,
     *     smtp-tls, smtp-greeting, smtp-sign-in
     * @param detail what the server said or what was found
     * @param failure what went wrong; null if nothing did
     */
    public record Result(String step, String detail, @Nullable KithException failure) {}
}
