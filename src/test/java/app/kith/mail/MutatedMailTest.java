package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.demo.SampleMailbox;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes is read: sample mails of every kind, damaged at random places in ways that real damage and attacks have. The number of
 * inputs is 200,000 in all, or {@code -Dkith.fuzz.inputs=N}. A failure names the seed and the number of the input.
 */
class MutatedMailTest {
    private static final int INPUTS = Integer.getInteger("kith.fuzz.inputs", 200_000);
    private static final int SEEDS = 8;
    private static final int LONGEST = 2_500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String[] PIECES = {"\r\n", "\n", "\r", "\n\n", " ", "\t", ";", ",", ":", "=", "==", "\"", "(",
            ")", "<",
            ">", "<<", "@", "\\", "%", "'", "*", "*0*=", "~{", "~}", "+AAA-", "\u001b$B", "\u001b(B", "\0", "=?", "?=",
            "=?utf-8?B?", "=?gbk?Q?=C4", "=?x?b?", "--b", "--b--", "--", "begin 644 x\n", "\nend\n",
            "=ybegin line=1 name=x\n",
            "=yend\n", "charset=", "boundary=b", "Content-Type: multipart/mixed; boundary=b\n",
            "Content-Type: message/rfc822\n", "Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n",
            "Content-Type: application/pkcs7-mime\n", "Content-Transfer-Encoding: base64\n",
            "Content-Transfer-Encoding: quoted-printable\n", "Content-Type: text/html\n",
            "Content-Type: text/calendar\n",
            "format=flowed; delsp=yes", "=C4=E3", "<div style=\"display:none\">", "<!--", "]]>", "&#x", "&amp",
            "<blockquote>",
            "BEGIN:VEVENT\n", "END:VEVENT\n", "DTSTART:", "20260101T000000Z", "TZID=", "P1W", "{\\rtf1 ", "\\'",
            "\\u-1 ",
            "-----BEGIN PGP SIGNED MESSAGE-----\n", "\uFEFF", "\u202E", "报价", "\ud83d\ude00", "99999999999999999999",
            "-1"};

