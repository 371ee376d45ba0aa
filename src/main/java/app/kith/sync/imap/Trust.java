package app.kith.sync.imap;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom a connection trusts: the system's authorities, and one more that the user chose for the account. */
public final class Trust {
    private Trust() {}

    /**
     * Makes the sockets of an account.
     *
     * @param certificate an extra authority in PEM; null for the system's only
     * @return the factory
     * @throws KithException TLS_UNTRUSTED if the certificate cannot be read
     */
    public static SSLSocketFactory sockets(@Nullable String certificate) {
        return context(certificate).getSocketFactory();
    }

    /**
     * Makes the context of an account's connections.
     *
     * @param certificate an extra authority in PEM; null for the system's only
     * @return the context
     * @throws KithException TLS_UNTRUSTED if the certificate cannot be read
     */
    public static SSLContext context(@Nullable String certificate) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, certificate == null ? null : new TrustManager[]{both(certificate)}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new KithException(e, Problem.TLS_UNTRUSTED, "", String.valueOf(e.getMessage()));
        }
    }

    private static X509TrustManager both(String pem) throws GeneralSecurityException, IOException {
        KeyStore chosen = KeyStore.getInstance(KeyStore.getDefaultType());
        chosen.load(null, null);
        int number = 0;
        for (Certificate certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
            chosen.setCertificateEntry("chosen-" + number++, certificate);
        }
        return new Either(manager(null), manager(chosen));
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    /** Trusts what the first or the second trusts. Host names are checked by the TLS layer in either case. */
    private record Either(X509TrustManager first, X509TrustManager second) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("Kith is no server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            try {
                second.checkServerTrusted(chain, type);
            } catch (CertificateException e) {
                first.checkServerTrusted(chain, type);
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            List<X509Certificate> all = new ArrayList<>(List.of(first.getAcceptedIssuers()));
            all.addAll(List.of(second.getAcceptedIssuers()));
            return all.toArray(new X509Certificate[0]);
        }
    }
}
