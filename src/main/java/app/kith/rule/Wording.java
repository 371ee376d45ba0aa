package app.kith.rule;

import app.kith.contact.LatinText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that make a mail one of a kind: sums of money, contracts and orders, quotations, complaints. In English, Chinese, German, French
 * and Japanese. Latin words count as whole words, with the endings of plurals.
 */
public enum Wording {
    /** A sum: a number with a currency before or behind it. */
    AMOUNT(Pattern.compile("(?:(?:cny|rmb|usd|eur|gbp|hkd|jpy|chf|us\\$|hk\\$|人民币|[¥￥€$£])\\s?[0-9][0-9.,' ]{0,20})"
            + "|(?:[0-9][0-9.,' ]{0,20}\\s?(?:元|块钱|美元|欧元|英镑|日元|港币|港元|万元|億円|万円|円|€|\\$|£|"
            + "(?:cny|rmb|usd|eur|gbp|hkd|jpy|chf|dollars?|euros?|yuan)(?![a-z])))")),
    /** A contract, an agreement, an order. */
    CONTRACT(words(List.of("contract", "agreement", "purchase order", "order confirmation", "proforma invoice",
            "vertrag", "vertrage", "kaufvertrag", "bestellung", "auftragsbestatigung", "contrat", "bon de commande"),
            List.of("合同", "合约", "协议", "采购单", "订购单", "订单", "形式发票", "契約", "注文書", "発注書"))),
    /** A quotation, a price list, a question for a price. */
    QUOTATION(words(List.of("quotation", "quote", "price list", "rfq", "request for quotation", "price inquiry",
            "best price", "angebot", "preisanfrage", "preisliste", "devis", "liste de prix"),
            List.of("报价", "询价", "报个价", "价格表", "价目表", "最低价", "見積", "见积"))),
    /** A complaint. */
    COMPLAINT(words(List.of("complaint", "complain", "defective", "damaged", "refund", "not acceptable", "disappointed",
            "reklamation", "beschwerde", "mangelhaft", "reclamation", "defectueux"),
            List.of("投诉", "不合格", "质量问题", "损坏", "退款", "退货", "赔偿", "不满意", "クレーム", "不良品")));

    private final Pattern pattern;

    Wording(Pattern pattern) {
        this.pattern = pattern;
    }

    private static Pattern words(List<String> latin, List<String> others) {
        return Pattern.compile("(?<![a-z0-9])(?:" + latin.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                + ")(?:s|es|en|e|n)?(?![a-z0-9])|"
                + others.stream().map(LatinText::folded).map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /**
     * Looks for it.
     *
     * @param text a text
     * @return what was found, folded, as it stands there first; empty where there is nothing
     */
    public String find(String text) {
        Matcher found = pattern.matcher(LatinText.folded(text));
        return found.find() ? found.group().strip() : "";
    }
}
