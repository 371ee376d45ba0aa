package app.kith.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.OnScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links: found in words, and held against what they show. */
@OnScreen
class LinkTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"https://paypal.com/login | https://evil.test/login",
            "www.paypal.com | http://paypal.com.evil.test", "paypal.com | http://evil.test/paypal.com",
            "PayPal.com/de | https://evil.test", "click here | https://paypal.com@evil.test/",
            "a@bank.test | mailto:b@evil.test", "https://bank.test go | http://bank-test.example",
            "http://аpple.test | http://apple.test"})
    void anAddressThatLeadsElsewhereIsDisguised(String shown, String target) {
        assertThat(LinkCheck.disguised(shown, target)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"https://paypal.com/login | https://www.paypal.com/other",
            "shop.example.com | https://example.com", "Read more | https://evil.test", "price.pdf | https://x.test/1",
            "v2.10 | https://x.test", "a@bank.test | mailto:A@bank.test?subject=x", "A. Miller | https://x.test",
            "bücher.example | http://xn--bcher-kva.example", "138 0013 8000 | tel:+8613800138000",
            "...|https://x.test"})
    void ordinaryLinksAreNot(String shown, String target) {
        assertThat(LinkCheck.disguised(shown, target)).isFalse();
    }

    @Test
    void theTargetIsShownAsTheNetworkKnowsIt() {
        assertThat(LinkCheck.honest("https://аpple.test/x")).isEqualTo("https://xn--pple-43d.test/x");
        assertThat(LinkCheck.honest("https://x.test/订单")).isEqualTo("https://x.test/订单");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"see http://x.test/a. | http://x.test/a",
            "(http://x.test/a_(b)) | http://x.test/a_(b)", "请访问https://x.test/a，谢谢 | https://x.test/a",
            "网址：www.x.test。 | http://www.x.test", "<http://x.test/a?b=1&c=2> | http://x.test/a?b=1&c=2",
            "mail me: a.b+c@x.test! | mailto:a.b+c@x.test", "邮箱lina@x.test，电话 | mailto:lina@x.test",
            "mailto:a@x.test | mailto:a@x.test", "http://x.test/点击 | http://x.test/",
            "HTTPS://X.TEST/A | HTTPS://X.TEST/A"})
    void addressesAreFoundInWords(String text, String target) {
        assertThat(LinkFinder.in(text)).extracting(LinkFinder.Found::target).containsExactly(target);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"no address here", "a @ b", "user@localhost", "http:// x", "awww.no", "@home"})
    void otherWordsAreNoAddresses(String text) {
        assertThat(LinkFinder.in(text)).isEmpty();
    }
}
