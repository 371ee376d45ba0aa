package app.kith.compose;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.compose.Mark.Style;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.mail.Mailbox;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedTextTest {
    private static String body(String text, Mark... marks) {
        String html = MarkedText.html(text, List.of(marks));
        return html.substring(html.indexOf("sans-serif\">\n") + 13, html.indexOf("</body>")).strip();
    }

    @Test
    void stylesNestAndNeverOverlap() {
        assertThat(body("one two three", new Mark(0, 7, Style.BOLD), new Mark(4, 13, Style.ITALIC)))
                .isEqualTo("<div><b>one </b><b><i>two</i></b><i> three</i></div>");
    }

    @Test
    void linesOfAListAreAListAndTextAfterItIsNot() {
        String text = "We offer:\nseals\nvalves\nRegards";
        assertThat(body(text, new Mark(10, 15, Style.ITEM), new Mark(16, 22, Style.ITEM))).isEqualTo(
                "<div>We offer:</div>\n<ul>\n<li>seals</li>\n<li>valves</li>\n</ul>\n<div>Regards</div>");
        assertThat(MarkedText.plain(text, List.of(new Mark(10, 22, Style.ITEM))))
                .isEqualTo("We offer:\n- seals\n- valves\nRegards");
    }

    @Test
    void quotesAreQuotesByTheirDepth() {
        assertThat(body("Yes\n> Really?\n> > Sure\n\n> x")).matches("(?s)<div>Yes</div>\n<blockquote[^>]*>\n"
                + "<div>Really\\?</div>\n<blockquote[^>]*>\n<div>Sure</div>\n</blockquote>\n</blockquote>\n"
                + "<div><br></div>\n<blockquote[^>]*>\n<div>x</div>\n</blockquote>");
    }

    @Test
    void whatWouldBeMarkupIsTextAndLinksCanBeFollowed() {
        assertThat(body("<script>alert(1)</script> & \"x\"\u0007"))
                .isEqualTo("<div>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;</div>");
        assertThat(body("see https://a.example/x?y=1&z=\"2, 或 https://例.example/报价。")).contains(
                "<a href=\"https://a.example/x?y=1&amp;z=\">https://a.example/x?y=1&amp;z=</a>",
                "<a href=\"https://例.example/报价\">https://例.example/报价</a>。");
    }

    @Test
    void blanksAtTheBeginningAndInARowStay() {
        assertThat(body("  two  words")).isEqualTo("<div>&nbsp;&nbsp;two &nbsp;words</div>");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void bothHalvesOfALetterSayTheSame(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(List.of("word", "报价", " ", "\n", "<b>", "&amp;", "x", "€", "\n\n", "a ")
                    .get(random.nextInt(10)));
        }
        String written = "Dear Anna,\n" + text.toString().replaceAll(" *\n *", "\n").replaceAll("\n{3,}", "\n\n")
                .replaceAll("  +", " ").strip();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int from = random.nextInt(written.length());
            marks.add(new Mark(from, Math.min(written.length(), from + random.nextInt(20)),
                    List.of(Style.BOLD, Style.ITALIC, Style.UNDERLINE, Style.STRIKE).get(random.nextInt(4))));
        }
        Draft draft = new Draft(List.of(new Mailbox("", "a@b.example")), List.of(), List.of(), "S", written,
                List.of(), List.of(), List.of(), marks);
        assertThat(DraftCodec.read(DraftCodec.write(draft))).contains(draft);
        Letter letter = draft.letter("1@x.example", ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                new Mailbox("", "me@x.example"), _ -> new byte[0]);
        Mail whole = new MailReader().read(LetterWriter.write(letter));
        Letter onlyHtml = new Letter("2@x.example", letter.date(), letter.from(), letter.to(), List.of(), List.of(),
                "S", "", letter.html(), List.of(), List.of(), List.of());
        Mail html = new MailReader().read(LetterWriter.write(onlyHtml));
        assertThat(whole.text().strip()).isEqualTo(written);
        assertThat(html.html()).contains("</body>");
        assertThat(org.jsoup.Jsoup.parse(MarkedText.html(written, marks).replaceAll("(?s)>\n<", "><")
                .replace("<br>", "").replace("</div><div>", "</div>\u0001<div>")).wholeText().replace('\u0001', '\n')
                .replace('\u00a0', ' ').strip()).isEqualTo(written);
    }

    @Test
    void aDraftOfAnEarlierVersionHasNoMarks() {
        Draft draft = new Draft(List.of(), List.of(), List.of(), "S", "text", List.of(), List.of(), List.of());
        String raw = new String(DraftCodec.write(draft), StandardCharsets.UTF_8);
        int start = raw.indexOf("\r\n\r\n") + 4;
        String json = new String(Base64.getMimeDecoder().decode(raw.substring(start)),
                StandardCharsets.UTF_8).replace(",\"marks\":[]", "").replace("\"marks\":[],", "");
        assertThat(json).doesNotContain("marks");
        String before = raw.substring(0, start) + Base64.getMimeEncoder()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
        assertThat(DraftCodec.read(before.getBytes(StandardCharsets.UTF_8))).contains(draft);
    }
}
