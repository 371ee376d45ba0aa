package app.kith.sync.imap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A certificate as a person looks at it.
 *
 * @param subject whose it is
 * @param issuer who vouches for it
 * @param names hosts and addresses that it is for, as they stand in it
 * @param from when it begins
 * @param until when it ends
 * @param fingerprint SHA-256 of the whole, in pairs of hexadecimal digits with colons between them
 * @param pem the certificate itself
 */
public record ServerCertificate(String subject, String issuer, List<String> names, Instant from, Instant until,
        String fingerprint, String pem) {
    private static final int HOST = 2;
    private static final int ADDRESS = 7;
    private static final int LONGEST = 200;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    /**
     * Reads one.
     *
     * @param certificate the certificate
     * @return what it says
     */
    public static ServerCertificate of(X509Certificate certificate) {
        try {
            byte[] der = certificate.getEncoded();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(der);
            String pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der)
                    + "\n-----END CERTIFICATE-----\n";
            return new ServerCertificate(printable(certificate.getSubjectX500Principal().getName()),
                    printable(certificate.getIssuerX500Principal().getName()), names(certificate),
                    certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant(),
                    HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest), pem);
        } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("not a certificate that can be read", e);
        }
    }

    private static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            for (List<?> each : all == null ? List.<List<?>>of() : all) {
                if (each.getFirst() instanceof Integer kind && (kind == HOST || kind == ADDRESS)) {
                    names.add(printable(String.valueOf(each.get(1))));
                }
            }
        } catch (CertificateParsingException e) {
            // Then it is for nobody.
        }
        return List.copyOf(names);
    }

    /** Anybody may have written into a certificate whatever he liked. */
    private static String printable(String text) {
        String line = CONTROLS.matcher(text).replaceAll(" ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /**
     * Whether it holds at a time.
     *
     * @param now the time
     * @return false before its beginning and after its end
     */
    public boolean holds(Instant now) {
        return !now.isBefore(from) && !now.isAfter(until);
    }
}
