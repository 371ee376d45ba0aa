package app.kith.sync.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.kith.account.Account;
import app.kith.account.Bearer;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in with an access token (XOAUTH2), against a server that does what Google's and Microsoft's do. */
class TokenSignInTest {
    private static final String GOOD = "user=anna@firm.example\u0001auth=Bearer good\u0001\u0001";

    private static Account account(ServerSocket socket) {
        return new Account(1, "anna@firm.example", "",
                new Server("127.0.0.1", socket.getLocalPort(), Security.NONE), null, "anna@firm.example", null, null,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {" SASL-IR", ""})
    void aGoodTokenSignsIn(String initial) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}))) {
            CompletableFuture<String> heard = serve(socket, initial);
            try (ImapConnection connection = ImapConnection.open(account(socket), Bearer.mark("good"),
                    Duration.ofSeconds(10), _ -> {})) {
                assertThat(connection.has("IMAP4rev1")).isTrue();
            }
            assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo(GOOD);
        }
    }

    @Test
    void aRefusedTokenIsSaidAndTheConnectionDoesNotHang() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}))) {
            CompletableFuture<String> heard = serve(socket, " SASL-IR");
            assertThatExceptionOfType(KithException.class)
                    .isThrownBy(() -> ImapConnection.open(account(socket), Bearer.mark("stale"), Duration.ofSeconds(10),
                            _ -> {}))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.SIGN_IN_REFUSED));
            assertThat(heard.get(10, TimeUnit.SECONDS)).contains("Bearer stale");
        }
    }

    /** Serves one connection; tells what the client sent to sign in. */
    private static CompletableFuture<String> serve(ServerSocket listening, String initial) {
        CompletableFuture<String> heard = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (Socket socket = listening.accept()) {
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream();
                say(out, "* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2" + initial + "] ready");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String tag = line.substring(0, line.indexOf(' '));
                    String[] words = line.split(" ", -1);
                    if (!words[1].equalsIgnoreCase("AUTHENTICATE")) {
                        say(out, "* CAPABILITY IMAP4rev1 AUTH=XOAUTH2" + initial);
                        say(out, tag + " OK done");
                        continue;
                    }
                    if (words.length < 4) {
                        say(out, "+ ");
                    }
                    String said = new String(Base64.getDecoder().decode(words.length < 4 ? in.readLine() : words[3]),
                            StandardCharsets.UTF_8);
                    boolean good = said.equals(GOOD);
                    if (!good) {
                        say(out, "+ eyJzdGF0dXMiOiI0MDEifQ==");
                        in.readLine(); // Nothing is said until the client has answered the reason with an empty line.
                    }
                    heard.complete(said);
                    say(out, tag + (good ? " OK signed in" : " NO [AUTHENTICATIONFAILED] invalid credentials"));
                }
            } catch (IOException | RuntimeException e) {
                heard.completeExceptionally(e);
            }
        });
        return heard;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
