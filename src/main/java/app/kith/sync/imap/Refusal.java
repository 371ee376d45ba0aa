package app.kith.sync.imap;

import app.kith.account.Provider;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What it means that a server let nobody in, by what it says of it: by its response code (RFC 5530, RFC 9051, RFC 3463), and where
 * it gives none, or one that tells less, by the words that large providers are known to use.
 *
 * <p>In doubt it is the password: whoever tries a wrong one again and again locks the account.
 */
public final class Refusal {
    private static final Pattern CODE = Pattern.compile("\\[([A-Z]+)");
    private static final Pattern TAG = Pattern.compile("^[A-Z]+\\d+ (?:NO|BAD) ");
    private static final Pattern SUGGESTED = Pattern.compile("(?i)backoff time: (\\d{1,9}) milliseconds");
    private static final List<String> PASSING_CODES = List.of("UNAVAILABLE", "INUSE", "LIMIT", "THROTTLED",
            "SERVERBUG");
    private static final Map<String, Problem> CODES = Map.of("AUTHENTICATIONFAILED", Problem.SIGN_IN_REFUSED,
            "AUTHORIZATIONFAILED", Problem.SIGN_IN_NOT_ALLOWED, "EXPIRED", Problem.SIGN_IN_EXPIRED, "PRIVACYREQUIRED",
            Problem.SIGN_IN_PRIVACY, "CONTACTADMIN", Problem.SIGN_IN_ADMIN, "WEBALERT", Problem.SIGN_IN_WEB);
    /** Gmail, Exchange, Dovecot, Courier, Yahoo, NetEase. */
    private static final List<String> PASSING_WORDS = List.of("too many simultaneous connections",
            "too many connections", "too many concurrent", "maximum number of connections", "connection limit",
            "rate limit", "is throttled", "server unavailable", "server busy", "server is busy", "system is busy",
            "not connected", "try again later", "try later", "temporar", "too many login", "系统繁忙", "频繁", "稍后");
    /** Who lists the password among the reasons may mean it. */
    private static final List<String> PASSWORD = List.of("password", "credential", "密码");
    private static final List<Worded> WORDS = List.of(new Worded("unsafe login", Problem.SIGN_IN_UNSAFE),
            new Worded("basic authentication is disabled", Problem.SIGN_IN_BROWSER),
            new Worded("basicauthblocked", Problem.SIGN_IN_BROWSER),
            new Worded("application-specific password", Problem.SIGN_IN_APP_PASSWORD),
            new Worded("app password", Problem.SIGN_IN_APP_PASSWORD),
            new Worded("app-specific password", Problem.SIGN_IN_APP_PASSWORD),
            new Worded("err.login.reqcode", Problem.SIGN_IN_APP_PASSWORD),
            new Worded("授权码", Problem.SIGN_IN_APP_PASSWORD),
            new Worded("web login", Problem.SIGN_IN_WEB),
            new Worded("web browser", Problem.SIGN_IN_WEB),
            new Worded("verify your identity", Problem.SIGN_IN_WEB),
            new Worded("not enabled for imap", Problem.SIGN_IN_NOT_ALLOWED),
            new Worded("imap access is disabled", Problem.SIGN_IN_NOT_ALLOWED),
            new Worded("enable imap", Problem.SIGN_IN_NOT_ALLOWED),
            new Worded("smtpclientauthentication is disabled", Problem.SIGN_IN_NOT_ALLOWED));

    private Refusal() {}

    /**
     * Says what it means.
     *
     * @param cause what was thrown; null where nothing was
     * @param email the account
     * @param host the server
     * @param answer what the server said
     * @param byPassword whether it was given a password, and no token
     * @return SERVER_BUSY if it will pass, else the problem of the sign-in
     */
    static KithException of(@Nullable Throwable cause, String email, String host, String answer, boolean byPassword) {
        String said = TAG.matcher(answer).replaceFirst("");
        if (isPassing(said)) {
            return new KithException(cause, Problem.SERVER_BUSY, host, said);
        }
        Problem problem = problem(said);
        boolean browserOnly = problem == Problem.SIGN_IN_REFUSED && byPassword
                && Provider.ofServer(host).filter(provider -> !provider.takesPassword()).isPresent();
        return new KithException(cause, browserOnly ? Problem.SIGN_IN_BROWSER : problem, email, said);
    }

    /**
     * Says what an answer of a sending server to the sign-in means.
     *
     * @param email the account
     * @param host the server
     * @param answer code and words
     * @param later whether it named it passing itself (RFC 5321, 4yz)
     * @param byPassword whether it was given a password, and no token
     * @return SERVER_BUSY if it will pass, else the problem of the sign-in
     */
    public static KithException ofSending(String email, String host, String answer, boolean later, boolean byPassword) {
        return later
                ? new KithException(Problem.SERVER_BUSY, host, answer)
                : of(null, email, host, answer, byPassword);
    }

    private static Problem problem(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        Optional<Problem> worded = WORDS.stream().filter(each -> lower.contains(each.words())).map(Worded::problem)
                .findFirst();
        return worded.orElseGet(() -> code(said).map(CODES::get).orElse(Problem.SIGN_IN_REFUSED));
    }

    /** Whether it will pass by itself. */
    static boolean isPassing(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return code(said).filter(PASSING_CODES::contains).isPresent()
                || PASSING_WORDS.stream().anyMatch(lower::contains) && PASSWORD.stream().noneMatch(lower::contains)
                        && code(said).filter(CODES::containsKey).isEmpty();
    }

    private static Optional<String> code(String said) {
        Matcher code = CODE.matcher(said);
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    /** Whether a server of NetEase wants to know what program this is before it opens a folder. */
    static boolean isUnsafe(KithException refused) {
        return isUnsafe(String.valueOf(refused.details()));
    }

    static boolean isUnsafe(String said) {
        return said.toLowerCase(Locale.ROOT).contains("unsafe login");
    }

    /**
     * How long the server wants to be left alone, where it says so, as Exchange does.
     *
     * @param failure what went wrong
     * @return the time; empty where it says nothing
     */
    public static Optional<Duration> suggested(KithException failure) {
        Matcher wanted = SUGGESTED.matcher(String.valueOf(failure.details()));
        return wanted.find() ? Optional.of(Duration.ofMillis(Long.parseLong(wanted.group(1)))) : Optional.empty();
    }

    /** Words that tell a problem. */
    private record Worded(String words, Problem problem) {}
}
