package app.kith.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * One issue of a newsletter.
 *
 * @param name who sends it
 * @param address from where
 * @param headline its second line
 * @param articles three articles: title, text, link
 * @param leave where one leaves the list
 * @param more what the links say
 * @param leaveWord what the link at the foot says
 */
record Newsletter(String name, String address, String headline, List<List<String>> articles, String leave, String more,
        String leaveWord) {

    static Newsletter of(List<String> sender, List<List<String>> stock, Talk talk) {
        Dice dice = talk.dice(0, 71);
        String site = "https://www." + sender.get(1).substring(sender.get(1).indexOf('@') + 1) + "/";
        int first = dice.below(stock.size());
        List<List<String>> articles = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<String> article = stock.get((first + i) % stock.size());
            articles.add(List.of(article.get(0), article.get(1), site + dice.digits(5)));
        }
        boolean chinese = talk.tongue() == Tongue.ZH;
        return new Newsletter(sender.get(0), sender.get(1), sender.get(2), articles,
                site + "unsubscribe?u=" + dice.hex(12),
                chinese ? "阅读全文" : "Read more", chinese ? "退订" : "Unsubscribe");
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    String subject() {
        return articles.getFirst().getFirst() + " | " + name;
    }

    String plain() {
        StringBuilder text = new StringBuilder(name + "\n" + headline + "\n");
        for (List<String> article : articles) {
            text.append("\n* ").append(String.join("\n", article)).append('\n');
        }
        return text.append('\n').append(leaveWord).append(": ").append(leave).append('\n').toString();
    }

    String html() {
        StringBuilder rows = new StringBuilder();
        for (List<String> article : articles) {
            rows.append("""
                    <tr><td><h3 style="margin:0">%s</h3><p>%s</p><a href="%s">%s</a></td></tr>
                    """.formatted(article.get(0), article.get(1), article.get(2), more));
        }
        return """
                <html><body style="margin:0;background:#f3f4f6">
                <table width="100%%"><tr><td align="center">
                <table width="600" bgcolor="#ffffff" cellpadding="16">
                <tr><td bgcolor="#0e7490" style="color:#ffffff;font-size:22px">%s<br>
                <span style="font-size:13px">%s</span></td></tr>
                %s<tr><td style="font-size:11px;color:#666666"><a href="%s">%s</a>
                <img src="https://track.%s/o.gif" width="1" height="1"></td></tr>
                </table></td></tr></table></body></html>
                """.formatted(name, headline, rows, leave, leaveWord, domain());
    }
}
