package app.kith.promise;

import java.util.regex.Pattern;

/** What makes a promise of a Chinese clause, and what makes it none. Traditional characters are read too. */
final class ChineseRules {
    private static final String YOU = "[您你]|贵司|贵公司|贵方|貴司";
    private static final String VERB = "(?:发货|發貨|出货|出貨|交货|交貨|发出|發出|发|發|寄|给|給|回复|回覆|回復|答复|答覆|报价|報價|联系|聯繫|联络|提供|安排|付款|汇款|匯款|打款|支付|转账"
            + "|确认|確認|反馈|回馈|通知|告知|告诉|提交|完成|拜访|拜訪|更新|整理|送到|送达|送过去|传|傳|回电|回電|打电话|致电|出具|开票|开具|寄出|做好|准备好|搞定|处理|解决|落实|办好|结清|给出|出图|打样|上门|跟进|下单|签字|签好|盖章|备好货|备货|備貨|补)";
    private static final Pattern OWN = Pattern.compile(
            "(?:我们?|我方|我司|我公司|咱们?|本人|本公司|我这边|我们这边|这边|我處|敝司|我們)(?!.{0,3}(?:希望|想要|需要|要求)).{0,24}?" + VERB);
    private static final Pattern DEPUTY = Pattern.compile(
            "(?:同事|工程师|工程師|技术部?|财务部?|財務|仓库|倉庫|工厂|工廠|车间|物流|样品|货物|合同|报告|報告|资料|資料|报价单?|發票|发票|货款|尾款|图纸|订单|方案)"
                    + ".{0,16}?(?:会|會|将|將|能|可以|前|内|就|给[您你]|安排)?.{0,6}?" + VERB);
    /** Without a subject the author is meant where it goes to the other side. */
    private static final Pattern TO_YOU = Pattern.compile(
            "(?:给|給|发|發|寄|回复|回覆|答复|联系|聯繫|通知|告知|告诉|告訴|提供|打给|传|跟|和|向|为|送|带给|反馈|拜访|拜訪|补)(?:给|給|到)?(?:" + YOU + ")");
    private static final Pattern DONE_BARE = Pattern.compile(
            "(?:一定|肯定|保证|会|會|将|將|就|再|可以|能|争取|尽量|最迟|最晚|前|之前|内|準時|准时).{0,8}?" + VERB
                    + "|[日号號](?:前|之前|内)?(?:备好|備好|发出|發出|出货|出貨|发货|發貨|交货|交貨|寄出)");

    private static final Pattern ASKED = Pattern.compile(
            "(?:发|發|给|給|回复|回覆|答复|联系|通知|告诉|告知|寄|传|提供|反馈|打给)(?:给|給|到)?(?:我|咱)"
                    + "|(?<![我司方])(?:" + YOU + ").{0,3}(?:什么时候|何时|几时|能|可以|会|要|得|需要|周|下|明天|月|在|那边|们|方)"
                    + "|^(?:那|那么|好的?|嗯)?(?:" + YOU + ")(?!好).{0,12}" + VERB);
    private static final Pattern NONE = Pattern.compile(
            "[?？]\\s*$|[吗嗎么呢吧][。!！~～]?\\s*$|能否|可否|是否|能不能|可不可以|行不行|好不好|什么时候|何时|几时|多久"
                    + "|[请請麻]|烦请|务必|務必|希望|期待|盼|要求|必须|建议|最好是"
                    + "|不|没|沒|未|无法|無法|来不及|別|别再|取消|推迟|延期|延迟"
                    + "|如果|若|要是|假如|只要|一旦|除非|的话|的話|如有|如需|万一|等[您你贵]|待[您你贵]|收到.{0,14}后|收到.{0,14}後|确认后|付款后|到账后|签字后|定下来后|出来后|后再|之后再|以后再|視|取决于|看情况"
                    + "|可能|也许|或许|也許|应该|應該|估计|好像|听说|据说"
                    + "|已经|已經|已(?=[发發寄付安于在确收])|昨天|昨日|前天|上周|上星期|上个月|刚才|刚刚|当时|之前说|[您你]说|他说|她说|客户说|对方说"
                    + "|[发發给給寄付](?:[您你])?了(?![解])|过了|给[您你].{1,4}了|提货.{0,4}内|[您你贵]们?.{0,8}后.{0,3}内");
    /** What denies or asks nothing although it looks so. */
    private static final Pattern HARMLESS = Pattern.compile(
            "不好意思|没问题|沒問題|不晚于|不迟于|不遲於|不晚過|不超过|不会超过|不会晚于|不会耽误|不耽误|对不起|不客气|没事|不用担心|不必担心|不用客气|没关系|不过"
                    + "|请放心|請放心|请稍等|请稍候|请稍后|請稍候|请耐心等待|请耐心等候|请等|请知悉|敬请期待|请您放心|请见谅|请谅解|好的吧|麻将"
                    + "|[没未](?:有|能)?(?:能)?及时(?:回复?|答复|联系)?|没回复[您你]|没有及时回复|未能及时回复|回复晚了");

    private static final String HINTS = "周週星礼禮天日号號月今明后後底内內年稍";

    private ChineseRules() {}

    /** Whether it is worth looking closer: a quick look for a character that names a day. */
    static boolean mayPromise(String sentence) {
        return sentence.chars().anyMatch(c -> HINTS.indexOf(c) >= 0);
    }

    /** Whether a sentence cannot promise: a question, a condition, a denial, a request, a report. */
    static boolean isNone(String sentence) {
        return NONE.matcher(bare(sentence)).find();
    }

    /** The sentence without what only looks like a denial or a request. */
    static String bare(String sentence) {
        return HARMLESS.matcher(sentence).replaceAll("");
    }

    /** Whether a clause says what its author will do. */
    static boolean isPromise(String clause) {
        return !ASKED.matcher(clause).find() && (OWN.matcher(clause).find() || TO_YOU.matcher(clause).find()
                || DEPUTY.matcher(clause).find() || DONE_BARE.matcher(clause).find());
    }
}
