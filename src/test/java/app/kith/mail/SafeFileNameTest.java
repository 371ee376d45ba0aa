package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeFileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            报价单 2024.xlsx                  → 报价单 2024.xlsx
            a.tar.gz                         → a.tar.gz
            ../../etc/passwd                 → passwd
            C:\\Windows\\evil.exe            → evil.exe
            /evil/because:of\\path\\a.gif    → a.gif
            ..                               → attachment
            .                                → attachment
            /                                → attachment
            .bashrc                          → bashrc
            a.txt.                           → a.txt
            a.txt . .                        → a.txt
            CON                              → _CON
            nul.txt                          → _nul.txt
            Com1.tar.gz                      → _Com1.tar.gz
            lpt¹.txt                         → _lpt¹.txt
            conference.txt                   → conference.txt
            a<b>c:d"e|f?g*h.txt              → a_b_c_d_e_f_g_h.txt
            offer.pdf                 .exe   → offer.pdf .exe
            """)
    void namesAreSafeOnEverySystem(String name, String safe) {
        assertThat(SafeFileName.of(name)).isEqualTo(safe);
    }

    @Test
    void controlsAndMarksOfDirectionAreGone() {
        assertThat(SafeFileName.of("offer\u202Egpj.exe")).isEqualTo("offergpj.exe");
        assertThat(SafeFileName.of("a\u0000b\u200Fc\u2066d\u200Be\nf.txt")).isEqualTo("abcde f.txt");
        assertThat(SafeFileName.of("\uD800a\uFFFD.txt")).isEqualTo("_a_.txt");
        assertThat(SafeFileName.of("")).isEqualTo("attachment");
    }

    @Test
    void aLongNameKeepsItsExtensionAndWholeCharacters() {
        String safe = SafeFileName.of("报".repeat(200) + "\uD840\uDC00".repeat(50) + ".xlsx");
        assertThat(safe).endsWith(".xlsx").startsWith("报报报");
        assertThat(safe.getBytes(StandardCharsets.UTF_8).length).isBetween(196, SafeFileName.LENGTH);
        assertThat(SafeFileName.of("x".repeat(500))).hasSize(SafeFileName.LENGTH);
        assertThat(SafeFileName.of("a." + "x".repeat(500))).hasSize(SafeFileName.LENGTH);
    }

    @Test
    void anAttachmentWithoutNameIsNamedAfterItsType() {
        assertThat(SafeFileName.of(new Attachment("", "text/calendar", false, null, () -> new byte[0])))
                .isEqualTo("invite.ics");
        assertThat(SafeFileName.of(new Attachment(" ", "image/png", true, "x", () -> new byte[0])))
                .isEqualTo("image.png");
        assertThat(SafeFileName.of(new Attachment("", "x/y", false, null, () -> new byte[0]))).isEqualTo("attachment");
        assertThat(SafeFileName.of(new Attachment("a/b.pdf", "x/y", false, null, () -> new byte[0])))
                .isEqualTo("b.pdf");
    }

    @Test
    void whateverComesInWhatGoesOutIsSafe() {
        Random random = new Random(11);
        String letters = "ab./\\:\u202E\u0000 *?\"<>|\n报\uD840\uDC00\uFFFDCONnul1\u00A0\u3000";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int k = random.nextInt(300); k > 0; k--) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            String safe = SafeFileName.of(name.toString());
            assertThat(safe).isNotBlank().doesNotContain("/", "\\", ":", "\u0000", "\u202E", "\n").doesNotStartWith(".")
                    .doesNotEndWith(".").doesNotEndWith(" ");
            assertThat(safe.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(SafeFileName.LENGTH);
            assertThat(SafeFileName.of(safe)).isEqualTo(safe);
        }
    }
}
