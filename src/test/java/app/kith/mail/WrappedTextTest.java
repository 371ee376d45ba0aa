package app.kith.mail;

import static app.kith.mail.Samples.content;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Text and files that are wrapped: yEnc, uuencode, S/MIME and OpenPGP. */
class WrappedTextTest {

    private static byte[] join(Object... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object piece : pieces) {
            out.writeBytes(piece instanceof byte[] bytes ? bytes : piece.toString().getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] yenc(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < content.length; i++) {
            int b = content[i] + 42 & 0xFF;
            if (b == 0 || b == '\n' || b == '\r' || b == '=') {
                out.write('=');
                b = b + 64 & 0xFF;
            }
            out.write(b);
            if (i % 128 == 127) {
                out.writeBytes(new byte[]{'\r', '\n'});
            }
        }
        return out.toByteArray();
    }

    private static byte[] everyByte() {
        byte[] all = new byte[1024];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return all;
    }

    @Test
    void aYencFileInTheTextIsAnAttachment() {
        byte[] raw = join("From: a@x.test\r\n\r\nbefore\r\n=ybegin line=128 size=1024 name=图纸 1.zip\r\n",
                yenc(everyByte()), "\r\n=yend size=1024\r\nafter 您好\r\n");
        Mail mail = new MailReader().read(raw);
        assertThat(mail.text()).isEqualTo("before\nafter 您好");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("图纸 1.zip");
        assertThat(mail.attachments().getFirst().content()).isEqualTo(everyByte());
    }

    @Test
    void aPieceOfAYencFileIsRead() {
        byte[] raw = join("\r\n=ybegin part=1 total=2 line=128 size=2048 name=a.bin\r\n=ypart begin=1 end=1024\r\n",
                yenc(everyByte()), "\r\n=yend size=1024 part=1\r\n");
        assertThat(new MailReader().read(raw).attachments().getFirst().content()).isEqualTo(everyByte());
    }

    @Test
    void aUuencodedFileInTheTextIsAnAttachment() {
        Mail mail = Samples.mail("From: a@x.test", "", "before", "begin 644 hi.txt", "#2&D*", "`", "end", "after");
        assertThat(mail.text()).isEqualTo("before\nafter");
        assertThat(content(mail.attachments().getFirst())).isEqualTo("Hi\n");
        Mail labelled = Samples.mail("Content-Type: application/octet-stream; name=hi.txt",
                "Content-Transfer-Encoding: x-uuencode", "", "begin 644 hi.txt", "#2&D*", "`", "end");
        assertThat(content(labelled.attachments().getFirst())).isEqualTo("Hi\n");
    }

