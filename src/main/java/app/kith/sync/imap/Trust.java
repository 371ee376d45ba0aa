package app.kith.sync.imap;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whom a connection trusts: the system's authorities, and what the user chose for the account besides. */
public final class Trust {
    private Trust() {}

    /**
     * Makes the sockets of an account.
     *
     * @param certificate an authority or a server's certificate in PEM; null for the system's only
     * @return the factory
     * @throws KithException CERTIFICATE_INVALID if the certificate cannot be read
     */
    public static SSLSocketFactory sockets(@Nullable String certificate) {
        return context(certificate).getSocketFactory();
    }

    /**
     * Makes the context of an account's connections.
     *
     * @param certificate an authority or a server's certificate in PEM; null for the system's only
     * @return the context
     * @throws KithException CERTIFICATE_INVALID if the certificate cannot be read
     */
    public static SSLContext context(@Nullable String certificate) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{manager(certificate)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new KithException(e, Problem.CERTIFICATE_INVALID, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads certificates that a user gives.
     *
     * @param pem one or more in PEM
     * @return what they say
     * @throws KithException CERTIFICATE_INVALID if there is none, or it cannot be read
     */
    public static List<ServerCertificate> read(String pem) {
        try {
            return certificates(pem).stream().map(ServerCertificate::of).toList();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KithException(e, Problem.CERTIFICATE_INVALID, String.valueOf(e.getMessage()));
        }
    }

    private static List<X509Certificate> certificates(String pem) throws CertificateException {
        List<X509Certificate> all = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))).stream()
                .map(X509Certificate.class::cast).toList();
        if (all.isEmpty()) {
            throw new CertificateException("no certificate in it");
        }
        return all;
    }

    private static ChosenTrust manager(@Nullable String pem) throws GeneralSecurityException {
        if (pem == null) {
            return new ChosenTrust(Authorities.MANAGER, null, List.of());
        }
        List<X509Certificate> chosen = certificates(pem);
        return new ChosenTrust(Authorities.MANAGER, manager(store(chosen)), chosen);
    }

    private static KeyStore store(List<X509Certificate> chosen) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < chosen.size(); i++) {
                store.setCertificateEntry("chosen-" + i, chosen.get(i));
            }
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException(e); // Nothing is read.
        }
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    /** The system's authorities, read once. */
    private static final class Authorities {
        private static final X509ExtendedTrustManager MANAGER;

        static {
            try {
                MANAGER = manager((KeyStore) null);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the system's authorities cannot be read", e);
            }
        }
    }
}
