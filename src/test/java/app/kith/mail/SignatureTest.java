package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static List<String> read(String block, Mailbox author) {
        return Signature.of(block, author).fields().stream()
                .map(field -> field.kind().name().toLowerCase(Locale.ROOT) + "=" + field.value()).toList();
    }

    @Test
    void anEnglishSignatureIsReadLineByLine() {
        assertThat(read("""
                Best regards,

                Anna Keller
                Purchasing Manager | Nordwind Pumps GmbH
                T: +49 (0)40 123456-78 | M: +49 171 2345678 | F +49 40 123456-79
                anna.keller@nordwind.test | www.nordwind.test
                Hafenstraße 12, 20457 Hamburg""", new Mailbox("Anna Keller", "anna.keller@nordwind.test")))
                .containsExactly(
                        "name=Anna Keller", "title=Purchasing Manager", "company=Nordwind Pumps GmbH",
                        "phone=+49 (0)40 123456-78",
                        "mobile=+49 171 2345678", "fax=+49 40 123456-79", "email=anna.keller@nordwind.test",
                        "web=www.nordwind.test",
                        "address=Hafenstraße 12, 20457 Hamburg");
    }

    @Test
    void aChineseSignatureIsReadLineByLine() {
        assertThat(read("""
                王小明  采购经理
                苏州嘉联电子有限公司
                电话：0512-6288 1234 转 8012  传真：0512-6288 1235
                手机/微信：13812345678
                QQ：123456789
                邮箱：wang@jialian.test
                地址：江苏省苏州市工业园区星湖街328号""", new Mailbox("王小明", "wang@jialian.test"))).containsExactly("name=王小明",
                "title=采购经理", "company=苏州嘉联电子有限公司", "phone=0512-6288 1234 转 8012", "fax=0512-6288 1235",
                "mobile=13812345678", "wechat=13812345678",
                "qq=123456789", "email=wang@jialian.test", "address=江苏省苏州市工业园区星湖街328号");
    }

    @Test
    void everyFieldShowsTheLineThatProvesIt() {
        Signature signature = Signature.of("Bob Lang\nMobile: +1 (212) 555-0123", null);
        assertThat(signature.fields().getLast()).isEqualTo(
                new SignatureField(SignatureField.Kind.MOBILE, "+1 (212) 555-0123", "Mobile: +1 (212) 555-0123", 0.97));
        assertThat(signature.fields()).allSatisfy(field -> assertThat(field.confidence()).isBetween(0.5, 1.0));
    }

    @Test
    void aLineThatBeginsWithASeparatorIsReadWithoutHarm() {
        assertThat(Signature.of("Best regards\n, Anna Keller\nTel: +49 40 1234567", new Mailbox("Anna Keller",
                "anna@nord.test")).fields()).isNotEmpty();
    }

    @Test
    void smallPrintAndNumbersOfTheRegisterSayNothing() {
        assertThat(
                read("""
                        HRB 123456, Amtsgericht Hamburg
                        USt-IdNr.: DE123456789
                        This e-mail is confidential. If you are not the intended recipient call +49 40 1111111 and delete it, please.
                        Invoice 2026-03-12, order 4500012345""",
                        new Mailbox("", "a@b.test")))
                .isEmpty();
    }

    @Test
    void aMessageWithoutASignatureHasNone() {
        assertThat(Signature.of(Samples.mail("From: a@x.test", "", "Hello"))).isNull();
    }

    /** Samples written for this test and labelled by hand: in each property nearly all that is read is right, and most is read. */
    @Test
    void labelledSignaturesAreReadWithFewErrors() {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> errors = new ArrayList<>();
        for (String sample : samples()) {
            String[] parts = sample.split("\n=\n", -1);
            Mailbox author = author(parts[0]);
            Set<String> wanted = new HashSet<>(List.of(parts[2].strip().split("\n", -1)));
            Set<String> found = new HashSet<>(read(parts[1], author));
            for (String field : found) {
                counts.computeIfAbsent(kind(field), kind -> new int[3])[wanted.contains(field) ? 0 : 1]++;
                if (!wanted.contains(field)) {
                    errors.add("wrong   " + field);
                }
            }
            for (String field : wanted) {
                if (!found.contains(field)) {
                    counts.computeIfAbsent(kind(field), kind -> new int[3])[2]++;
                    errors.add("missing " + field);
                }
            }
        }
        counts.forEach((kind, count) -> {
            double precision = (double) count[0] / (count[0] + count[1]);
            double recall = (double) count[0] / (count[0] + count[2]);
            assertThat(precision).as("precision of %s: %s", kind, errors).isGreaterThanOrEqualTo(0.97);
            assertThat(recall).as("recall of %s: %s", kind, errors).isGreaterThanOrEqualTo(0.90);
        });
        assertThat(counts).hasSizeGreaterThanOrEqualTo(14);
    }

    private static String kind(String field) {
        return field.substring(0, field.indexOf('='));
    }

    private static Mailbox author(String line) {
        int bracket = line.indexOf('<');
        return new Mailbox(line.substring(0, bracket).strip(), line.substring(bracket + 1, line.indexOf('>')));
    }

    private static List<String> samples() {
        try (InputStream in = Objects.requireNonNull(SignatureTest.class.getResourceAsStream("signatures.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.substring(text.indexOf("\n###\n") + 5).strip().split("\n###\n", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