    private final List<byte[]> seeds = seeds();

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        SampleMailbox.of(7, 400, Instant.parse("2026-11-22T12:00:00Z")).messages().forEach(message -> {
            if (message.raw().length < LONGEST) {
                seeds.add(message.raw());
            }
        });
        String tnef = Base64.getMimeEncoder().encodeToString(new TnefSample()
                .message(TnefSample.properties().text(0x37, "x").named("k", "a", "b").appointmentTime(0x820D, 0).bytes(
                        0x1009,
                        TnefSample.framed("{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset134 S;}}\\f0 \\'c4\\'fa\\par x}")))
                .attachment(TnefSample.properties().text(0x3707, "a.txt").bytes(0x3701, new byte[9])).bytes());
        add(seeds, StandardCharsets.UTF_8, "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "text", "--b",
                "Content-Type: application/ms-tnef; name=winmail.dat", "Content-Transfer-Encoding: base64", "", tnef,
                "--b--");
        add(seeds, Charset.forName("GBK"), "From: 王小明 <a@b.cn>", "Subject: 报价单", "", "您好，附件是报价单，请查收。");
        add(seeds, Charset.forName("Shift_JIS"), "Subject: x", "Content-Type: text/plain; charset=shift_jis", "",
                "見積書をお送りします");
        add(seeds, StandardCharsets.UTF_8, "From: \"Wang, Li\" <a@b.cn>, Team: c@d.cn, (x) e@f.cn;",
                "Subject: =?gb2312?B?sai82w==?= =?utf-8?Q?=E6=8A=A5?= x", "Date: Thu, 12 Mar 26 16:00 GMT+0800 (CST)",
                "References: <a@b><c@d> x", "In-Reply-To: Your message of \"Fri\" <a@b>",
                "Content-Type: multipart/alternative; boundary=\"b\"", "", "--b",
                "Content-Type: text/plain; format=flowed", "Content-Transfer-Encoding: quoted-printable", "",
                "> one =", "two =E6=8A=A5", "-- ", "Li", "--b", "Content-Type: text/html", "",
                "<p>one<blockquote><b>two</b><img src=\"cid:x\"></blockquote><style>p{}</style>&nbsp;</p>", "--b",
                "Content-Type: application/pdf; name*0*=gbk''%B1%A8; name*1=\".pdf\"",
                "Content-Disposition: attachment; filename=\"=?utf-8?B?5oql?=.pdf\"", "Content-ID: <x>",
                "Content-Transfer-Encoding: base64", "", "SGVsbG8=", "--b--");
        add(seeds, StandardCharsets.UTF_8, "Content-Type: text/calendar; method=REQUEST", "", "BEGIN:VCALENDAR",
                "BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETTO:+0800",
                "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT",
                "DTSTART;TZID=X:20260312T160000", "DURATION:PT1H", "ORGANIZER;CN=\"L\":mailto:a@b.cn", "SUMMARY:x\\, y",
                "END:VEVENT", "END:VCALENDAR");
        add(seeds, StandardCharsets.UTF_8, "From: a@b.cn", "", "begin 644 hi.txt", "#2&D*", "`", "end",
                "=ybegin line=128 size=3 name=a.bin", "abc", "=yend size=3", "-----BEGIN PGP SIGNED MESSAGE-----",
                "Hash: x", "",
                "x", "-----BEGIN PGP SIGNATURE-----", "-----END PGP SIGNATURE-----");
        add(seeds, StandardCharsets.UTF_8, "Content-Type: application/pkcs7-mime", "Content-Transfer-Encoding: base64",
                "",
                "MIAGCSqGSIb3DQEHAqCAMIACAQExADCABgkqhkiG9w0BBwGggCSABAx4Og0KDQp0ZXh0DQoAAAAAAAAAAAAA");
        return seeds;
    }

    private static void add(List<byte[]> seeds, Charset charset, String... lines) {
        seeds.add(Samples.raw(charset, lines));
    }

    @Test
    void aDamagedMailIsReadWithoutAFault() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(this::readMany);
    }

    private void readMany(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < INPUTS / SEEDS; i++) {
            byte[] raw = mutated(random);
            try {
                read(raw, i % 16 == 0 ? CharsetLabels.BIG5 : null);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("seed " + seed + ", input " + i + ":\n"
                        + new String(raw, StandardCharsets.ISO_8859_1), e);
            }
        }
    }

    /** Reads with all that is read later, too: attachments, the parts of the text, names to save under. */
    private void read(byte[] raw, @org.jspecify.annotations.Nullable Charset charset) {
        long start = System.nanoTime();
        Mail mail = new Reading(raw, charset).mail();
        boolean sound = mail.text().length() <= 20 * raw.length + 64;
        for (Attachment attachment : mail.attachments()) {
            sound &= attachment.content().length <= raw.length + 64 && !SafeFileName.of(attachment).isEmpty();
        }
        assertThat(sound).as("sizes in reason").isTrue();
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(PATIENCE.toNanos());
    }

    private byte[] mutated(SplittableRandom random) {
        byte[] raw = seeds.get(random.nextInt(seeds.size())).clone();
        int changes = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 6);
        for (int i = 0; i < changes && raw.length > 0; i++) {
            raw = changed(raw, random);
        }
        return raw;
    }

    private byte[] changed(byte[] raw, SplittableRandom random) {
        int at = random.nextInt(raw.length);
        int length = Math.min(raw.length - at, 1 + random.nextInt(random.nextInt(3) == 0 ? 400 : 12));
        return switch (random.nextInt(8)) {
            case 0 -> {
                raw[at] = (byte) random.nextInt(256);
                yield raw;
            }
            case 1 -> {
                raw[at] ^= (byte) (1 << random.nextInt(8));
                yield raw;
            }
            case 2 -> spliced(raw, at, at + length, new byte[0]);
            case 3 -> spliced(raw, at, at, Arrays.copyOfRange(raw, at, at + length));
            case 4 -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                int from = random.nextInt(other.length);
                yield spliced(raw, at, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + length)));
            }
            case 5 -> at > 20 && random.nextInt(4) == 0 ? Arrays.copyOf(raw, at) : raw;
            default -> spliced(raw, at, random.nextBoolean() ? at : at + Math.min(length, 8),
                    PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] spliced(byte[] raw, int from, int to, byte[] piece) {
        if (raw.length + piece.length > 3 * LONGEST) {
            return raw;
        }
        byte[] out = new byte[raw.length - (to - from) + piece.length];
        System.arraycopy(raw, 0, out, 0, from);
        System.arraycopy(piece, 0, out, from, piece.length);
        System.arraycopy(raw, to, out, from + piece.length, raw.length - to);
        return out;
    }
}
