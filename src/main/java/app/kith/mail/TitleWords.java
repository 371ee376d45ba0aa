package app.kith.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that make a line a job title. */
final class TitleWords {
    /** Words that name a position where they stand alone, and work where they stand beside others. */
    private static final Set<String> FUNCTIONS = Set.of("vertrieb", "einkauf", "commercial", "commerciale", "chief",
            "head", "assistant", "associate", "partner", "controller");
    private static final Pattern COMPOUND = Pattern.compile(
            ".*(?:leiter|leiterin|führer|führerin|ingenieur|ingenieurin|berater|beraterin|einkäufer|einkäuferin|beauftragte"
                    + "|beauftragter|referent|referentin|manager|managerin|meister|mistrz|mistrzyni|techniker|technikerin|chef|chefin|meisterin|inspektorin|führende|macher|macherin|bauer|bauerin|binder|binderin|sjef|päällikkö|johtaja|ledare|leder|disponent|ansvarig|ansvarlig|verantwoordelijke|leitung|verkäufer|verkäuferin|händler|assistentin|assistent|kaufmann|kauffrau|vertreter|vertreterin|entwickler|entwicklerin|sekretärin|mitarbeiter|mitarbeiterin|koordinator|koordinatorin|spezialist|spezialistin|inspektor|direktör|ingenjör|ingeniør|insinööri|konsult|konsulent|ansvarlig|medewerker|medewerkster|fotograf|fotografin|grafiker|grafikerin|designer|redakteur|redakteurin|therapeut|therapeutin|trainer|trainerin|pfleger|pflegerin|wärtin|wart|schreiber|angestellte|angestellter|analyytikko|analytiker|analytikerin|laborant|laborantin|wirtin|werkerin|tekniker|sköterska|läkare|lärare|lärarin|beheerder|adviseur)");
    /** Endings of those who do something: {@code Keramikerin}, {@code photographe}, {@code hydrologist}. */
    private static final Pattern AGENT = Pattern.compile(
            "\\p{L}{5,}erin|\\p{L}{2,}ologist|\\p{L}{4,}(?:orin|istin|ologin|ologe|ologue|ographer|ographe|ografo|ógrafo|ógrafa|ólogo|óloga|ician|keeper)");
    /** English crafts that are written small; as surnames they are written large. */
    private static final Pattern MAKER = Pattern
            .compile(
                    "\\p{Ll}{3,}(?:maker|wright|smith|monger|binder|grower|breeder|roaster|brewer|turner|weaver|fitter|builder|dresser|tuner)");
    /** What people with a position are called, at the end of it. */
    private static final String HAN_ENDINGS = "(?:经 理|经理人?|經理人?|襄理|副理|協理|总监|總監|主管|主任|总裁|總裁|董事长?|董事長|监事|監事|工程师|工程師|助理|特助|秘书|秘書|顾问|顧問"
            + "|会计|會計|出纳|出納|代表|采购|採購|销售|外贸|跟单|跟單|负责人|負責人|创始人|創辦人|創始人|合伙人|合夥人|法人|首席\\p{IsHan}{1,6}官|执行官|執行官|编辑|記者|记者|翻译|翻譯"
            + "|审校|内勤|外勤|计调|品控|品管|质检|质控|库管|仓管|店主|督导|策划|企划|企劃|教授|讲师|講師|助教|院士|老板|老闆|客服|教务|教務|班主任|文秘|司机|经纪人?|[译譯作学學研]者|女将|摄影师|管家|掌柜|大使|主编|總編|总编|书记|書記|导购|导演|监制|监理"
            + "|总工|副总|副總|老总|业务|業務|操作|单证|船务|船務|关务|货代|报关|调度|财务|財務|人事|行政|招聘|法务|運營|运营|运维|测试|研发|售前|售后|技术支持|技術支援|技術支持|技术服务|客户服务|客户成功|市场推广|商务|商務|对接人|联系人"
            + "|医生|醫生|护士|護士|博士后|博士生|硕士生|研究生|实习生|實習生|管培生|部長代理|取締役|社長|専務|常務|担当|課長代理|支配人|営業|主事|主査|마케터|대리|과장|부장|사장|이사|팀장|차장"
            + "|(?<!老)[师師](?:\\s?CPA)?|[员員]|(?:部|科|课|課|处|處|组|組|厂|廠|院|校|园|園|会|會|行|社|店|站|局|所|班|队|隊|股|区|區|係|次|室|馆|館|司|线|工|科副|副部|副科|副處|副处|副院|副校|机|秘书|秘書|理事|护士|护理|轮机|船|机|镇|场|場|窑|窯|库|庫|舰|艇|村|乡|市|县)[长長]|(?:画|畫|作|書道|书法|写真|建築|藝術|艺术|音乐|音樂|染色|陶芸|雕塑|雕刻|评论|評論|漫画)家|理事|干事|幹事|委员|律师|律師|技术官|运营官|博导|书记官|書記官|法官|检察官|檢察官|制片人?|製片人?|老板娘|老闆娘|坊主|主理人|教练|教練|导游|導遊|领队|領隊|领班|領班|馆主|館主|发起人|發起人|经办|經辦|承办人|承辦人|主持人|传承人|傳承人|手艺人|匠人|统筹|統籌|策展人|编剧|編劇|PM)";
    /** All characters with which such a line can end, and more. */
    private static final String HAN_LAST = HAN_ENDINGS + ")）级";
    private static final Pattern HAN = Pattern
            .compile("[\\p{IsHan}\\p{IsKatakana}A-Za-z+#/&（）() ・、—-]{0,18}" + HAN_ENDINGS
                    + "(?:[(（][^()（）]{1,12}[)）]|[一二三四五六七八九]级)?");
    /** Ends alike and is none. */
    private static final Pattern NO_TITLE = Pattern
            .compile(
                    "同号|微信|公司|集团|集團|有限|您|我|谢谢|请|老师|老師|会员$|會員$|人员$|人員$|全员$|动员$|成员$|大师$|(?:社団|財団|学校|医療|宗教|福祉|活動|NPO|行政|大学)法人");
    /** {@code MBBS, MD (Path.)}: what he learned, not what he is. */
    private static final Pattern DEGREES = Pattern.compile(
            "(?=.*\\b(?:MBBS|DNB|DM|MCh|Ph\\.?D|M\\.?Sc|B\\.?Sc|FRC\\w+|MRC\\w+|MBA|LL\\.?[BM]|M\\.?Tech|B\\.?Tech|M\\.?A|B\\.?A|B\\.?E|CA|FCA)\\b)(?:[A-Z][A-Za-z.]*[A-Z.][A-Za-z.]*(?: ?[(][A-Za-z. ]+[)])?(?:, ?|$)){2,}");
    private static final int MOST_WORDS = 8;

