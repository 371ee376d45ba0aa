package app.kith.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which the end of a letter and the lines of a signature are known, in the languages that customers write. */
final class SignatureWords {
    static final int LONGEST_CLOSING = 48;
    private static final PatternsByLetter CLOSING = new PatternsByLetter(
            "(?:with |my |very |all the )?(?:best|kind|warm|kindest|warmest"
                    + "|many|sincere|friendly)(?: and (?:kind|warm))?[,]? ?(?:regards?|wishes|greetings|thanks|rgds)?"
                    + "|(?:thanks|thank you|thx)(?: (?:and|&) (?:best |kind |warm )?(?:regards|greetings))|im auftrag|im namen von .{3,30}|regards|regds\\.?|rgds|b\\.? ?(?:rgds|regards)|brgds|br|(?:tks|thks|thx|thanks?)(?: ?(?:n|and|&|/) ?)(?:b\\.?)?(?:rgds|regards)|lg|vg|bg|beste grüsse"
                    + "|(?:yours )?(?:very )?(?:sincerely|faithfully|truly|respectfully|cordially)(?: yours)?|yours|cheers|respectfully"
                    + "|(?:mit )?(?:freundlichen|besten|herzlichen|vielen|schönen|lieben|sonnigen)? ?(?:grüßen|grüsse|gruß|gruss|grüße)"
                    + "(?: (?:aus|von|nach) [\\p{L} ]{2,20})?|(?:freundliche|beste|viele|liebe|herzliche|schöne|sonnige)[nr]? (?:grüße|grüsse|grüßen|grüssen)(?: (?:aus|von|vom|nach|in) [\\p{L} ]{2,24})?|grüße(?: aus [\\p{L} ]{2,20})?"
                    + "|(?:mit )?(?:freundlichem|besten?m?|herzlichem|lieben?m?) (?:gruß|gruss)|gruß|gruss|lg aus [\\p{L} ]{2,20}|mfg|hochachtungsvoll|(?:bien )?cordialement|(?:bien )?à vous|cdlt|salutations(?: distinguées)?|meilleures salutations"
                    + "|sincères salutations|bien amicalement|amicalement|saludos(?: cordiales)?|cordialmente|bonne journée|belle journée|bonne réception|sincères salutations|salut|bien amicalement|un cordiale saluto|cordialmente|cumprimentos|abraços|un abrazo|slàinte|mahalo|warmest|warmly|with appreciation|all the best|best of luck|take care|talk soon|have a (?:nice|great|good) (?:day|weekend|one)|hilsen|hej då|ha det bra|kram|pozdrav|s pozdravom|met vriendelijke groet|hartelijke groet(?:en)?|sincerely|un (?:cordial )?saludo|atentamente"
                    + "|cordiales saludos|cordiali saluti|distinti saluti|saluti|atenciosamente|cumprimentos|com os melhores cumprimentos"
                    + "|met vriendelijke groeten?|vriendelijke groeten?|groeten|(?:med )?vänliga? hälsning(?:ar)?|med vennlig hilsen"
                    + "|vennlig hilsen|med venlig hilsen|venlig hilsen|mvh|hälsningar|vänligen|ystävällisin terveisin|terveisin"
                    + "|z poważaniem|pozdrawiam|s pozdravem|с уважением|с наилучшими пожеланиями|saygılarımla|üdvözlettel|cu stimă"
                    + "|此致[ ,，！!]*(?:敬礼)?|敬\\s?礼|顺祝|商祺|致礼|顺致敬意|顺祝商安|商安|敬礼|此致敬禮|顺颂商祺|順頌商祺|顺祝商祺|順祝商祺|顺颂时祺|順頌時祺|商祺|敬祝[ ]?商祺|祝好|祝商祺|祝您?(?:工作顺利|生活愉快"
                    + "|身体健康|生意兴隆|一切顺利)|致敬|祝[\\p{IsHan}]{2,6}|祝您[\\p{IsHan}]{2,8}|致以问候|此致！?|敬上|謹上|顺祝|敬祝|祝[：:]?|(?:以上、?)?(?:どうぞ)?(?:よろしく|宜しく)お願い(?:いた|致)?し(?:ます|申し上げます)"
                    + "|敬具|(?:顺颂|順頌|敬颂|敬頌|顺祝|敬祝|即颂|此颂|祝颂)?[ ,，]{0,2}[时時商春夏秋冬教文编編研台臺财財近大钧鈞金福筹籌撰暑年节節新旅][祺安绥綏禧]|a\\+|à plus|à bientôt|es grüßt(?: (?:sie|dich|euch))?(?: (?:herzlich|freundlich|bestens))?|bis (?:denn|dann|bald)|感恩|lijep pozdrav|srdačan pozdrav|lep pozdrav|s poštovanjem|pozdrav|srdečně|s úctou|hezký den|atte?\\.?|slds\\.?|quedo atent[oa]|un abrazo|groetjes|groet|vh|v\\.h\\.|hilsen|kr|wbr|w/r|v/r|vr|xo+|(?:thanks|thank you|tks|thx) ?(?:n|&|and|,)? ?(?:with )?(?:best |kind |warm )?(?:rgds|regards|wishes|greetings)|abraço|abs\\.?|att\\.?|trân trọng|thân mến|ขอแสดงความนับถือ|saygılar(?:ımızla)?|iyi çalışmalar|sevgiler|selamlar|köszönettel|tisztelettel|üdv|z wyrazami szacunku|serdecznie pozdrawiam|z pozdrowieniami|pozdr\\.?|cu respect|cu stimă|cu drag|respectuosamente|saludos? cordial(?:es)?|reciba un cordial saludo|un saludo|bien cordialement|très cordialement|belle journée|bonne fin de journée|bàv|à bientôt|distintamente|cordialità|un saluto|buona giornata|buon lavoro|met hartelijke groet(?:en)?|mvg|m\\.v\\.g\\.?|hartelijk dank|med venlige? hilsner|bästa hälsningar|allt gott|parhain terveisin|t\\.|с наилучшими|всего доброго|祝顺利|祝您生活愉快|顺祝商祺！?|敬颂 ?\\p{IsHan}{2}|顺颂 ?\\p{IsHan}{2}|即颂 ?\\p{IsHan}{2}|此颂 ?\\p{IsHan}{2}|谨此|祝商安|祝万事如意|祝[安好]|顺祝 ?\\p{IsHan}{2}|草此|謝謝您?|感謝|拜托了|以上|宜しくお願い致します|감사합니다|此致 敬禮|敬祝 商祺|谨启|敬启"
                    + "|(?:med |de )?(?:kærlige?|bedste|mange|varme|sommerlige|beste|gode|hjertelig) hilsen(?:er)?(?: fra [\\p{L} ]{2,20})?|(?:med |de )?(?:kærlige|bedste|mange|varme) hilsner|knus|klem|stor kram|(?:med )?(?:bästa|varma|soliga) hälsningar|lugupidamisega|(?:parimate|heade) soovidega|tervitustega|tervitades|pagarbiai|su pagarba|(?:su )?geriausi(?:ais|) linkėjimai(?:s)?|ar cieņu|ar sveicieniem"
                    + "|salutacions(?: cordials)?|cordialment|atentament|una salutació|saúdos(?: cordiais)?|un saúdo|adeitasunez|agur bero bat|(?:yn gywir|cofion)(?: gorau| cynnes)?|(?:is )?mise,? le meas|le (?:gach )?(?:meas|dea-ghuí)|(?:bestu |með |kær )?kveðj(?:a|u|ur)|virðingarfyllst|з (?:повагою|найкращими побажаннями)|щиро|с (?:почит|уважение|наилучшими)|поздрави"
                    + "|с приветом|с благодарностью|искренне ваш[а]?|s (?:přátelským|srdečným) pozdravem|zdravím|s přáním (?:hezkého|pěkného) dne|přeji hezký den|s úctou a pozdravom|με (?:εκτίμηση|φιλικούς χαιρετισμούς)|φιλικά|hormat (?:saya|kami)|salam hormat|salam hangat|terima kasih|yang benar|wassalam|asante(?: sana)?|wako|lubos na gumagalang|maraming salamat|with prayers|ngā mihi(?: nui)?|nga mihi(?: nui)?|noho ora mai|vriendelike groete|beste groete|(?:liebi|herzlichi|beschti|schöni)?(?: )?gr(?:u|ü)ess|freundliche grüsse|mit bestem dank und (?:gruß|grüßen)|bien sincèrement|au plaisir|tot ziens|tot snel|sportieve groeten?|cordialisimamente|un caro saluto|a presto|um abraço|melhores cumprimentos|com estima|até breve|saludos atentos|quedo a (?:su|tu) disposición|respetuosamente|b\\.? ?rgds|b/rgds|yours aye|mise|sportliche grüße|mit sportlichen grüßen|glück auf|mit kollegialen grüßen|tisztelettel|üdv(?:özlettel)?|szívélyes üdvözlettel|cu (?:considerație|prietenie)|lep pozdrav|s spoštovanjem|s poštovanjem|srdačno|me respekt|hörmətlə|құрметпен|ขอบคุณ(?:ครับ|ค่ะ)?|kính thư|trân trọng(?: kính chào)?|敬具|草々|かしこ|拝",
            "[ ,，、.。!！~～:：]*");
    /** Ends many letters, but stands in the middle of others too. */
    private static final Pattern THANKS = Pattern
            .compile("(?:many |with |best )?(?:thanks|thank you|thx|tks|danke|vielen dank|merci"
                    + "|gracias|muchas gracias|grazie|obrigado|obrigada|dank u|bedankt|tack|takk|tak|спасибо|谢谢|謝謝|多谢|感谢|感謝|谢谢您?|谢谢大家"
                    + "|非常感谢|ありがとうございます)(?: (?:again|a lot|in advance|very much|so much))?[ ,，.。!！~～]*");
    private static final PatternsByLetter MOBILE = new PatternsByLetter(
            "(?:sent|posted) (?:from|via|with|by|using) [^,.!?]{2,50}\\.?|get outlook for .{2,30}|此邮件由.{2,30}|[本此該该](?:邮件|郵件)[由为為].{2,40}(?:发出|發出|发送|發送|代发|代發|自动|自動|系统|系統).{0,30}|(?:this|the) (?:e-?mail|message) (?:was|is|has been) (?:automatically |auto-?)?(?:sent|generated|created)(?: automatically)?.{0,40}|diese (?:e-?mail|nachricht) wurde automatisch .{3,40}|(?:please )?do not reply(?: to this (?:e-?mail|message))?.?|via mobile|发自我的.{1,20}|從我的.{1,20}(?:傳送|發送)"
                    + "|从我的.{1,20}发送|发送自.{1,24}|来自我的.{1,20}|来自.{2,16}(?:手机|邮箱|客户端|for ?(?:ios|android))|获取 ?outlook.{0,20}|傳自我的.{1,16}"
                    + "|(?:von|vom) meinem .{2,40} gesendet|gesendet (?:von|mit) .{2,40}|diese nachricht wurde von meinem .{3,60} gesendet.?"
                    + "|envoyé (?:de|depuis|à partir de) .{2,40}|enviado (?:desde|do|de|a partir do) .{2,40}|inviato (?:da|dal) .{2,30}"
                    + "|verzonden (?:vanaf|met|via) .{2,30}|skickat från .{2,30}|sendt fra .{2,30}|lähetetty .{2,30}|отправлено (?:с|из) .{2,30}"
                    + "|wysłane z .{2,30}|odesláno z .{2,30}|.{2,16}から送信",
            "");
    private static final Set<String> NAME_LINKS = Set.of("von", "van", "de", "der", "den", "la", "le", "da", "di",
            "del",
            "dos", "bin", "al", "el", "zu", "af", "ten", "ter", "y", "e");
    private static final Set<String> NO_NAMES = Set.of("team", "service", "services", "department", "dept", "dept.",
            "section", "division", "export", "import", "purchasing", "owner", "director", "consultancy", "customer",
            "support", "office", "business", "business.", "sales", "overseas", "international", "centre", "center",
            "group", "unit", "desk", "the", "shop", "store", "hotel", "hostal",
            "restaurant", "school", "club", "street", "road");
    private static final String SURNAMES = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇"
            + "魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐"
            + "颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉"
            + "缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党宫費费卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺";

