package app.kith.sync.imap;

import app.kith.account.Server;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
            return tls(e, tls, server.host());
        }
        if (cause(e, SocketTimeoutException.class) != null || said(e).contains("SocketTimeoutException")) {
            return new KithException(e, Problem.TIMEOUT, server.address());
        }
        if (e instanceof CommandFailedException || e instanceof ProtocolException && cause(e, IOException.class) == null
                && !said(e).contains("BYE") && !said(e).contains("dropped")) {
            return new KithException(e, Problem.SERVER_REFUSED, server.host(), said(e));
        }
        if (e instanceof ProtocolException && Refusal.isPassing(said(e))) {
            return new KithException(e, Problem.SERVER_BUSY, server.host(), said(e));
        }
        return cause(e, SocketConnectException.class) != null
                ? new KithException(e, Problem.UNREACHABLE, server.address(), reason(e))
                : new KithException(e, Problem.CONNECTION_LOST, server.address());
    }

    /**
     * Says why a server could not be told from somebody on the way.
     *
     * @param e what was thrown
     * @param tls the part of it that is about TLS
     * @param host name of the server
     * @return the failure
     */
    public static KithException tls(Exception e, Throwable tls, String host) {
        Throwable certificate = cause(tls, CertificateException.class);
        if (cause(tls, ChosenTrust.Refused.class) instanceof ChosenTrust.Refused refused) {
            return certificate(e, refused, host);
        }
        String said = String.valueOf(certificate == null ? tls.getMessage() : certificate.getMessage());
        String lower = said.toLowerCase(Locale.ROOT);
        if (certificate != null && isOfAnother(lower)) {
            return new KithException(e, Problem.TLS_WRONG_HOST, host);
        }
        return lower.contains("unsupported or unrecognized ssl message")
                ? new KithException(e, Problem.TLS_MISSING, host)
                : new KithException(e, Problem.TLS_UNTRUSTED, host, said);
    }

    private static boolean isOfAnother(String said) {
        return said.contains("subject alternative") || said.contains("no name matching");
    }

    private static KithException certificate(Exception e, ChosenTrust.Refused refused, String host) {
        if (cause(refused, CertificateExpiredException.class) != null
                || cause(refused, CertificateNotYetValidException.class) != null) {
            return new KithException(e, Problem.TLS_EXPIRED, host, day(refused.chain()));
        }
        return isOfAnother(String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT))
                ? new KithException(e, Problem.TLS_WRONG_HOST, host)
                : new KithException(e, Problem.TLS_UNTRUSTED, host,
                        ServerCertificate.of(refused.chain().getFirst()).issuer());
    }

    /** The day on which the first of some certificates ended that does not hold, or begins. */
    private static String day(List<X509Certificate> chain) {
        Instant now = Instant.now();
        return chain.stream().map(ServerCertificate::of).filter(each -> !each.holds(now)).findFirst()
                .map(each -> now.isBefore(each.from()) ? each.from() : each.until())
                .map(end -> end.atZone(ZoneId.systemDefault()).toLocalDate().toString()).orElse("?");
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

    /** What a server's answer says, at most 300 characters, printable only. */
    static String said(Throwable e) {
        String text = decoded(String.valueOf(e.getMessage())).replaceAll("[\\p{Cntrl}]+", " ").strip();
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    /** Answers are read byte by byte; Chinese servers answer in Chinese. */
    private static String decoded(String text) {
        if (text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(c -> c > 0xff)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }
}
