package app.kith.sync.imap;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the system's authorities; besides them what the user chose for one account: exactly such a certificate, whatever name and days
 * stand in it, for nobody else has its key; or who is vouched for by it as an authority, by all rules. A refusal knows the chain that
 * was shown.
 */
final class ChosenTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager system;
    private final @Nullable X509ExtendedTrustManager authorities;
    private final List<X509Certificate> chosen;

    /**
     * Makes one.
     *
     * @param system the system's authorities
     * @param authorities the chosen ones, as authorities; null where none is chosen
     * @param chosen the chosen certificates
     */
    ChosenTrust(X509ExtendedTrustManager system, @Nullable X509ExtendedTrustManager authorities,
            List<X509Certificate> chosen) {
        this.system = system;
        this.authorities = authorities;
        this.chosen = List.copyOf(chosen);
    }

    /** A chain that is not trusted. */
    static final class Refused extends CertificateException {
        private static final long serialVersionUID = 1L;

        private final transient List<X509Certificate> chain;

        Refused(CertificateException why, X509Certificate[] chain) {
            super(why.getMessage(), why);
            this.chain = List.of(chain);
        }

        /** What was shown, the server's own certificate first. */
        List<X509Certificate> chain() {
            return chain;
        }
    }

    /** Asks one of the two for its opinion. */
    private interface Asking {
        void ask(X509ExtendedTrustManager who) throws CertificateException;
    }

    private void check(X509Certificate[] chain, Asking asking) throws CertificateException {
        if (chain.length > 0 && chosen.contains(chain[0])) {
            return;
        }
        try {
            if (authorities == null) {
                asking.ask(system);
            } else {
                either(authorities, asking);
            }
        } catch (CertificateException e) {
            throw new Refused(e, chain);
        }
    }

    private void either(X509ExtendedTrustManager first, Asking asking) throws CertificateException {
        try {
            asking.ask(first);
        } catch (CertificateException e) {
            try {
                asking.ask(system);
            } catch (CertificateException other) {
                // What is wrong with one's own authority tells more, where the chain is its.
                throw first.getAcceptedIssuers().length > 0 && isOfChosen(e) ? e : other;
            }
        }
    }

    /** Whether a refusal has another reason than that nobody known vouches for it. */
    private static boolean isOfChosen(CertificateException why) {
        return !String.valueOf(why.getMessage()).contains("unable to find valid certification path");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, who -> who.checkServerTrusted(chain, type));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, who -> who.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, who -> who.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("Kith is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("Kith is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("Kith is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        List<X509Certificate> all = new ArrayList<>(List.of(system.getAcceptedIssuers()));
        all.addAll(chosen);
        return all.toArray(new X509Certificate[0]);
    }
}