    private SignatureWords() {}

    /** {@return whether a line is nothing but the closing words of a letter} */
    static boolean isClosing(String line) {
        if (line.length() > LONGEST_CLOSING || line.isEmpty() || hasDigit(line)) {
            return false;
        }
        String lower = line.toLowerCase(Locale.ROOT);
        int slash = lower.indexOf(" / ");
        // The same in two languages.
        return CLOSING.matches(lower) || slash > 0 && CLOSING.matches(lower.substring(0, slash))
                && CLOSING.matches(lower.substring(slash + 3));
    }

    private static boolean hasDigit(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= '0' && c <= '9' || c == '@') {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a line is nothing but thanks} */
    static boolean isThanks(String line) {
        return line.length() <= LONGEST_CLOSING && THANKS.matcher(line.toLowerCase(Locale.ROOT)).matches();
    }

    /** {@code ---- 本邮件由系统代发 ----} */
    private static String withoutRules(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && (QuoteMarks.isRuleSign(line.charAt(from)) || line.charAt(from) == ' ')) {
            from++;
        }
        while (to > from && (QuoteMarks.isRuleSign(line.charAt(to - 1)) || line.charAt(to - 1) == ' ')) {
            to--;
        }
        return line.substring(from, to);
    }

    /** {@return whether a line is what a telephone or a web mailer adds: {@code Sent from my iPhone}} */
    static boolean isProgramLine(String line) {
        return line.length() <= 70 && MOBILE.matches(withoutRules(line).toLowerCase(Locale.ROOT));
    }

    /** {@return whether a line can be the name of a person: two to five capitalised words, or two to four Han characters with a usual surname} */
    static boolean looksLikeName(String line) {
        String name = line.strip();
        if (name.isEmpty() || name.length() > 40) {
            return false;
        }
        if (KoreanWords.has(name)) {
            return KoreanWords.isName(name);
        }
        if (isHan(name.charAt(0))) {
            return looksLikeHanName(name);
        }
        String[] words = name.split("[ ,]+", -1);
        int capital = 0;
        for (String word : words) {
            if (!isNameWord(word) || NO_NAMES.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
            capital += word.isEmpty() || NAME_LINKS.contains(word) ? 0 : 1;
        }
        return capital >= 2 && words.length <= 5;
    }

    private static boolean isNameWord(String word) {
        if (word.isEmpty() || NAME_LINKS.contains(word)) {
            return true;
        }
        if (!Character.isUpperCase(word.charAt(0))) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '.' && i + 1 < word.length() && Character.isLowerCase(word.charAt(i + 1))) {
                // C.so
                return false;
            }
            if (!Character.isLetter(c) && c != '.' && c != '-' && c != '\'' && c != '’') {
                return false;
            }
        }
        return true;
    }

    private static boolean looksLikeHanName(String name) {
        String joined = name.replace(" ", "").replace("\u3000", "");
        if (joined.length() < 2 || joined.length() > 4 || !joined.chars().allMatch(c -> isHan((char) c))) {
            return false;
        }
        boolean spaced = joined.length() < name.length();
        return SURNAMES.indexOf(joined.charAt(0)) >= 0 || spaced || joined.length() == 2 && joined.charAt(0) == '阿'
                || Set.of("欧阳", "歐陽", "司马", "上官", "诸葛", "諸葛", "东方", "皇甫", "尉迟", "慕容", "令狐")
                        .contains(joined.substring(0, 2));
    }

    /** {@return whether words are one character that is a usual surname} */
    static boolean isSurname(String words) {
        return words.length() == 1 && SURNAMES.contains(words);
    }

    /** {@return whether words are Han characters only, at most so many} */
    static boolean isHanWords(String words, int most) {
        String joined = words.replace(" ", "");
        return !joined.isEmpty() && joined.length() <= most && joined.chars().allMatch(c -> isHan((char) c));
    }

    static boolean isHan(char c) {
        return c >= 0x3400 && c <= 0x9FFF || c == '々';
    }

    static boolean hasHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
