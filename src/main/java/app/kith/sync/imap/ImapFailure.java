package app.kith.sync.imap;

import app.kith.account.Server;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.jspecify.annotations.Nullable;

/** What went wrong on the way to a server or with it, in the program's words. */
public final class ImapFailure {
    private ImapFailure() {}

    /**
     * Says a failure in the program's words.
     *
     * @param e what was thrown
     * @param server the server it was about
     * @return the failure
     */
    public static KithException of(Exception e, Server server) {
        if (e instanceof KithException known) {
            return known;
        }
        Throwable unknownHost = cause(e, UnknownHostException.class);
        if (unknownHost != null) {
            return new KithException(e, Problem.HOST_UNKNOWN, server.host());
        }
        Throwable tls = cause(e, SSLException.class);
        if (tls != null) {
            return tls(e, tls, server);
        }
        if (cause(e, SocketTimeoutException.class) != null || said(e).contains("SocketTimeoutException")) {
            return new KithException(e, Problem.TIMEOUT, server.address());
        }
        if (e instanceof CommandFailedException || e instanceof ProtocolException && cause(e, IOException.class) == null
                && !said(e).contains("BYE") && !said(e).contains("dropped")) {
            return new KithException(e, Problem.SERVER_REFUSED, server.host(), said(e));
        }
        return cause(e, SocketConnectException.class) != null
                ? new KithException(e, Problem.UNREACHABLE, server.address(), reason(e))
                : new KithException(e, Problem.CONNECTION_LOST, server.address());
    }

    private static KithException tls(Exception e, Throwable tls, Server server) {
        Throwable certificate = cause(tls, CertificateException.class);
        String said = String.valueOf(certificate == null ? tls.getMessage() : certificate.getMessage());
        String lower = said.toLowerCase(Locale.ROOT);
        if (certificate != null && (lower.contains("subject alternative") || lower.contains("no name matching"))) {
            return new KithException(e, Problem.TLS_WRONG_HOST, server.host());
        }
        if (certificate != null || cause(tls, CertPathValidatorException.class) != null) {
            return new KithException(e, Problem.TLS_UNTRUSTED, server.host(), said);
        }
        if (lower.contains("unsupported or unrecognized ssl message")) {
            return new KithException(e, Problem.TLS_MISSING, server.host());
        }
        return new KithException(e, Problem.TLS_UNTRUSTED, server.host(), said);
    }

    private static <T extends Throwable> @Nullable Throwable cause(Throwable e, Class<T> kind) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return t;
            }
        }
        return null;
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** What a server's answer says, without tag and state, at most 300 characters, printable only. */
    static String said(Throwable e) {
        String text = String.valueOf(e.getMessage()).replaceAll("[\\p{Cntrl}]+", " ").strip();
        return text.length() > 300 ? text.substring(0, 300) : text;
    }
}
