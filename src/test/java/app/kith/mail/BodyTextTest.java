package app.kith.mail;

import static app.kith.mail.Samples.withBody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTextTest {

    private static String plain(String parameters, String... lines) {
        return withBody("text/plain; charset=utf-8" + parameters, "8bit", Samples.raw(lines)).text();
    }

    private static String html(String html) {
        return withBody("text/html; charset=utf-8", "8bit", html.getBytes(UTF_8)).text();
    }

    @Test
    void flowedLinesAreJoined() {
        assertThat(plain("; format=flowed", "One line that ", "goes on.", "> quoted that ", "> goes on", ">> deeper",
                " >stuffed", "-- ", "Li Lei ", "Sales")).isEqualTo(
                        "One line that goes on.\n> quoted that goes on\n>> deeper\n>stuffed\n-- \nLi Lei Sales");
    }

    @Test
    void flowedChineseIsJoinedWithoutBlanksWhereTheMailSaysSo() {
        assertThat(plain("; format=flowed; delsp=yes", "您好，请查收 ", "报价单。")).isEqualTo("您好，请查收报价单。");
        assertThat(plain("", "trailing blank ", "stays")).isEqualTo("trailing blank \nstays");
    }

    @Test
    void aFlowedLineEndsWhereTheQuoteDepthChanges() {
        assertThat(plain("; format=flowed", "> quoted ", "answer")).isEqualTo("> quoted \nanswer");
    }

    @Test
    void enrichedTextLosesItsCommands() {
        String enriched = "<bold>Now</bold> is the time for <italic>all</italic>\ngood men.\n\n<fontfamily><param>Times</param>"
                + "x</fontfamily> <<a>\n<nofill>a\nb</nofill>";
        assertThat(withBody("text/enriched", "7bit", enriched.getBytes(UTF_8)).text()).isEqualTo(
                "Now is the time for all good men.\nx <a> a\nb");
        assertThat(withBody("text/richtext", "7bit", "a<nl>b<lt>c\nd".getBytes(UTF_8)).text()).isEqualTo("a\nb<c d");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            <p>one</p><p>two</p>                                     → one//two
            <div>one</div><div>two</div>                             → one/two
            <div>one</div><div><br></div><div>two</div>              → one//two
            one<br>two<br/>three                                     → one/two/three
            <p class=MsoNormal>one</p><p class=MsoNormal>two</p>     → one/two
            <p class=MsoNormal>one</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>two</p> → one//two
            <ul><li>one</li><li><p>two</p></li></ul>                 → - one/- two
            <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> → a b/c
            a <b>bold</b>, b                                         → a bold, b
            a   lot  of      blanks                                  → a lot of blanks
            &lt;b&gt; &amp; &quot;q&quot; &#20320;&#x597d; &euro;    → <b> & "q" 你好 €
            &amp &unknown; & &#150; &copy2024 &#0;                   → & &unknown; & – ©2024
            <style>p{color:red}</style>text<script>x<y</script>      → text
            <!-- a comment --><b>text</b><!--[if mso]>mso<![endif]--> → text
            <head><title>t</title></head><body>text                  → text
            <div style="display:none">hidden</div>shown              → shown
            <span style="display: none">hidden <span>inner</span></span>shown → shown
            <blockquote type="cite">old<br>older</blockquote>new     → > old/> older/new
            <div class=x><blockquote class="gmail_quote">a<blockquote class="gmail_quote">b</blockquote></blockquote></div>c → > a/>> b/c
            <blockquote style="margin-left:40px">indented</blockquote> → indented
            <pre>a  b</pre>                                          → a  b
            1 < 2 and 3 > 2                                          → 1 < 2 and 3 > 2
            <a href="http://x.test/?a>b">link</a>                    → link
            <a title='it"s'>link</a> "q"                             → link "q"
            <p>unclosed <b>tags                                      → unclosed tags
            text<                                                    → text<
            <div style="display:none">only hidden but a body all the same → only hidden but a body all the same
            """)
    void htmlIsReadAsTheWordsThatAPersonSees(String html, String text) {
        assertThat(html(html).replace('\n', '/')).isEqualTo(text);
    }

    @Test
    void preformattedLinesStay() {
        assertThat(html("<pre>one\n  two\n\nthree</pre>")).isEqualTo("one\n  two\n\nthree");
    }

    @Test
    void uuencodedFilesInTheTextAreAttachments() {
        Mail mail = Samples.mail("Subject: x", "", "See the file:", "begin 644 offer 2024.txt", "%2&5L;&\\ ", "`",
                "end", "Regards");
        assertThat(mail.text()).isEqualTo("See the file:\nRegards");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("offer 2024.txt");
            assertThat(Samples.content(file)).isEqualTo("Hello");
        });
    }

    @Test
    void proseThatBeginsLikeAFileIsProse() {
        Mail mail = Samples.mail("Subject: x", "", "begin 644 the work", "on monday please", "end");
        assertThat(mail.text()).contains("begin 644");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void clearSignedTextIsReadWithoutItsArmour() {
        Mail mail = Samples.mail("Subject: x", "", "-----BEGIN PGP SIGNED MESSAGE-----", "Hash: SHA256", "", "Hello",
                "- -- dashes", "-----BEGIN PGP SIGNATURE-----", "", "abc", "-----END PGP SIGNATURE-----");
        assertThat(mail.text()).isEqualTo("Hello\n-- dashes");
        assertThat(mail.has(Sign.Kind.SIGNED)).isTrue();
    }
}
