package app.kith.sync.smtp;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Signs in with a password (RFC 4954): PLAIN (RFC 4616), else LOGIN, which older Exchange servers know alone. */
final class SignIn {
    private final SmtpWire wire;
    private final List<String> mechanisms;
    private final String account;

    SignIn(SmtpWire wire, List<String> mechanisms, String account) {
        this.wire = wire;
        this.mechanisms = mechanisms;
        this.account = account;
    }

    void run(String user, String secret) throws IOException {
        Reply reply;
        if (mechanisms.contains("PLAIN")) {
            reply = wire.ask("AUTH PLAIN " + base64("\0" + user + "\0" + secret));
        } else if (mechanisms.contains("LOGIN")) {
            reply = wire.ask("AUTH LOGIN");
            reply = reply.code() == 334 ? wire.ask(base64(user)) : reply;
            reply = reply.code() == 334 ? wire.ask(base64(secret)) : reply;
        } else {
            throw new KithException(Problem.SIGN_IN_REFUSED, account, "AUTH " + String.join(" ", mechanisms));
        }
        if (reply.later()) {
            throw new KithException(Problem.SERVER_REFUSED, account, reply.said());
        }
        if (!reply.done()) {
            throw new KithException(Problem.SIGN_IN_REFUSED, account, reply.said());
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