    private TitleWords() {}

    /** {@code 采购经理 Purchasing Manager}, {@code Purchasing Manager / 采购经理} */
    private static boolean isInTwoLanguages(String line) {
        int border = border(line);
        if (border < 0) {
            return false;
        }
        String first = line.substring(0, border).strip();
        String second = line.substring(border).replaceFirst("^[ /|]+", "");
        return !first.isEmpty() && !second.isEmpty() && isTitle(first.replaceFirst("[ /]+$", "")) && isTitle(second);
    }

    /** {@return where a line goes over from Han to Latin letters, or back, or -1 where it does not or does so often} */
    private static int border(String line) {
        boolean han = SignatureWords.isHan(line.charAt(0));
        int found = -1;
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetter(c) && SignatureWords.isHan(c) != han) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
                han = !han;
            }
        }
        return found;
    }

    /** {@return whether words behind a name are a title though they begin small: {@code logistikchef}} */
    static boolean isTitleInSmall(String words) {
        return !words.isEmpty() && !SignatureWords.hasHan(words)
                && isTitle(Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    /** {@return whether a word in small letters is a position wherever it stands: {@code manager}, but not {@code sales}} */
    static boolean isPosition(String word) {
        return PositionWords.is(word) && !FUNCTIONS.contains(word);
    }

    private static boolean isOfPosition(String word) {
        return PositionWords.is(word) || CraftWords.is(word) || word.length() > 7
                && (COMPOUND.matcher(word).matches() || AGENT.matcher(word).matches() || MAKER.matcher(word).matches());
    }

    /** {@code Year 4 Teacher}: a small number before a position. */
    private static boolean isOfYear(String line) {
        return line.length() < 40 && Character.isLetter(line.charAt(0))
                && line.chars().filter(Character::isDigit).count() <= 2
                && isPosition(line.substring(line.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean isHan(String line) {
        String last = line.substring(line.length() - 1);
        if (!HAN_LAST.contains(last) && !HAN_LAST.contains(HanForms.simplified(last))) {
            return false;
        }
        if (HAN.matcher(line).matches()) {
            return true;
        }
        String simple = HanForms.simplified(line);
        return !simple.equals(line) && HAN.matcher(simple).matches() && !NO_TITLE.matcher(simple).find();
    }

    /** {@return whether a line is a job title, perhaps in two languages} */
    static boolean isTitle(String line) {
        if (line.isEmpty()) {
            return false;
        }
        if (KoreanWords.has(line)) {
            return KoreanWords.isTitle(line);
        }
        if (SignatureWords.hasHan(line)) {
            return line.length() <= 24 && !NO_TITLE.matcher(line).find() && isHan(line)
                    || line.length() <= 70 && isInTwoLanguages(line);
        }
        if (line.length() > 70 || line.chars().anyMatch(Character::isDigit) && !isOfYear(line)
                || line.endsWith(".") && line.indexOf(' ') < 0
                        && !(line.length() > 4 && PositionWords.is(line.toLowerCase(Locale.ROOT)))
                || DEGREES.matcher(line).matches()) {
            return false;
        }
        int colon = line.indexOf(": ");
        if (colon > 0) {
            // Packhouse Manager: Citrus, but not Managing Director: John Smith
            String behind = line.substring(colon + 2);
            return behind.indexOf(',') < 0 && behind.split(" ", -1).length <= 3 && isTitle(line.substring(0, colon))
                    && !SignatureWords.looksLikeName(AuthorName.plain(behind)) && line.indexOf(' ') < colon;
        }
        if (line.equalsIgnoreCase("sales") || line.equals("HR")) {
            return true;
        }
        String[] words = line.toLowerCase(Locale.ROOT).split("[\\s,/&()-]+", -1);
        if (words.length <= 4 && line.charAt(0) >= 0x400 && line.charAt(0) < 0x530
                && (isOfPosition(words[0]) || words.length > 1 && isOfPosition(words[1]))) {
            // старший инженер отдела снабжения
            return true;
        }
        boolean small = !Character.isUpperCase(line.charAt(0)) && !line.contains(" / ");
        if (small && line.indexOf(", ") > 0 && Character.isUpperCase(line.charAt(line.length() - 1))) {
            // laborantka, MSc
            return false;
        }
        if (words.length > MOST_WORDS || small && !(words.length <= 4
                && (isOfPosition(words[0]) || isOfPosition(words[words.length - 1])))) {
            return false;
        }
        if (small) {
            return true;
        }
        for (String word : words) {
            if (PositionWords.is(word) || CraftWords.is(word)
                    || word.length() > 7 && (COMPOUND.matcher(word).matches() || AGENT.matcher(word).matches())) {
                return true;
            }
        }
        return false;
    }
}
