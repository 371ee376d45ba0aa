package app.kith.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words with which somebody tells a new address of his own, in English and Chinese. \u0001 stands for the new address, \u0002 for
 * the one that the mail came from.
 */
final class MovedWords {
    private static final String MAIL = "(?:e-?mail|mail|mailbox|inbox)(?: ?(?:address|id|account))?";
    /** The author speaks of his own new address, with the address behind it. */
    private static final Pattern OWN = Pattern.compile(
            "\\b(?:my|our) (?:new|updated|current|changed) (?:work |private |personal |business |company |office |corporate )?"
                    + "(?:" + MAIL
                    + "|address)(?: (?:address|id))?(?: (?:is|will be|as of [^\u0001]{2,24}|from [^\u0001]{2,24} on|starting [^\u0001]{2,24}|now|below|here))*"
                    + " ?(?:[:=\\-–→>]+|is|as follows ?:?)? ?[<(\\[\"']?(?:mailto:)?\u0001"
                    + "|^(?:please note |note |fyi[:,]? ?|attention[:!]? ?|p\\.?s\\.?:? ?)?(?:the )?new (?:" + MAIL
                    + "|address) ?(?:is|:|=|–|-|→) ?[<(\\[\"']?\u0001(?=[>)\\]\"' .,;!]*$)"
                    + "|\\bi(?:'ve| have)(?: now)?(?: got)? a new " + MAIL + "[^\u0001]{0,12}\u0001"
                    + "|\\b(?:my|our) (?:" + MAIL
                    + "|address) (?:is now|now is|will change to|changes to|is changing to|will be changed to|becomes) [<(\\[\"']?\u0001"
                    + "|\\breplace my (?:old |current )?(?:" + MAIL
                    + "|address)(?: \u0002)? (?:with|by) [<(\\[\"']?\u0001"
                    + "|\\b(?:my|our) change of (?:" + MAIL + "|address)[^\u0001]{0,20}\u0001"
                    + "|\\b(?:i|we)(?:'ve| have|'m| am|'re| are)? (?:just |recently |now )?(?:chang(?:ed|ing)|switch(?:ed|ing)|mov(?:ed|ing)|migrat(?:ed|ing)) "
                    + "(?:(?:my|our|the) )?(?:" + MAIL
                    + ")?(?: (?:over|from \u0002|from [^\u0001\u0002]{2,30}))? ?to (?:a new (?:one|address|" + MAIL
                    + ")[,:]? ?)?(?:\\w+ ){0,2}[<(\\[\"']?\u0001"
                    + "|\\b(?:my|our) (?:old |current )?" + MAIL
                    + "(?: \\(?\u0002\\)?)? (?:has|have|is|was|will be|is being|has been|had to be)(?: been)?(?: now)? "
                    + "(?:changed|changing|moved|moving|migrated|replaced|switched|updated)(?: from \u0002)? (?:to|by|with) [<(\\[\"']?\u0001"
                    + "|\\byou(?:'ll| can| may| will) (?:now |from now on |in future )?(?:reach|contact|find|e-?mail) me (?:now )?(?:at|under|on|via) (?:my new (?:"
                    + MAIL
                    + "|address)[,:]? ?)?[<(\\[\"']?\u0001(?=.{0,3}$|.{0,4}(?:from now|in (?:the )?future|instead|going forward))"
                    + "|\\bi(?:'m| am| can be| will be)? now (?:be )?(?:reached |reachable |available |found )(?:at|under|on|via) [<(\\[\"']?\u0001"
                    + "|\\b(?:please |kindly )?update (?:your (?:address ?book|records?|contacts?|contact list)|my (?:contact|"
                    + MAIL + "|details)[^\u0001]{0,20}) (?:with|to|:)[^\u0001]{0,40}(?:my|new)[^\u0001]{0,20}\u0001");
    /** How one asks to be written to from now on, without saying whose address it is. */
    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:please|kindly|pls)? ?(?:use|write to(?: me at)?|reply to|respond to|contact me (?:at|under|on|via)|reach me (?:at|under|on|via)|e-?mail me (?:at|under|on)"
                    + "|send (?:(?:me )?(?:all |any |your |future )*(?:e-?mails?|mails?|messages?|correspondence)(?: (?:to me|for me))?|them) (?:to|at)|direct (?:all |any |your |future )*(?:e-?mails?|mails?|correspondence) to)"
                    + " (?:my |this |the |new |other |address |" + MAIL + " ?|[:,] ?)*[<(\\[\"']?\u0001");
    private static final Pattern FROM_NOW = Pattern.compile(
            "\\bfrom now on|\\bfrom today|\\bgoing forward|\\bin (?:the )?future\\b|\\bhenceforth|\\bhereafter|\\binstead\\b|\\bwith immediate effect|\\beffective (?:from|immediately|today|\\w+ \\d)"
                    + "|\\bas of (?:today|now|\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|monday|next)|\\bstarting (?:from|today|now|\\w+ \\d)|\\bany ?more\\b|\\bno longer\\b");
    private static final Pattern CLOSED = Pattern.compile(
            "\\b(?:this|my old|my|the old|the) " + MAIL
                    + "(?: \\(?\u0002\\)?)?[^.\u0001]{0,30}? (?:is|are|will be|has been|was)(?: now| soon| being)? (?:no longer|closed|deactivated|discontinued|disabled|shut down|not (?:in use|used|read|checked|monitored)|out of use|retired|deleted)"
                    + "|\u0002[^\u0001]{0,20} (?:is no longer|will be (?:closed|deactivated|deleted|discontinued)|has been (?:closed|deactivated|discontinued))");
    private static final Pattern INSTEAD_OF_OLD = Pattern.compile(
            "(?:instead of|in place of|rather than|replac(?:es|ing)|not to|no longer|stop using) [<(]?(?:my old (?:one|address),? ?)?\u0002"
                    + "|\u0002[^\u0001]{0,40}(?:changed to|replaced by|moved to|->|→|=>)[^\u0001]{0,12}\u0001");
    /** Addresses that are for a purpose: not where the author reads his mail. */
    private static final Pattern FOR_PURPOSE = Pattern.compile(
            "\u0001[^.]{0,4} for (?!(?:me\\b|all (?:your |our |future )*(?:e-?mails?|correspondence|communications?|messages)|any|future|our (?:future |e-?mail)|further|e-?mail|correspondence|everything|contact))"
                    + "|\\b(?:invoices?|orders?|quot(?:es|ations?)|cvs?|resumes?|applications?|claims?|payments?|statements?|tickets?|complaints?|rsvps?|questions?|quer(?:y|ies)|support|billing|accounting|documents?|drawings?|samples?|reports?)\\b[^\u0001]{0,30} (?:to|at) [<(]?\u0001");
    private static final Pattern NO_STATEMENT = Pattern.compile(
            "[?？]|^(?:if|once|when|should|whenever|in case|unless|until|as soon as|before)\\b|\\bif (?:my|our|the|you)\\b.*\u0001|\\b(?:test|example|sample|template|placeholder|forward(?:ed)? to|cc|bcc|copy)\\b[^\u0001]{0,20}\u0001"
                    + "|\\b(?:his|her|their|your|\\p{L}+'s|colleague|customer|client|boss|manager) (?:new )?(?:e-?mail|mail|address)\\b(?! (?:to|here)\\b)|\\bis not \u0001|(?:don't|do not|never|please stop) (?:use|write|send|reply)[^,;\u0001]{0,30}\u0001"
                    + "|\\b(?:was|used to be) \u0001");
    /** Somebody is gone or away: the address named is another person's. */
    private static final Pattern AWAY = Pattern.compile(
            "\\b(?:has|have|had|'ve|having) (?:now |recently |just )?left\\b|\\bno longer (?:with|work|employed|at|part|in charge)|\\b(?:resigned|retired|retirement|retiring|passed away|last day|maternity|paternity|parental leave|sabbatical)"
                    + "|\\bout of (?:the )?office|\\b(?:on|annual|sick) (?:leave|vacation|holiday)|\\bin my absence|\\bduring my|\\bwhile i am|\\bwhile i'm|\\buntil (?:i|my)|\\burgent|\\bwill be (?:back|away|taking over)|\\btakes? over|\\btook over|\\bhand(?:ed|ing)? over|\\bmy (?:successor|replacement|colleague|assistant|deputy)"
                    + "|离职|離職|离开(?:了)?(?:公司|本公司|我司)|离任|調離|调离|退休|不再(?:负责|担任|任职|就职)|不在(?:公司|本公司)(?:任职|工作|上班)|接替|接手|交接|由.{1,10}(?:负责|负责跟进|跟进|对接)|休假|请假|請假|出差|休产假|产假|病假|不在办公室|不在辦公室|期间|期間|紧急|緊急|急事|同事");
    private static final String POST = "(?:电子)?(?:邮箱|邮件地址|信箱|电邮|邮址|e-?mail|郵箱|電郵|郵件地址|電子郵件|电子邮件)(?:地址|帐号|账号|地址)?";
    private static final String WHOSE = "(?:我|本人|我们|我們|我司|咱|敝司|本公司|我公司|公司|个人|工作|常用|办公|企业|的|现|因[^，,\u0001]{2,20}|由于[^，,\u0001]{2,24}|请注意|請注意|您好|你好|大家好|各位|再次提醒|另外|通知|敬请留意|[，,：:。\\s])";
    private static final Pattern HAN_OWN = Pattern.compile(
            "(?:我|本人|我们|我們|我司|敝司|本公司)(?:这边)?(?:的)?(?:个人|工作|公司|办公|企业)?(?:最新|新)(?:的)?" + POST
                    + "(?:是|为|為|如下|已启用|启用)?[：:，, ]{0,3}(?:是|为|為)?[ <（(「“\"]{0,3}\u0001"
                    + "|^(?:[自从][^，,\u0001]{1,12}起[，, ]*)?" + WHOSE + "*" + POST
                    + "(?:\u0002)?[（(]?\u0002?[）)]?(?:由|从)?\u0002?[ ]?(?:已经|已|将|現|现已|现|从.{1,10}起|自.{1,12}起|正式|需要|今后|以后|将会|，|,|\\s)*(?:变更|更换|更改|更新|更|改|换|切换|迁移|變更|更換|換|調整|调整)(?:了)?(?:为|成|至|到|為|：|:)了?[ <：:（(]{0,3}\u0001"
                    + "|^" + WHOSE + "*" + POST
                    + "(?:有变更?|有变动|有更改|有变化|有變更)[，,！! ]*(?:请|請|烦请)?(?:更新|更改|改|记)(?:为|成|下|為)?[ ：:<]{0,3}\u0001"
                    + "|(?:不用了|换|更换|变更|停用|變更|更換|換)[^。\u0001]{0,12}[，,]\\s*新(?:的)?" + POST
                    + "[ ]?(?:是|为|為|：|:)[ <：:]{0,2}\u0001"
                    + "|(?:我|本人|我们|我司)(?:已经|已|刚|最近|现在|现)?(?:换|更换|改|更改|启用|改用|換|更換|啟用)(?:了|成|用)?(?:一个|个)?(?:新的?)?" + POST
                    + "(?:了)?[：:，, 。]{0,2}(?:是|为|新的是|新邮箱是|新邮箱|地址是|地址为)?[ ：:<]{0,3}\u0001"
                    + "|^(?:请注意|注意|通知|温馨提示|另外|另|PS|ps|附|，|,|：|:|\\s)*(?:我的)?新(?:的)?" + POST
                    + "(?:是|为|為|：|:)[ <：:]{0,2}\u0001"
                    + "|(?:请|請|麻烦|烦请)(?:您|大家|各位)?(?:用|使用|改用|发到|发送到|發送至|发至|发送至|记下|惠存|存一下|更新为)?(?:我|本人)?的?新(?:的)?" + POST
                    + "[ ：:（(]{0,3}\u0001");
    private static final Pattern HAN_ASKS = Pattern.compile(
            "(?:以后|今后|今後|以後|往后|日后|即日起|从今天起|从现在起|从即日起|自即日起|[从自][^，,\u0001]{1,12}[起后]|改)[^\u0001]{0,10}(?:请|請|麻烦|烦请|邮件|您)?[^\u0001]{0,8}(?:使用|改用|用|发送?(?:到|至|往|给)?|發送?(?:到|至)?|寄(?:到|至|给)?|联系|聯絡|回复(?:到|至)?|往来)[^\u0001，,。]{0,12}\u0001"
                    + "|(?:请|請|麻烦|烦请)(?:您|大家)?(?:改用|改发(?:到|至)?|改寄(?:到|至)?|转用)[^\u0001，,。]{0,10}\u0001");
    private static final Pattern HAN_CLOSED = Pattern.compile(
            "(?:此|本|该|这个|旧|原来?的?|老|这一|原有|舊|此前的)(?:" + POST
                    + "|账号|帐号)[^\u0001。]{0,16}(?:停用|不再使用|弃用|作废|不用了|不用|注销|停止使用|关闭|關閉|失效|不再查看|停止)|\u0002[^\u0001。]{0,12}(?:停用|不再使用|弃用|作废|不用了|注销|停止使用|关闭)");
    private static final Pattern HAN_WRITE = Pattern.compile(
            "(?:请|請|麻烦|烦请|今后|以后|新邮件|邮件)[^\u0001。]{0,14}(?:改用|使用|发送?(?:到|至|往|给)|發送?(?:到|至)|寄(?:到|至|给)|联系|聯絡|用)[^\u0001。]{0,10}\u0001");
    private static final Pattern HAN_PURPOSE = Pattern.compile(
            "(?:发票|開票|开票|订单|对账|账单|简历|报价|合同|样品|图纸|财务|售后|投诉|客服|报名|作品|稿件|投稿|资料|文件|单据|报告|問題|问题|反馈|发貨|物流|招聘|应聘|会议|表格|作业|論文|论文|申请|材料|抄送|密送|转发|转给|測試|测试|例如|比如)");
    private static final Pattern HAN_OTHERS = Pattern.compile(
            "(?:他|她|您|你|贵司|貴司|贵公司|对方|客户|供应商|经理|总|小姐|先生|女士|主任|老师|工|同学|姐|哥|们(?<!我们)|學校|学校|银行|平台|系统|网站|官方)(?:的|那边的)?(?:新|最新|原|旧)?(?:的)?"
                    + POST
                    + "|^(?:如果|若|如|假如|要是|等|待|一旦)|吗|嗎|是否|是不是|不是\u0001|(?:不要|别|勿|请勿)(?:再)?(?:用|使用|发|寄)[^，,。\u0001]{0,10}\u0001");

    private final boolean away;

    MovedWords(String text) {
        this.away = AWAY.matcher(plain(text)).find();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'').replaceAll("\\s+", " ");
    }

    /**
     * Tells whether a sentence tells a new address of its author.
     *
     * @param sentence the sentence, signs for the addresses in it
     * @param before the sentence before it
     * @param alike whether the address looks like the author's
     */
    boolean tellsOwn(String sentence, String before, boolean alike) {
        String plain = plain(sentence).strip();
        return SignatureWords.hasHan(plain) ? han(plain, plain(before), alike) : english(plain, plain(before), alike);
    }

    private boolean english(String plain, String before, boolean alike) {
        if (NO_STATEMENT.matcher(plain).find() || FOR_PURPOSE.matcher(plain).find()) {
            return false;
        }
        if (OWN.matcher(plain).find() || INSTEAD_OF_OLD.matcher(plain).find() && !away) {
            return true;
        }
        boolean asks = !away && ASKS.matcher(plain).find();
        boolean me = plain.contains(" me ") || plain.contains(" my ");
        boolean closed = CLOSED.matcher(plain).find() || CLOSED.matcher(before).find();
        return asks && (me || alike) && (closed || FROM_NOW.matcher(plain).find());
    }

    private boolean han(String plain, String before, boolean alike) {
        if (HAN_OTHERS.matcher(plain).find() || plain.endsWith("？") || plain.endsWith("?")) {
            return false;
        }
        if (HAN_OWN.matcher(plain).find()) {
            return !HAN_PURPOSE.matcher(plain).find() || plain.contains("我的");
        }
        if (away || HAN_PURPOSE.matcher(plain).find()) {
            return false;
        }
        boolean closed = HAN_CLOSED.matcher(plain).find() || HAN_CLOSED.matcher(before).find();
        boolean me = plain.contains("我") || plain.contains("本人");
        return HAN_ASKS.matcher(plain).find() && (me || alike || closed)
                || closed && HAN_WRITE.matcher(plain).find();
    }
}
