package app.kith.ui.body;

import static app.kith.ui.body.Bodies.all;
import static app.kith.ui.body.Bodies.html;
import static app.kith.ui.body.Bodies.run;
import static app.kith.ui.body.Bodies.runs;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.OnScreen;
import app.kith.ui.body.Block.Align;
import app.kith.ui.body.Block.Box;
import app.kith.ui.body.Block.Item;
import app.kith.ui.body.Block.Paragraph;
import app.kith.ui.body.Block.Rule;
import app.kith.ui.body.Block.Table;
import app.kith.ui.body.Inline.Picture;
import app.kith.ui.body.TextStyle.Script;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page is made of. No toolkit runs here. */
@OnScreen
class BodyPageTest {

    @Test
    void stylesOfWordsAreKept() {
        BodyPage page = html("<p>a <b>bold</b> <i>slanted</i> <u>under</u> <s>struck</s> <sub>low</sub> <sup>high</sup>"
                + " <code>code</code> <font color=red size=5>big red</font>"
                + " <span style='font-size:20px;color:#00f;background:#ff0;font-weight:700'>styled</span></p>");
        assertThat(run(page, "bold").style().bold()).isTrue();
        assertThat(run(page, "slanted").style().italic()).isTrue();
        assertThat(run(page, "under").style().underline()).isTrue();
        assertThat(run(page, "struck").style().strike()).isTrue();
        assertThat(run(page, "low").style().script()).isEqualTo(Script.BELOW);
        assertThat(run(page, "high").style().script()).isEqualTo(Script.ABOVE);
        assertThat(run(page, "code").style().mono()).isTrue();
        assertThat(run(page, "big red").style().color()).isEqualTo(Color.RED);
        assertThat(run(page, "big red").style().size()).isEqualTo(20);
        TextStyle styled = run(page, "styled").style();
        assertThat(styled).isEqualTo(TextStyle.PLAIN.size(20).bold(true).color(Color.BLUE).background(Color.YELLOW));
    }

    @Test
    void spacesRunTogetherAndBreaksStay() {
        assertThat(html("<div>one\n   two<br>three &nbsp; four</div><div> five </div>").text())
                .isEqualTo("one two\nthree \u00A0 four\nfive");
        assertThat(html("<pre>a\n  b</pre>").text()).isEqualTo("a\n  b");
        assertThat(html("<div>one</div><div><br></div><div>two</div>").text()).isEqualTo("one\n\ntwo");
        assertThat(html("<b>one</b> <i>two</i>").text()).isEqualTo("one two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"display:none", "visibility:hidden", "font-size:0", "max-height:0;overflow:hidden",
            "opacity:0", "font-size:1px", "mso-hide:all;display:none"})
    void whatTheMailHidesIsNotShown(String style) {
        assertThat(html("<div style='" + style + "'>preheader</div><p>seen</p>").text()).isEqualTo("seen");
    }

    @Test
    void fillersOfPreviewsAndMarksThatTurnLettersAreDropped() {
        assertThat(html("<p>a\u200B\u00AD\u034Fb \u202Egnp.exe</p>").text()).isEqualTo("ab gnp.exe");
    }

    @Test
    void listsAreNumberedAndNested() {
        BodyPage page = html("<ol start=3><li>c</li><li value=7>g<ul><li>x</li></ul></li><li>h</li></ol>"
                + "<ol type=a><li>1</li><li>2</li></ol><ol type=I><li>1</li></ol><ul style='list-style-type:none'>"
                + "<li>n</li></ul>");
        assertThat(all(page, Item.class)).extracting(Item::marker).containsExactly("3.", "7.", "◦", "8.", "a.", "b.",
                "I.", "");
        assertThat(all(page, Item.class).get(1).blocks()).hasAtLeastOneElementOfType(Item.class);
    }

