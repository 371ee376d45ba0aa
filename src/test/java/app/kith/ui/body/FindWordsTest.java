package app.kith.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.OnScreen;
import app.kith.ui.body.FindWords.Range;
import org.junit.jupiter.api.Test;

@OnScreen
class FindWordsTest {

    @Test
    void caseAndWidthDoNotMatter() {
        assertThat(FindWords.of(" ｑ-1042").in("Quote Q-1042, Ｑ－１０４２")).containsExactly(new Range(6, 12),
                new Range(14, 20));
        assertThat(FindWords.of("").in("abc")).isEmpty();
        assertThat(FindWords.of("aa").count("aaaaa")).isEqualTo(2);
    }

    @Test
    void asManyPlacesAreMarkedAsWereCounted() {
        BodyPage page = Bodies
                .html("<p style='text-indent:2em'>A valve and <a href='http://x.test/valve'>y.test</a> valve"
                        + "</p><table><tr><td>VALVE</td><td>1</td></tr></table><ul><li>val<b>ve</b></li></ul>"
                        + "<blockquote type=cite class=gmail_quote>On Monday, A wrote:<br>a valve was quoted</blockquote>");
        FindWords words = FindWords.of("valve");
        SearchText text = page.searchText();
        int marked = Screen.on(() -> {
            MailBody body = Screen.body(page, 400, false, false);
            body.mark(words, false);
            body.point(2);
            assertThat(body.pointed()).isNotNull();
            return body.marked();
        });
        assertThat(marked).isEqualTo(text.count(words, false)).isEqualTo(4);
        int quoted = Screen.on(() -> {
            MailBody body = Screen.body(page, 400, false, false);
            body.mark(words, true);
            return body.marked();
        });
        assertThat(quoted).isEqualTo(text.count(words, true)).isEqualTo(1);
    }

    @Test
    void aPlaceBeyondWhatIsShownAtFirstIsShown() {
        BodyPage page = BodyPage.ofText("line of words\n".repeat(6000) + "\nthe needle\n");
        int marked = Screen.on(() -> {
            MailBody body = Screen.body(page, 400, false, false);
            body.mark(FindWords.of("needle"), false);
            int before = body.marked();
            body.point(0);
            return before * 10 + body.marked();
        });
        assertThat(marked).isEqualTo(1);
    }
}