    private static byte[] element(int tag, byte[] content) {
        byte[] length = content.length < 128
                ? new byte[]{(byte) content.length}
                : new byte[]{(byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return join(new byte[]{(byte) tag}, length, content);
    }

    private static byte[] open(int tag, byte[] content) {
        return join(new byte[]{(byte) tag, (byte) 0x80}, content, new byte[2]);
    }

    private static final byte[] PKCS7 = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7};

    private static byte[] signed(byte[] message) {
        byte[] octets = element(0xA0, element(0x04, message));
        return element(0x30, join(element(0x06, join(PKCS7, new byte[]{2})), element(0xA0, element(0x30,
                join(element(0x02, new byte[]{1}), element(0x31, new byte[0]), element(0x30, join(element(0x06,
                        join(PKCS7, new byte[]{1})), octets)))))));
    }

    private static byte[] signedInPieces(byte[] first, byte[] second) {
        byte[] octets = open(0xA0, open(0x24, join(element(0x04, first), element(0x04, second))));
        return open(0x30, join(element(0x06, join(PKCS7, new byte[]{2})), open(0xA0, open(0x30,
                join(element(0x02, new byte[]{1}), element(0x31, new byte[0]), open(0x30, join(element(0x06,
                        join(PKCS7, new byte[]{1})), octets)))))));
    }

    private static Mail smime(byte[] content, String label) {
        return Samples.mail("From: a@x.test", "Content-Type: application/pkcs7-mime; name=smime.p7m" + label,
                "Content-Transfer-Encoding: base64", "", Base64.getMimeEncoder().encodeToString(content));
    }

    @Test
    void theMessageInsideAnOpaqueSignatureIsRead() {
        byte[] message = Samples.raw("Content-Type: multipart/mixed; boundary=b", "", "--b",
                "Content-Type: text/plain; charset=utf-8", "", "您好", "--b",
                "Content-Type: application/pdf; name=a.pdf", "", "x", "--b--");
        for (String label : new String[]{"", "; smime-type=signed-data", "; smime-type=enveloped-data"}) {
            Mail mail = smime(signed(message), label);
            assertThat(mail.text()).isEqualTo("您好");
            assertThat(mail.charset()).isEqualTo("utf-8");
            assertThat(mail.has(Sign.Kind.SIGNED)).isTrue();
            assertThat(mail.has(Sign.Kind.ENCRYPTED)).isFalse();
            assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("smime.p7m", "a.pdf");
        }
    }

    @Test
    void aSignatureWrittenInPiecesOfUnknownLengthIsRead() {
        byte[] first = Samples.raw("Content-Type: text/plain", "", "one ");
        assertThat(smime(signedInPieces(first, "two".getBytes(StandardCharsets.US_ASCII)), "").text())
                .isEqualTo("one two");
    }

    @Test
    void anEncryptedMessageIsSaidToBeOne() {
        byte[] enveloped = element(0x30, join(element(0x06, join(PKCS7, new byte[]{3})), element(0xA0, new byte[300])));
        Mail mail = smime(enveloped, "; smime-type=signed-data");
        assertThat(mail.has(Sign.Kind.ENCRYPTED)).isTrue();
        assertThat(mail.has(Sign.Kind.SIGNED)).isFalse();
        assertThat(mail.text()).isEmpty();
        assertThat(mail.attachments()).hasSize(1);
    }

    @Test
    void aDamagedSignatureIsOnlyAFile() {
        byte[] whole = signed(Samples.raw("Content-Type: text/plain", "", "text"));
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) 0xFF;
            assertThat(smime(damaged, "").attachments()).isNotEmpty();
            assertThat(smime(java.util.Arrays.copyOf(whole, i), "").attachments()).hasSize(1);
        }
    }

    @Test
    void clearSignedMailIsReadAsTextAndItsSignatureIsAFile() {
        Mail mail = Samples.mail("Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b",
                "", "--b", "Content-Type: text/plain; charset=utf-8", "", "您好", "--b",
                "Content-Type: application/pkcs7-signature; name=smime.p7s", "Content-Transfer-Encoding: base64", "",
                "MIIB", "--b--");
        assertThat(mail.text()).isEqualTo("您好");
        assertThat(mail.has(Sign.Kind.SIGNED)).isTrue();
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("smime.p7s");
    }

    @Test
    void openPgpInTheTextIsReadWhereItIsOnlySigned() {
        Mail signed = Samples.mail("From: a@x.test", "", "-----BEGIN PGP SIGNED MESSAGE-----", "Hash: SHA256", "",
                "Hello", "- -- ", "Li", "-----BEGIN PGP SIGNATURE-----", "", "iQEz", "-----END PGP SIGNATURE-----");
        assertThat(signed.text()).isEqualTo("Hello\n-- \nLi");
        assertThat(signed.has(Sign.Kind.SIGNED)).isTrue();
        Mail encrypted = Samples.mail("From: a@x.test", "", "-----BEGIN PGP MESSAGE-----", "", "hQEM",
                "-----END PGP MESSAGE-----");
        assertThat(encrypted.has(Sign.Kind.ENCRYPTED)).isTrue();
    }

    @Test
    void openPgpMimeIsSaidToBeEncrypted() {
        Mail mail = Samples.mail(
                "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b",
                "", "--b", "Content-Type: application/pgp-encrypted", "", "Version: 1", "--b",
                "Content-Type: application/octet-stream; name=encrypted.asc", "", "-----BEGIN PGP MESSAGE-----",
                "--b--");
        assertThat(mail.has(Sign.Kind.ENCRYPTED)).isTrue();
        assertThat(mail.text()).isEmpty();
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("", "encrypted.asc");
    }
}
