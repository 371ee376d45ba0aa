package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {
    private static final Set<String> NEVER = Set.of("script", "style", "link", "meta", "base", "iframe", "frame",
            "frameset",
            "object", "embed", "applet", "form", "input", "button", "select", "textarea", "video", "audio", "source",
            "track",
            "svg", "math", "canvas", "template", "portal", "picture", "isindex", "keygen", "bgsound", "layer", "ilayer",
            "xml",
            "noscript", "title", "marquee", "param", "slot", "dialog", "image", "area", "map");
    private static final Set<String> ATTRIBUTES = Set.of("href", "src", "alt", "title", "style", "align", "valign",
            "dir", "lang",
            "nowrap", "color", "bgcolor", "face", "size", "width", "height", "border", "bordercolor", "cellpadding",
            "cellspacing",
            "colspan", "rowspan", "span", "start", "type", "value", "hspace", "vspace", "noshade", "class", "rel",
            "target");

    /** Parses the result again, as whatever draws it will, and looks at all that is left. */
    static void assertInert(String html) {
        for (Node node : Jsoup.parseBodyFragment(html).body().childNodes()) {
            node.traverse((child, depth) -> {
                assertThat(child).isNotInstanceOf(Comment.class).isNotInstanceOf(DataNode.class);
                if (child instanceof Element element) {
                    assertThat(NEVER).doesNotContain(element.normalName());
                    element.attributes().forEach(attribute -> assertInert(element, attribute));
                }
            });
        }
    }

    private static void assertInert(Element element, Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().toLowerCase(Locale.ROOT);
        assertThat(ATTRIBUTES).as(element.outerHtml()).contains(name);
        switch (name) {
            case "href" -> assertThat(value).matches("(https?://|mailto:|tel:)[^\\p{Cntrl}]*");
            case "src" ->
                assertThat(value).matches("cid:logo@x|data:image/(png|jpe?g|gif|webp|bmp);base64,[a-z0-9+/=]*");
            case "style" ->
                assertThat(value).doesNotContain("url", "expression", "import", "script", "behavior", "binding", "\\",
                        "@", "position", "/*", "//");
            case "alt", "title" -> assertThat(value).doesNotContain("\u0000");
            default -> assertThat(value).doesNotContain(":", "//", "(", "<", ">");
        }
    }

    /** Ways to make a mail run, fetch, submit or navigate, one a line, after what privacy testers and sanitiser suites try. */
    static List<String> vectors() throws IOException {
        try (InputStream in = SafeHtmlTest.class.getResourceAsStream("leak-vectors.txt")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().map(line -> line.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0"))
                    .toList();
        }
    }

    private static String safe(String html) {
        return SafeHtml.of(html, Set.of("logo@x")).html();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void nothingLeaksOrRuns(String vector) {
        assertInert(safe(vector));
        assertInert(safe("<p>before" + vector + "after</p>"));
        assertInert(safe("<table><tr><td>" + vector + "</td></tr></table><textarea>" + vector));
        assertInert(safe("<title>" + vector + "</title><!--" + vector + "--><style>" + vector + "</style>" + vector));
        assertInert(
                safe("<a title=\"" + vector.replace("\"", "'") + "\" href='" + vector.replace("'", "\"") + "'>x</a>"));
        assertInert(safe(safe(vector)));
    }

    @Test
    void wordsAndLooksStay() {
        String html = "<div style=\"color:#333;font-size:14px\"><p align=\"center\"><b>报价</b> <i>2024</i> <u>x</u></p><ul><li>a</li></ul>"
                + "<table border=\"1\" cellpadding=\"3\" style=\"border-collapse:collapse\"><tr><td bgcolor=\"#eee\" colspan=\"2\">b</td></tr></table>"
                + "<blockquote type=\"cite\" class=\"gmail_quote\">c</blockquote><font color=\"red\" size=\"2\">d</font><hr /></div>";
        Element body = Jsoup.parseBodyFragment(safe(html)).body();
        assertThat(body.text()).isEqualTo("报价 2024 x a b c d");
        assertThat(body.select("b, i, u, li, td[bgcolor=#eee][colspan=2], font[color=red], hr, p[align=center]"))
                .hasSize(8);
        assertThat(body.selectFirst("div")).isNotNull().extracting(div -> div.attr("style")).asString()
                .contains("color:#333")
                .contains("font-size:14px");
        assertThat(body.select("blockquote[type=cite].gmail_quote")).hasSize(1);
    }

    @Test
    void whatIsHiddenStaysHidden() {
        assertThat(safe("<div style=\"display:none;max-height:0;overflow:hidden\">preheader</div>"))
                .contains("display:none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://x.test/?a=1&b=2", "https://x.test", "mailto:a@x.test?subject=x",
            "tel:+8613800000000"})
    void linksStay(String address) {
        Element link = Jsoup.parseBodyFragment(safe("<a href=\"" + address.replace("&", "&amp;") + "\">x</a>"))
                .expectFirst("a");
        assertThat(link.attr("href")).isEqualTo(address);
    }

    @Test
    void linksWithoutASchemeLeadSomewhereKnown() {
        assertThat(safe("<a href=\"//x.test/a\">x</a>")).contains("https://x.test/a");
        assertThat(safe("<a href=\"www.x.test\">x</a>")).contains("http://www.x.test");
        assertThat(safe("<a href=\"page.html\">x</a>")).isEqualTo("x");
        assertThat(safe("<a href=\"#top\">x</a>")).isEqualTo("x");
    }

    @Test
    void theMessagesOwnPicturesAreShownAndOthersAreNot() {
        assertThat(safe("<img src=\"cid:LOGO%40x\" width=\"20\" alt=\"Logo\">")).contains("cid:")
                .contains("alt=\"Logo\"");
        assertThat(safe("<img src=\"cid:other@x\" alt=\"Logo\">")).doesNotContain("cid:").contains("alt=\"Logo\"");
        assertThat(safe("<img src=\"data:image/png;base64,iVBO Rw0=\">"))
                .contains("data:image/png;base64,iVBORw0&#61;");
        assertThat(safe("<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">")).doesNotContain("data:");
        assertThat(safe("<img src=\"data:text/html,<script>x</script>\">")).doesNotContain("data:");
    }

    @Test
    void remotePicturesAreCountedAndTheirServersNamed() {
        SafeHtml safe = SafeHtml.of("""
                <img src="http://a.test/1.png"><img src='//B.test/2.png' alt="Two"><img src="https://a.test/3.png">
                <td background="http://c.test/x.png">x</td><div style="background:url('http://d.test/y.png')">y</div>
                """, Set.of());
        assertThat(safe.remoteImages()).isEqualTo(5);
        assertThat(safe.trackingPixels()).isZero();
        assertThat(safe.remoteHosts()).containsExactlyInAnyOrder("a.test", "b.test", "c.test", "d.test");
        assertThat(safe.html()).doesNotContain(".test").contains("alt=\"Two\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"width=\"1\" height=\"1\"", "width=1 height=\"0\"", "height='1px'",
            "style=\"display:none\"",
            "style=\"width:1px; height:1px\"", "style='visibility: hidden'", "width=2 height=2", "style='opacity:0'"})
    void aPictureThatNobodyCanSeeIsATrackingPixel(String attributes) {
        SafeHtml safe = SafeHtml.of("x<img src=\"https://t.test/o?u=1\" " + attributes + ">", Set.of(), true);
        assertThat(safe.trackingPixels()).isEqualTo(1);
        assertThat(safe.remoteHosts()).containsExactly("t.test");
        assertThat(safe.html()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"width=600 height=1", "width=\"100%\"", "style=\"max-width:100%\"", ""})
    void aPictureThatCanBeSeenIsNone(String attributes) {
        assertThat(SafeHtml.of("<img src=\"https://t.test/o\" " + attributes + ">", Set.of()).trackingPixels())
                .isZero();
    }

    @Test
    void addressesOfRemotePicturesAreKeptOnRequestWhereNothingLoadsThem() {
        SafeHtml safe = SafeHtml.of("<img src=\"https://a.test/1.png\" srcset=\"https://a.test/2.png 2x\">", Set.of(),
                true);
        Element image = Jsoup.parseBodyFragment(safe.html()).expectFirst("img");
        assertThat(image.attributes().asList())
                .containsExactly(new Attribute(SafeHtml.REMOTE_SOURCE, "https://a.test/1.png"));
    }

    @Test
    void theHtmlOfAMessageIsTakenWithItsOwnPictures() {
        Mail mail = Samples.mail("Content-Type: multipart/related; boundary=b", "", "--b", "Content-Type: text/html",
                "",
                "<p>x<img src=\"cid:pic@x\"><img src=\"cid:other\"></p>", "--b", "Content-Type: image/png",
                "Content-ID: <pic@x>", "",
                "x", "--b--");
        assertThat(SafeHtml.of(mail).html()).contains("cid:pic&#64;x").doesNotContain("other");
        assertThat(SafeHtml.of(Samples.mail("Subject: x", "", "text"))).isEqualTo(new SafeHtml("", 0, 0, List.of()));
    }

    @Test
    void deepAndLongHtmlIsBounded() {
        long start = System.nanoTime();
        assertInert(safe("<div>".repeat(50_000) + "x"));
        assertInert(safe("<b><i>".repeat(50_000) + "x"));
        assertInert(safe("<table><tr><td>".repeat(20_000) + "x"));
        assertInert(safe("<a href=\"http://x.test/\">".repeat(20_000) + "x"));
        assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(20);
    }
}
