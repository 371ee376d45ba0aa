package app.kith.sync.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.kith.account.OAuth;
import app.kith.sync.StopSignal;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in through the browser against an authorisation server of our own, which checks what a real one would check. */
class BrowserSignInTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private MockAuthorizationServer server;

    @BeforeEach
    void start() throws IOException {
        server = new MockAuthorizationServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private BrowserSignIn signIn(Duration patience) {
        return new BrowserSignIn(new OAuth(server.place("/authorize"), server.place("/token"), "mail", null), "kith-1",
                null, "Done.", patience);
    }

    /** A browser that follows redirects as the provider sends them, changed on the way. */
    private static void browse(String address, UnaryOperator<String> onTheWay) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> page = client.send(HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (page.statusCode() == 302) {
                String next = onTheWay.apply(page.headers().firstValue("Location").orElseThrow());
                client.send(HttpRequest.newBuilder(URI.create(next)).build(), HttpResponse.BodyHandlers.ofString());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Grant granted() {
        return signIn(Duration.ofSeconds(20)).run("anna@firm.example", address -> browse(address, next -> next),
                new StopSignal());
    }

    @Test
    void theUserSignsInAndAGrantIsKept() {
        Grant grant = granted();
        assertThat(grant.refreshToken()).isEqualTo("refresh-1");
        assertThat(server.hint()).isEqualTo("anna@firm.example");
        assertThat(Grant.of(grant.encoded())).contains(grant);
        assertThat(Grant.of("a password")).isEmpty();
        assertThat(grant.toString()).doesNotContain("refresh-1");
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItsEndAndAnExchangedGrantIsKept() {
        Grant grant = granted();
        TestClock clock = new TestClock();
        AccessTokens tokens = new AccessTokens(clock);
        List<Grant> renewed = new ArrayList<>();
        String first = tokens.token(grant, renewed::add);
        assertThat(tokens.token(grant, renewed::add)).isEqualTo(first);
        assertThat(renewed).isEmpty();
        server.rotating(true);
        clock.now = clock.now.plus(Duration.ofMinutes(59));
        String second = tokens.token(grant, renewed::add);
        assertThat(second).isNotEqualTo(first);
        assertThat(renewed).singleElement().satisfies(after -> assertThat(after.refreshToken()).isEqualTo("refresh-2"));
        assertThat(tokens.token(renewed.getFirst(), renewed::add)).isEqualTo(second);
    }

    @Test
    void aGrantThatWasWithdrawnIsSaid() {
        Grant grant = granted();
        server.withdraw();
        assertThatExceptionOfType(KithException.class)
                .isThrownBy(() -> new AccessTokens(Clock.systemUTC()).token(grant, _ -> {}))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.BROWSER_REFUSED));
    }

    @Test
    void theUserMayRefuse() {
        server.refusing(true);
        assertThatExceptionOfType(KithException.class).isThrownBy(this::granted)
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.BROWSER_REFUSED))
                .satisfies(e -> assertThat(e.getMessage()).contains("access_denied"));
    }

    @Test
    void anAnswerToAnotherAttemptIsTurnedAway() {
        assertThatExceptionOfType(KithException.class)
                .isThrownBy(() -> signIn(SHORT).run("anna@firm.example",
                        address -> browse(address, next -> next.replaceAll("state=[^&]*", "state=forged")),
                        new StopSignal()))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.TIMEOUT));
        assertThat(server.exchanged()).isZero();
    }

    @Test
    void aStolenCodeIsWorthNothingWithoutTheVerifier() {
        List<String> stolen = new ArrayList<>();
        signIn(Duration.ofSeconds(20)).run("anna@firm.example", address -> {
            stolen.add(server.codeFor(address));
            browse(address, next -> next);
        }, new StopSignal());
        TokenPlace place = new TokenPlace(server.place("/token"), Clock.systemUTC());
        assertThatExceptionOfType(KithException.class)
                .isThrownBy(() -> place.exchange("kith-1", null, stolen.getFirst(), "guessed", "http://127.0.0.1:1/"));
    }

    @Test
    void nothingIsSentToAPlaceThatIsNotProtected() {
        assertThatExceptionOfType(KithException.class)
                .isThrownBy(() -> new TokenPlace("http://login.example/token", Clock.systemUTC()))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.PLAIN_REFUSED));
        OAuth open = new OAuth("http://login.example/authorize", "https://login.example/token", "mail", null);
        assertThatExceptionOfType(KithException.class)
                .isThrownBy(() -> new BrowserSignIn(open, "kith-1", null, "").run("a@b.example", address -> {
                    throw new IllegalStateException(address);
                }, new StopSignal()))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.PLAIN_REFUSED));
    }

    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
