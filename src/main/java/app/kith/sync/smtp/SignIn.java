package app.kith.sync.smtp;

import app.kith.account.Bearer;
import app.kith.sync.imap.Refusal;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Signs in (RFC 4954): with an access token by XOAUTH2; with a password by PLAIN (RFC 4616), else by LOGIN, which older Exchange
 * servers know alone. CRAM-MD5 is left out on purpose: within TLS it protects nothing more, and wants the password kept in clear on
 * the server.
 */
final class SignIn {
    private final SmtpWire wire;
    private final List<String> mechanisms;
    private final String account;
    private final String host;

    SignIn(SmtpWire wire, List<String> mechanisms, String account, String host) {
        this.host = host;
        this.wire = wire;
        this.mechanisms = mechanisms;
        this.account = account;
    }

    void run(String user, String secret) throws IOException {
        Reply reply;
        Optional<String> token = Bearer.token(secret);
        if (token.isPresent()) {
            reply = bearer(user, token.get());
        } else if (mechanisms.contains("PLAIN")) {
            reply = wire.ask("AUTH PLAIN " + base64("\0" + user + "\0" + secret));
        } else if (mechanisms.contains("LOGIN")) {
            reply = wire.ask("AUTH LOGIN");
            reply = reply.code() == 334 ? wire.ask(base64(user)) : reply;
            reply = reply.code() == 334 ? wire.ask(base64(secret)) : reply;
        } else {
            throw new KithException(Problem.SIGN_IN_REFUSED, account, "AUTH " + String.join(" ", mechanisms));
        }
        if (!reply.done()) {
            throw Refusal.ofSending(account, host, reply.said(), reply.later(), token.isEmpty());
        }
    }

    /** A token is never handed on as a password. A refusal comes as a question, which has to be answered to get its reason. */
    private Reply bearer(String user, String token) throws IOException {
        if (!mechanisms.contains("XOAUTH2")) {
            throw new KithException(Problem.SIGN_IN_REFUSED, account, "AUTH " + String.join(" ", mechanisms));
        }
        Reply reply = wire.ask("AUTH XOAUTH2 " + base64("user=" + user + "\1auth=Bearer " + token + "\1\1"));
        return reply.code() == 334 ? wire.ask("") : reply;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