    @Test
    void cellsTakeTheirPlacesAroundThoseThatSpan() {
        Table table = all(html("<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr>"
                + "<tr><td>e</td></tr></table>"), Table.class).getFirst();
        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.cells())
                .extracting(cell -> cell.row() + "," + cell.column() + " " + cell.rowSpan() + "x" + cell
                        .columnSpan())
                .containsExactly("0,0 2x1", "0,1 1x2", "1,1 1x1", "1,2 1x1", "2,0 1x1");
    }

    @Test
    void tablesKeepWidthsBordersColorsAndPadding() {
        Table table = all(html("<table width=600 border=1 cellpadding=7 cellspacing=0 align=center bgcolor=#eeeeee>"
                + "<tr bgcolor=yellow><td width='30%' valign=bottom align=right style='padding-left:20px'>x</td>"
                + "<td nowrap style='border-bottom:2px solid red'>y</td></tr></table>"), Table.class).getFirst();
        assertThat(table.frame().width()).isEqualTo(new Length(600, false));
        assertThat(table.frame().align()).isEqualTo(Align.CENTER);
        assertThat(table.frame().background()).isEqualTo(Color.web("#eeeeee"));
        Block.Cell first = table.cells().getFirst();
        assertThat(first.frame().width()).isEqualTo(new Length(30, true));
        assertThat(first.frame().padding()).isEqualTo(new Frame.Edges(7, 7, 7, 20));
        assertThat(first.frame().background()).isEqualTo(Color.YELLOW);
        assertThat(first.align()).isEqualTo(Block.VAlign.BOTTOM);
        assertThat(first.frame().border().top().width()).isEqualTo(1);
        assertThat(((Paragraph) first.blocks().getFirst()).align()).isEqualTo(Align.RIGHT);
        Block.Cell second = table.cells().getLast();
        assertThat(second.nowrap()).isTrue();
        assertThat(second.frame().border().bottom()).isEqualTo(new Frame.Line(2, Color.RED));
    }

    @Test
    void boxesKeepTheirLooks() {
        Box box = all(html("<div style='margin:10px auto;width:50%;padding:1em 2px;border-left:4px solid #f90;"
                + "background-color:#123;border-radius:6px'>x</div>"), Box.class).getFirst();
        assertThat(box.frame().align()).isEqualTo(Align.CENTER);
        assertThat(box.frame().width()).isEqualTo(new Length(50, true));
        assertThat(box.frame().padding()).isEqualTo(new Frame.Edges(14, 2, 14, 2));
        assertThat(box.frame().border().left()).isEqualTo(new Frame.Line(4, Color.web("#f90")));
        assertThat(box.frame().radius()).isEqualTo(6);
        assertThat(all(html("<hr width='50%' color=red>"), Rule.class).getFirst().color()).isEqualTo(Color.RED);
    }

    @Test
    void headingsAndAlignment() {
        BodyPage page = html("<h2 align=center>Title</h2><p style='text-align:right;text-indent:2em'>x</p>");
        List<Paragraph> paragraphs = all(page, Paragraph.class);
        assertThat(paragraphs.getFirst().heading()).isEqualTo(2);
        assertThat(paragraphs.getFirst().align()).isEqualTo(Align.CENTER);
        assertThat(paragraphs.getLast().align()).isEqualTo(Align.RIGHT);
        assertThat(paragraphs.getLast().indent()).isEqualTo(28);
    }

    @Test
    void writingFromTheRightIsToldByTheMailOrItsFirstLetter() {
        BodyPage page = html("<div dir=rtl><p>Latin</p></div><p>שלום world</p><p>hello שלום</p><p>123 مرحبا</p>");
        assertThat(all(page, Paragraph.class)).extracting(Paragraph::rightToLeft).containsExactly(true, true, false,
                true);
    }

    @Test
    void picturesAreNamedAndNeverAnAddress() {
        BodyPage page = html("<img src='cid:logo@x' width=20 height=10 alt=Logo><img src='http://a.test/x.png' alt=Far>"
                + "<img src='http://a.test/y.png'><img src='data:image/png;base64,iVBORw0='>");
        List<Picture> pictures = all(page, Paragraph.class).stream().flatMap(each -> each.inlines().stream())
                .filter(Picture.class::isInstance).map(Picture.class::cast).toList();
        assertThat(pictures).extracting(Picture::source).containsExactly(new PictureSource.Own("logo@x"),
                new PictureSource.Missing(), new PictureSource.Written("iVBORw0="));
        assertThat(pictures.getFirst()).returns("Logo", Picture::alt).returns(10.0, Picture::height);
    }

    @Test
    void remotePicturesAreKnownByAddressOnlyWhereTheyWereKept() {
        String safe = app.kith.mail.SafeHtml.of("<img src='http://a.test/x.png' alt=Far>", java.util.Set.of(), true)
                .html();
        Picture picture = (Picture) all(BodyPage.ofHtml(safe), Paragraph.class).getFirst().inlines().getFirst();
        assertThat(picture.source()).isEqualTo(new PictureSource.Remote("http://a.test/x.png"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<div>New</div><div class=gmail_quote><div class=gmail_attr>On Tue, May 12, 2026 Anna &lt;a@x.test&gt; wrote:<br></div><blockquote class=gmail_quote style='border-left:1px solid #ccc'>Old</blockquote></div>",
            "<div>New</div><div><br><blockquote type=cite><div>On 12 May 2026, at 09:30, Anna wrote:</div><br>Old</blockquote></div>",
            "<p>New</p><div class='moz-cite-prefix'>On 12/05/2026 09:30, Anna wrote:<br></div><blockquote type=cite>Old</blockquote>",
            "<p class=MsoNormal>New</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>From:</b> Anna<br><b>Sent:</b> Tuesday<br><b>To:</b> Tom<br><b>Subject:</b> x</p></div><p>Old</p>",
            "<div>New</div><hr style='width:98%'><div dir=ltr id=divRplyFwdMsg><font><b>From:</b> Anna<br><b>Sent:</b> Tuesday<br><b>To:</b> Tom<br><b>Subject:</b> x</font></div><div>Old</div>",
            "<div>New</div><div>------------------&nbsp;原始邮件&nbsp;------------------</div><div style='background:#efefef;padding:8px'><div><b>发件人:</b> 王</div><div><b>发送时间:</b> 2026</div></div><div>Old</div>",
            "<div>New</div><hr style='width:210px'><blockquote style='margin-left:0.5em'><div style='background:#efefef;padding:8px'><b>发件人：</b> 王<br><b>发送时间：</b>2026<br><b>收件人：</b>李<br><b>主题：</b>x</div><div>Old</div></blockquote>",
            "<div>New</div><br>在 2026-05-12 09:30:00，\"王\" &lt;w@x.test&gt; 写道：<br><blockquote id=isReplyContent style='PADDING-LEFT: 1ex; MARGIN: 0px; BORDER-LEFT: #ccc 1px solid'>Old</blockquote>",
            "<p>New</p><p>-----Original Message-----<br>From: Anna<br>Sent: Tuesday<br>Old</p>",
            "<p>New</p><p><b>Von:</b> Anna<br><b>Gesendet:</b> Dienstag<br><b>An:</b> Tom<br><b>Betreff:</b> x</p><p>Old</p>",
            "<p>New</p><p><b>De :</b> Anna<br><b>Envoyé :</b> mardi<br><b>À :</b> Tom<br><b>Objet :</b> x</p><p>Old</p>",
            "<div>New</div><div>Am Di., 12. Mai 2026 um 09:30 Uhr schrieb Anna &lt;a@x.test&gt;:</div><blockquote type=cite>Old</blockquote>",
            "<table width='100%'><tr><td><div>New</div><blockquote type=cite>Old</blockquote></td></tr></table>"})
    void theQuotedMessageOfEachClientIsFolded(String html) {
        BodyPage page = html(html);
        assertThat(page.hasHistory()).isTrue();
        assertThat(page.newText()).isEqualTo("New");
        assertThat(Bodies.history(page)).endsWith("Old");
        assertThat(page.text()).startsWith("New").endsWith("Old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"New\n\nOn Tue, 12 May 2026 at 09:30, Anna wrote:\n> Old\n> Old",
            "New\n\nOn Tue, 12 May 2026 at 09:30,\nAnna <a@x.test> wrote:\n\n> Old",
            "New\n\n-----Original Message-----\nFrom: Anna\nSent: x\n\nOld", "New\n\n发件人：王\n发送时间：2026\n收件人：李\n\nOld",
            "New\n\n________________________________\nFrom: Anna\nSent: x\nTo: Tom\nSubject: y\n\nOld",
            "New\n\n> Old", "New\n\n在 2026-05-12，王 写道：\n> Old",
            "New\n\n------------------ 原始邮件 ------------------\nOld"})
    void quotedHistoryOfPlainTextIsFolded(String text) {
        BodyPage page = BodyPage.ofText(text);
        assertThat(page.newText()).isEqualTo("New");
        assertThat(Bodies.history(page)).endsWith("Old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>FYI</div><div class=gmail_quote>---------- Forwarded message ---------<br>From: A<br>"
            + "Date: x<br>Subject: y<br>To: z<br><br>News</div>",
            "<blockquote type=cite>Only this</blockquote>", "<p>From: here to there<br>it is far</p>",
            "<div class=gmail_quote>all of it</div>"})
    void whatTheMailIsAboutIsNotFolded(String html) {
        assertThat(html(html).hasHistory()).isFalse();
    }

    @Test
    void answersOneByOneStayBelowWhatTheyAnswer() {
        BodyPage page = BodyPage.ofText("> When?\n\nIn June.\n\n> How many?\n\n500.\n");
        assertThat(page.hasHistory()).isFalse();
        assertThat(page.text()).contains("When?", "In June.", "How many?");
        assertThat(all(page, Box.class)).allMatch(Box::cited).hasSize(2);
    }

    @Test
    void quoteLevelsOfPlainTextAreNested() {
        BodyPage page = BodyPage.ofText("> one\n>> two\n> > two\n> one\n\nanswer");
        Box outer = all(page, Box.class).getFirst();
        assertThat(outer.blocks()).filteredOn(Box.class::isInstance).hasSize(1);
        assertThat(page.text()).contains("two\ntwo");
    }

    @Test
    void linksOfHtmlKeepTheirTarget() {
        BodyPage page = html("<a href='https://x.test/?a=1&amp;b=2'>here</a> and http://y.test/z, or mail a@b.test.");
        assertThat(Bodies.links(page)).extracting(Link::target).containsExactly("https://x.test/?a=1&b=2",
                "http://y.test/z", "mailto:a@b.test");
        assertThat(Bodies.links(page)).noneMatch(Link::disguised);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "one\ntwo", "> one\ntwo\n\n>> three\n> four", "a\n\n\n> b\n", "\n\n  a  b\n> \nc",
            "On x wrote:\n> a\nb\n-----Original Message-----\nc"})
    void noWordOfAPlainTextIsLost(String text) {
        assertThat(BodyPage.ofText(text).text().replaceAll("\\s", "")).isEqualTo(text.replaceAll("[>\\s]", ""));
    }

    @Test
    void tablesOfLettersAreSetInEquallyWideLetters() {
        BodyPage page = BodyPage.ofText("Hello\n\nItem     Qty\nA        5\n\nBye");
        assertThat(run(page, "Item").style().mono()).isTrue();
        assertThat(run(page, "Hello").style().mono()).isFalse();
    }

    @Test
    void depthIsCappedAndNothingIsLost() {
        String deep = "<div style='padding:1px'>".repeat(10_000) + "core" + "</div>".repeat(10_000) + "after";
        long start = cpuTime();
        BodyPage page = BodyPage.ofHtml(deep);
        assertThat(page.text()).contains("core");
        assertThat(depth(page.blocks())).isLessThan(60);
        assertThat((cpuTime() - start) / 1_000_000).isLessThan(3000);
        assertThat(depth(BodyPage.ofHtml("<table><tr><td>".repeat(3_000) + "x").blocks())).isLessThan(60);
        assertThat(depth(BodyPage.ofHtml("<ul><li>".repeat(3_000) + "x").blocks())).isLessThan(60);
        assertThat(BodyPage.ofText(">".repeat(3_000) + " x").text()).isEqualTo("x");
    }

    /** Time that this thread was at work, in nanoseconds: a busy machine must not make a test fail. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static int depth(List<Block> blocks) {
        int most = 0;
        for (Block block : blocks) {
            most = Math.max(most, switch (block) {
                case Box box -> depth(box.blocks());
                case Item item -> depth(item.blocks());
                case Table table -> table.cells().stream().mapToInt(cell -> depth(cell.blocks())).max().orElse(0);
                case Block.History history -> depth(history.blocks());
                default -> 0;
            });
        }
        return most + 1;
    }

    @Test
    void hugeBodiesAreShortenedAndTakeLinearTime() {
        BodyPage.ofHtml("<p>warm <b>up</b></p>".repeat(5_000));
        long start = cpuTime();
        assertThat(BodyPage.ofHtml("<p>x</p>".repeat(200_000)).shortened()).isTrue();
        assertThat(BodyPage.ofHtml("<b>bold</b> ".repeat(150_000)).shortened()).isTrue();
        assertThat(BodyPage.ofHtml("x".repeat(2_000_000)).text()).isNotEmpty();
        assertThat(BodyPage.ofHtml("<td>x".repeat(200_000)).text()).isNotEmpty();
        assertThat(BodyPage.ofText("word ".repeat(200_000)).shortened()).isFalse();
        assertThat(BodyPage.ofText("> > a\n".repeat(150_000)).text()).isNotEmpty();
        assertThat(BodyPage.ofText("http://a.test/))))((((" + "(".repeat(1_000_000)).text()).isNotEmpty();
        assertThat(BodyPage.ofText("a@".repeat(500_000)).text()).isNotEmpty();
        assertThat(BodyPage.ofText("From: x\n".repeat(100_000)).text()).isNotEmpty();
        assertThat((cpuTime() - start) / 1_000_000).isLessThan(15_000);
    }

    @Test
    void brokenStylesDoNoHarm() {
        BodyPage page = BodyPage.ofHtml("<p style='color:#gg;font-size:1e9px;margin:-5px;border:;width:abc;"
                + "line-height:-3;padding:9999999px;font:;background:url(x)'>x</p><td colspan=999999 rowspan=-1>y</td>"
                + "<table><tr><td colspan=99999 rowspan=99999 width=-1>z</td></tr></table><ol start=99999999999><li>q");
        assertThat(page.text()).contains("x", "y", "z", "q");
        assertThat(runs(page)).allMatch(run -> run.style().size() <= 96);
    }

    @Test
    void theMailsOfTheTestsReadWell() {
        assertThat(html(Bodies.read("quotation.html")).newText()).startsWith("王经理，您好").contains("65,500.00")
                .doesNotContain("发件人").endsWith("lina@example.com");
        assertThat(html(Bodies.read("newsletter.html")).text()).doesNotContain("Preheader").contains("Read more");
        assertThat(html(Bodies.read("thread.html")).newText().toLowerCase(Locale.ROOT)).doesNotContain("wrote");
    }
}
