package app.kith.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A throw-away certificate authority and one server certificate of it for {@code localhost}, {@code imap.example.test} and
 * 127.0.0.1, as PEM files. The DER is written by hand (RFC 5280), so that no tool has to be installed.
 *
 * @param authority file with the certificate that a client is to trust
 * @param certificate file with the server's certificate
 * @param key file with the server's private key
 */
public record TestCertificates(Path authority, Path certificate, Path key) {
    private static final byte[] ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2));
    private static final long VALID = 91L * 86_400;
    private static final int IP_127_0_0_1 = 0x7f000001;

    /** Makes them, valid today. */
    public static TestCertificates make(Path directory) throws IOException, GeneralSecurityException {
        return make(directory, "localhost", Instant.now().minusSeconds(86_400));
    }

    /** Makes them for {@code localhost} with a server certificate that ended yesterday. */
    public static TestCertificates expired(Path directory) throws IOException, GeneralSecurityException {
        return make(directory, "localhost", Instant.now().minusSeconds(86_400).minusSeconds(VALID));
    }

    /** Makes them, valid today, with a server certificate for another host alone. */
    public static TestCertificates ofHost(Path directory, String host) throws IOException, GeneralSecurityException {
        return make(directory, host, Instant.now().minusSeconds(86_400));
    }

    private static TestCertificates make(Path directory, String host, Instant from)
            throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair authority = generator.generateKeyPair();
        KeyPair server = generator.generateKeyPair();
        byte[] isAuthority = extension(19, true, sequence(der(1, new byte[]{(byte) 0xff})));
        byte[] signsCertificates = extension(15, true, der(3, new byte[]{1, 6}));
        byte[] own = der(0x82, host.getBytes(StandardCharsets.US_ASCII));
        byte[] names = host.equals("localhost")
                ? sequence(own, der(0x82, "imap.example.test".getBytes(StandardCharsets.US_ASCII)),
                        der(0x87, BigInteger.valueOf(IP_127_0_0_1).toByteArray()))
                : sequence(own);
        byte[] serves = extension(37, false, sequence(oid(0x2b, 6, 1, 5, 5, 7, 3, 1)));
        String issuer = "Throw-away test CA";
        byte[] root = certificate(issuer, authority.getPrivate(), issuer, authority, Instant.now().minusSeconds(86_400),
                isAuthority, signsCertificates);
        byte[] leaf = certificate(issuer, authority.getPrivate(), host, server, from, extension(17, false, names),
                serves);
        TestCertificates made = new TestCertificates(directory.resolve("ca.crt"), directory.resolve("server.crt"),
                directory
                        .resolve("server.key"));
        pem(made.authority, "CERTIFICATE", root);
        pem(made.certificate, "CERTIFICATE", leaf);
        pem(made.key, "PRIVATE KEY", server.getPrivate().getEncoded());
        return made;
    }

    /** {@return TLS for a client that trusts one authority alone} */
    public static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            store.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** {@return TLS for a server that shows the certificate} */
    public SSLContext serving() throws IOException, GeneralSecurityException {
        String pem = Files.readString(key).replaceAll("-----[A-Z ]+-----", "");
        PrivateKey secret = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(certificate)) {
            store.setKeyEntry("server", secret, new char[0],
                    new Certificate[]{CertificateFactory.getInstance("X.509").generateCertificate(in)});
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static byte[] certificate(String issuer, PrivateKey by, String subject, KeyPair of, Instant from,
            byte[]... extensions)
            throws GeneralSecurityException {
        byte[] validity = sequence(time(from), time(from.plusSeconds(VALID)));
        byte[] body = sequence(der(0xa0, integer(BigInteger.TWO)),
                integer(new BigInteger(120, new SecureRandom()).setBit(
                        119)),
                ECDSA_SHA256, name(issuer), validity, name(subject), of.getPublic().getEncoded(), der(0xa3, sequence(
                        extensions)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(by);
        signature.update(body);
        return sequence(body, ECDSA_SHA256, der(3, concat(new byte[1], signature.sign())));
    }

    private static byte[] extension(int number, boolean critical, byte[] value) {
        byte[] flag = critical ? der(1, new byte[]{(byte) 0xff}) : new byte[0];
        return sequence(oid(0x55, 0x1d, number), flag, der(4, value));
    }

    private static byte[] name(String common) {
        return sequence(der(0x31, sequence(oid(0x55, 4, 3), der(12, common.getBytes(StandardCharsets.UTF_8)))));
    }

    private static byte[] time(Instant instant) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
        return der(23, format.format(instant).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] integer(BigInteger value) {
        return der(2, value.toByteArray());
    }

    private static byte[] oid(int... bytes) {
        byte[] value = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            value[i] = (byte) bytes[i];
        }
        return der(6, value);
    }

    private static byte[] sequence(byte[]... parts) {
        return der(0x30, concat(parts));
    }

    private static byte[] der(int tag, byte[] value) {
        byte[] length = value.length < 128
                ? new byte[]{(byte) value.length}
                : value.length < 256
                        ? new byte[]{(byte) 0x81,
                                (byte) value.length}
                        : new byte[]{(byte) 0x82, (byte) (value.length >> 8), (byte) value.length};
        return concat(new byte[]{(byte) tag}, length, value);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static void pem(Path file, String what, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
    }
}
