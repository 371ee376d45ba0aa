package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words before a value that say what it is: {@code Tel:}, {@code 手机：}. */
final class SignatureLabels {
    /** Null stands for a label that is known and of no use here. */
    private static final Map<String, @Nullable Kind> WORDS = words();
    private static final Set<String> LINKS = Set.of("and", "und", "et", "y", "e", "or", "no", "nos", "nr", "num",
            "number",
            "id");
    private static final WordTree LETTERS_OF_WORDS = WordTree.of(WORDS.keySet());
    private static final String ONE = WordPattern.of(WORDS.keySet());
    private static final String BESIDE = "(?:\\s?[/／&、+]\\s?|,\\s|\\s(?:and|und|et|y|e|or)\\s|(?<=\\p{IsHan})(?=\\p{IsHan}))";
    private static final Pattern APART = Pattern.compile("\\s?[/／&、+]\\s?|,\\s|\\s(?:and|und|et|y|e|or)\\s");
    private static final String NUMBER = "(?:\\s?(?:nos?|nr|num|number|id|号码?|號碼?|帐号|账号|帳號|#)(?![\\p{L}]))?";
    private static final String BRACKET = "(?:\\s*[(（](?=[^)）]*\\p{L})[^)）]{1,32}[)）])?";
    private static final WordTree ACCOUNTS = WordTree.ofEnds(accounts());
    /** Labels behind which an account may stand without a colon. */
    private static final String ACCOUNT = "(?:(?<=(?<![\\p{L}\\p{N}])" + WordPattern.of(accounts())
            + ")\\s{1,8}|(?<=微信|微信号|V信|QQ号|微信ID))"
            + "(?=@?[A-Za-z](?!(?:oad|d|treet|t|venue|ve|ane|istrict|own)\\b)[\\w.:@-]{3,31}(?:\\s*(?:$|[|｜,，;；/·•])|\\s+\\p{IsHan}{2}))";
    /** A label in brackets before a value: {@code （F）0412-8840329}. */
    static final Pattern IN_BRACKETS = Pattern.compile(
            "(?:^|(?<=[|｜;；] ?)|(?<=\\s{2}))[(（\\[](" + ONE + ")[)）\\]]\\s*[:：]?\\s*(?=[\\p{L}\\p{N}+(])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Labels of Han characters behind which a value of Han characters may stand without a colon. */
    private static final String HAN_VALUE = "(?<=地址|厂址|會址|会址|校址|店址|院址|社址|地　址|部门|职务|职位|姓名)\\s{1,6}(?=\\p{IsHan})";
    /** What nobody takes for words: a page or a mail address. */
    private static final String PAGE = "\\s{1,8}(?=https?://|www\\.|[\\w.+-]{1,64}@[\\w-]|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,8}(?:/\\S*)?\\s*(?:$|[|｜,，;；~·•]))";
    /**
     * A label, or several with slashes between, before it no letter, behind it a colon; or a short one directly before a number.
     */
    static final Pattern LABEL = Pattern.compile("(?<![\\p{L}\\p{N}])(" + ONE + "(?:" + BESIDE + ONE
            + "){0,3})" + NUMBER + "(?:\\s?#)?(?:同号|同步|同)?" + BRACKET
            + "(?:\\.?\\s{0,6}(?:[:：=|｜‖](?!//)|[-–·•](?=\\s))\\s*|(?<=\\p{L}{2})\\.?\\s{0,6}(?=[+(（]{0,2}\\d)"
            + "|(?<=\\p{IsHan}\\s?/\\s?[A-Za-z.]{1,12})\\s{1,6}(?=\\S)|[. ]\\s{0,6}(?=[+(（]{0,2}\\d)|(?=[+(（]{0,2}\\d[\\d() -]{6})|"
            + ACCOUNT + "|" + HAN_VALUE + "|" + PAGE
            + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Words that are labels only where a line, or what stands between two dividers, begins: not in {@code product line: pumps}. */
    private static final Set<String> FIRST = Set.of("line", "factory", "rue");

    /** Words that are labels of an address only where nothing stands before them: {@code Tundra Sled Works · +1 …}. */
    private static final Pattern PLACES = Pattern
            .compile("(?i)works|plant|branch|factory|location|headquarters|hq|工厂|工廠|门市|門市|总部|總部");
    /** {@code (M) +91-99798-55501 (O) +91-2836-255540}: a second label in brackets where the line began with one. */
    private static final Pattern BRACKETS_AGAIN = Pattern.compile(
            "(?<=[\\d ])[(（\\[](" + ONE + ")[)）\\]]\\s*[:：]?\\s*(?=[+(]?\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LONGEST_BRACKETED = 30;
    private static final Set<String> LETTERS = Set.of("s", "sk", "a/s", "q", "v");
    private static final Pattern POSTCODE = Pattern.compile("\\d{5}-?\\d{3}(?!\\d)");
    private static final Pattern COLON = Pattern.compile("[:：]");

    private SignatureLabels() {}

    /** {@return a line whose labels in brackets stand before their values with a colon instead} */
    static String bracketsOff(String line) {
        String words = IN_BRACKETS.matcher(line).replaceAll("$1: ");
        boolean first = "(（[".indexOf(line.charAt(0)) >= 0 && !words.equals(line);
        return first ? BRACKETS_AGAIN.matcher(words).replaceAll("$1: ") : words;
    }

    /**
     * Finds the next label from a place on. The expression is tried only where a word of the list begins, which a walk through its
     * letters tells: alone it would try every branch at every letter.
     */
    static boolean find(Matcher label, String line, int from) {
        for (int i = from; i < line.length(); i++) {
            boolean first = i == 0
                    || !Character.isLetterOrDigit(line.charAt(i - 1)) && !isNumberSign(line.charAt(i - 1));
            if (first && LETTERS_OF_WORDS.begins(line, i, SignatureLabels::mayEnd)
                    && label.region(i, line.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands behind a word lets it be a label: a sign, a number, a page, another label, its number, not any other word. */
    private static boolean mayEnd(String line, int end) {
        int at = end;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '.')) {
            at++;
        }
        if (at == line.length()) {
            return false;
        }
        char c = line.charAt(at);
        if (!Character.isLetter(c) || c >= 0x2E80) {
            return true;
        }
        if (at == end
                && (SignatureWords.isHan(line.charAt(end - 1)) || line.regionMatches(true, end - 4, "微信id", 0, 4))) {
            return true;
        }
        int behind = at;
        while (behind < line.length() && line.charAt(behind) != ' ') {
            char sign = line.charAt(behind++);
            if (!Character.isLetter(sign)) {
                return true;
            }
        }
        return LINKS.contains(line.substring(at, behind).toLowerCase(Locale.ROOT))
                || at == end && "nNiI".indexOf(c) >= 0
                || at > end && ACCOUNTS.beginsBefore(line, end);
    }

    /** {@return what looks for labels in a line} */
    static Matcher matcher(String line) {
        return LABEL.matcher(line).useTransparentBounds(true).useAnchoringBounds(false);
    }

    private static boolean isNumberSign(char c) {
        int type = Character.getType(c);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /** {@code 【手机】136…}, {@code 【深圳市明诚光电有限公司】}: black brackets around a label or around all. */
    static String blackBracketsOff(String line) {
        int close = line.indexOf('】');
        String label = line.substring(1, close).strip();
        String rest = line.substring(close + 1).strip();
        return rest.isEmpty() && label.length() <= LONGEST_BRACKETED
                ? label
                : WORDS.containsKey(label.toLowerCase(Locale.ROOT)) ? label + "：" + rest : line;
    }

    private static Set<String> accounts() {
        Set<String> words = new LinkedHashSet<>(Set.of("whatsapp"));
        WORDS.forEach((word, kind) -> {
            if (kind == Kind.WECHAT || kind == Kind.SKYPE || kind == Kind.LINE || kind == Kind.QQ) {
                words.add(word);
            }
        });
        words.removeIf(word -> word.length() < 2);
        return words;
    }

    /** {@return whether a word that was found is a label where it stands} */
    static boolean isHere(String line, int at, int end, String label) {
        int before = at - 1;
        while (before >= 0 && line.charAt(before) == ' ') {
            before--;
        }
        if (line.charAt(end - 1) == ' ' || Character.isLetter(line.charAt(end - 1))) {
            Kind kind = WORDS.get(label.toLowerCase(Locale.ROOT));
            boolean page = kind == Kind.WEB || kind == Kind.EMAIL;
            if (page && end < line.length() && Character.isDigit(line.charAt(end)) && end - at <= 3) {
                // 450 W 33rd St
                return false;
            }
            boolean number = kind == Kind.PHONE || kind == Kind.MOBILE || kind == Kind.FAX || kind == Kind.WHATSAPP;
            if (number && end < line.length() && "+(（0123456789".indexOf(line.charAt(end)) >= 0
                    && !PhoneWords.begins(line, end)) {
                // Office 1204, Al Noor Tower; Port Hedland WA 6721
                return false;
            }
        }
        if (label.equalsIgnoreCase("cep") && POSTCODE.matcher(line.substring(end)).lookingAt()) {
            // In Brazil a postcode, in Turkey a mobile telephone.
            return false;
        }
        if (label.equalsIgnoreCase("rue") && !COLON.matcher(line.substring(at, end)).find()) {
            // Rue 14 x Blaise Diagne
            return false;
        }
        if (LETTERS.contains(label.toLowerCase(Locale.ROOT))) {
            // S stands for Skype only where nothing else can be meant: not in A/S · Industrivej.
            return (before < 0 || "|｜,，;；·•".indexOf(line.charAt(before)) >= 0
                    || label.equalsIgnoreCase("v") && Character.isDigit(line.charAt(before)))
                    && COLON.matcher(line.substring(at, end)).find();
        }
        if (WORDS.get(label.toLowerCase(Locale.ROOT)) == Kind.DEPARTMENT && end < line.length()
                && Character.isDigit(line.charAt(end)) && !COLON.matcher(line.substring(at, end)).find()) {
            // Geschäftsstelle Abteilung 4
            return false;
        }
        if (label.equalsIgnoreCase("line") && !COLON.matcher(line.substring(at, end)).find()
                && TitleWords.isTitle(line.substring(end))) {
            // Line Producer
            return false;
        }
        if (at > 1 && label.length() == 1 && line.charAt(at - 1) == '/' && Character.isDigit(line.charAt(at - 2))) {
            // Cannaregio 3218/A – 30121 Venezia
            return false;
        }
        if (before >= 0 && Character.isLetter(line.charAt(before)) && PLACES.matcher(label).matches()) {
            return false;
        }
        return before < 0 || !Character.isLetter(line.charAt(before))
                || !FIRST.contains(label.toLowerCase(Locale.ROOT));
    }

    private static Map<String, @Nullable Kind> words() {
        Map<String, @Nullable Kind> words = new LinkedHashMap<>();
        put(words, Kind.PHONE, "tel", "tel.", "telephone", "telefon", "téléphone", "tél", "tél.", "telefono",
                "teléfono",
                "telefone", "phone", "ph", "ph.", "t", "p", "o", "d", "direct", "direct line", "direct dial", "office",
                "office phone", "work", "main", "landline", "fon", "durchwahl", "zentrale", "fixe", "standard", "call",
                "телефон", "тел", "тел.", "tlf", "tlf.", "puh", "电话", "電話", "联系电话", "聯絡電話", "座机", "固话", "固定电话", "办公电话",
                "公司电话", "直线", "直線", "总机", "热线", "电 话", "連絡先", "전화", "电话号码", "did", "ddi", "hotline", "toll free",
                "toll-free", "freephone", "客服专线", "服务专线", "咨询专线", "销售专线",
                "tfn", "tlf", "ph", "phone no", "phone no.", "phone number", "tel no", "tel no.", "office tel",
                "switchboard", "t direkt", "t zentrale", "direkt",
                "fono", "uff", "uff.", "ph #", "telefoon", "telefonnr", "phone #", "t/f", "telefono fisso", "fisso",
                "tel. fisso", "kantoor", "kontor", "biuro", "vast", "landline no", "line 1", "line 2", "telf", "telf.",
                "telef", "telef.", "fone", "board", "board line", "central", "centralino", "centrale", "reception",
                "dl", "gl", "general line", "direktwahl", "direktnr", "direct tel", "direct phone", "direct no",
                "business phone", "work phone", "desk", "desk phone", "home", "pbx", "of", "of.", "oficina", "ufficio",
                "bureau", "ligne directe", "l.d", "stacjonarny", "pevná", "vezetékes", "sabit", "โทร", "โทรศัพท์",
                "điện thoại", "đt", "рабочий", "раб", "代表電話", "代表", "本社", "办公", "宅电", "公司座机", "前台", "總機", "公司電話",
                "辦公電話", "專線", "专线", "ip电话", "咨询电话", "报修电话", "預約電話", "預約電話", "fijo", "téléphone fixe", "вн. тел", "联系方式",
                "热线电话", "服务热线", "客服电话",
                "销售热线", "订购热线", "维修热线", "值班电话", "业务电话", "总机电话", "växel", "växeltel", "keskus", "内线", "內線", "短号", "分机号",
                "durchwahlnr", "telp", "telp.", "telpon", "fono fijo", "服务电话", "電　話", "电　话", "電 話", "订票热线", "订票电话",
                "預訂電話", "预订电话",
                "after hours", "out of hours", "night", "nights", "weekends", "evenings", "daytime", "night line",
                "guthán", "fón", "ffôn", "ffon", "telèfon", "telefonoa", "τηλ", "τηλ.", "τηλέφωνο", "هاتف", "تلفون",
                "טל", "טלפון",
                "simu", "tālr", "tālr.", "tālrunis", "telefonas", "sími", "foon", "no. tel", "no tel", "no. telp",
                "tel. office",
                "work tel", "tel. work", "tel. dir", "tel. direct", "tel. direkt", "tel. zentrale", "tel. centrale",
                "24小时热线", "24小时服务热线", "24小時熱線", "sans frais", "numéro vert", "numero verde", "linha direta",
                "linea diretta", "línea directa", "reservations", "bookings", "enquiries", "inquiries", "call me",
                "ring me", "personal", "pikett", "notdienst", "bereitschaft", "astreinte", "sentralbord", "vaihde",
                "ústředna", "centrala", "santral", "døgnvagt", "vagttelefon",
                "vagt", "vakt", "vakttelefon", "jour", "päivystys", "stage door",
                "box office", "front desk", "festnetz", "fastnett", "wireless",
                "telefoonnummer", "致电", "致電",
                "订房热线", "订房电话", "訂房專線", "招生热线", "招生电话", "咨询热线", "预约热线", "voip");
        put(words, Kind.MOBILE, "mobile", "mobile phone", "mob", "mob.", "m", "c", "cell", "cell phone", "cellphone",
                "cellular", "mobil", "handy", "mobiltelefon", "portable", "port", "port.", "kom", "kom.", "cel", "cel.",
                "h/p", "mobile no", "手机电话", "gsm", "móvil", "movil", "celular",
                "cellulare",
                "telemóvel", "mobiel", "моб", "моб.", "мобильный", "手机", "手機", "移动电话", "行動電話", "行动电话", "手 机", "手机号",
                "手机号码",
                "携帯", "携帯電話", "휴대폰", "핸드폰", "mp", "m/p", "hp", "cell no", "mob no", "mobile number", "tel. kom",
                "tel. kom.",
                "tlm", "tm", "手　机", "手機號碼", "手提", "移动", "mobil tel", "mobiltel", "puhelin", "mobitel", "nextel", "c.p.",
                "c.p", "h.p.", "h.p", "telm", "telm.", "cellul", "cell.no", "mobiltlf", "mobile phone no", "handphone",
                "hand phone", "mbl", "mbl.", "mobilnummer", "mobilnr", "handynr", "telem", "telem.", "tel. mobile",
                "tel mobile", "tel. móvil", "tél. mobile", "mob tel", "komórka", "kom. tel", "cep", "cep tel",
                "mobilní", "mobilni", "mobitel", "di động", "dđ", "มือถือ", "сот", "сотовый", "行動", "行动", "移动手机", "大哥大",
                "text", "text only", "text/call", "call/text", "call or text", "text or call", "sms", "短信", "简讯", "簡訊",
                "短訊", "truck", "van", "site mobile",
                "fón póca", "symudol", "mòbil", "mugikorra", "κιν", "κιν.", "κινητό", "جوال", "موبايل", "محمول", "נייד",
                "sel", "selfoon",
                "mobilais", "mobilus", "farsími", "mobilusis", "tel bimbit", "mob. tel", "mob. telefon",
                "mobilní telefon", "mobil telefon",
                "text me", "text or call me", "call or text me", "natel", "mobilfunk", "流動電話", "流动电话", "手提電話",
                "手提电话", "globe", "smart", "safaricom", "airtel", "mtn", "vodacom", "vodafone", "telkomsel",
                "indosat", "viettel", "vinaphone", "mobifone", "grameenphone", "banglalink", "jio", "claro", "movistar",
                "tigo", "entel", "etisalat", "zain", "ooredoo", "telenor", "ncell", "glo", "telecel", "safari",
                "dialog", "ufone", "9mobile", "jazz",
                "個人手機", "手機號", "手机號", "携帯番号", "ケータイ");
        put(words, Kind.WHATSAPP, "whatsapp", "whats app", "whats", "whatsap", "wa", "wapp", "wsp", "wpp", "ватсап",
                "вотсап", "whatsapp no", "zap", "what's app");
        put(words, Kind.SKYPE, "skype", "s", "sk", "skype id", "skype name", "skype账号", "skype帐号");
        put(words, Kind.LINE, "line", "line id", "line@", "line帳號", "賴", "ไลน์");
        put(words, Kind.DEPARTMENT, "部门", "部門", "department", "dept", "dept.", "division", "abteilung", "所属", "单位部门",
                "科室");
        put(words, Kind.FAX, "fax", "fax.", "telefax", "téléc", "téléc.", "télec", "telefaks", "faxnummer", "f", "fx",
                "fx.", "fax no", "fax no.", "telecopy", "telecopier",
                "télécopieur", "faks", "faks.", "fakszám", "belgegeçer", "faksi", "faxnr", "傳 真", "図文传真", "图文传真",
                "fax2email", "fax to email", "传", "傳", "efax", "e-fax",
                "facs", "φαξ", "فاكس", "פקס", "faks no", "faksas", "fakss", "ffacs",
                "传真电话", "传真号", "แฟกซ์", "télécopie", "facsimile",
                "факс", "传真", "傳真", "传 真", "팩스",
                "ファックス");
        put(words, Kind.EMAIL, "email", "e-mail", "mail", "e", "courriel", "correo", "邮箱", "郵箱", "电子邮箱", "电子邮件", "邮件",
                "电邮",
                "電郵", "信箱", "電子郵件", "邮 箱", "メール", "이메일", "почта", "邮箱地址", "邮　箱", "e-post", "epost", "e-posta", "eposta",
                "sähköposti", "email address", "e-mail address", "email id", "mail id", "mailto", "correo electrónico",
                "e-mail us", "eml", "邮址", "ríomhphost", "e-bost", "ebost", "epasts", "el. paštas", "netfang", "بريد",
                "البريد الإلكتروني", "דוא\"ל", "barua pepe", "emel", "surel",
                "电邮地址", "信　箱", "電郵地址", "อีเมล");
        put(words, Kind.WEB, "web", "website", "homepage", "internet", "www", "w", "url", "site", "网址", "網址", "网站",
                "網站",
                "公司网址", "公司网站", "官网", "主页", "网 址", "ホームページ", "сайт", "网　址", "web site", "公司官网", "http", "web page",
                "webpage", "our website", "visit us", "visit", "besuchen sie uns", "online", "shop", "webshop", "sito",
                "sito web", "página web", "pagina web", "strona", "netsite", "official website", "公司主页", "網頁", "网页",
                "官方网站", "官方網站", "www网址", "企业网站", "官網", "เว็บไซต์");
        put(words, Kind.ADDRESS, "address", "add", "add.", "addr", "addr.", "a", "adresse", "anschrift", "dirección",
                "direccion", "indirizzo", "endereço", "адрес", "地址", "公司地址", "办公地址", "通讯地址", "通信地址", "收货地址", "注册地址",
                "厂址", "总部地址", "联系地址", "工厂地址", "地 址",
                "住址", "住所", "visiting address", "office address", "factory", "factory address", "rue",
                "besucheradresse", "hausanschrift", "postanschrift",
                "postal address", "corporate office", "head office", "headquarters", "hq", "regd. office",
                "regd office", "main office", "branch office", "branch", "works", "plant", "office add",
                "mailing address", "our address", "location", "adresa", "adres", "cím", "dir", "dir.", "domicilio",
                "domicile", "sede", "sede legale", "sede operativa", "siège", "siège social", "morada", "standort",
                "firmensitz", "lieferanschrift", "besöksadress", "postadress", "adress", "besøksadresse", "postadresse",
                "osoite", "bezoekadres", "postadres", "ที่อยู่", "địa chỉ", "đ/c", "đc", "alamat", "trụ sở", "公司地點",
                "公司位置", "办公室地址", "辦公地址",
                "總公司", "总公司", "总部", "營業地址", "营业地址", "经营地址", "生产地址", "工厂", "工廠", "廠址", "厂区", "邮寄地址", "寄件地址", "收件地址",
                "門市", "门店地址",
                "诊所地址", "公司住址", "上海办公室", "地　址", "联系地址", "店址", "校址", "院址", "會址", "会址", "社址", "馆址", "館址", "联络地址", "聯絡地址",
                "所在地", "주소", "基地", "基地地址", "苗圃地址", "种植基地", "仓库地址", "展厅", "展厅地址", "店铺地址", "厂部地址", "门店");
        put(words, Kind.WECHAT, "wechat", "wechat id", "weixin", "we chat", "微信", "微信号", "微信id", "微 信", "wx", "vx",
                "v信", "微　信", "微信帐号", "微信账号", "客服微信", "个人微信", "wechat no", "wechat account", "微信 id", "威信", "微信賬號",
                "微信帳號", "v信号", "业务微信", "加微信", "加我微信", "微信加", "工作微信", "添加微信", "咨询微信", "联系微信", "微信咨询", "公司微信", "店主微信",
                "本人微信", "v");
        put(words, Kind.QQ, "qq", "qq号", "q q", "企业qq", "扣扣", "客服qq", "在线qq", "业务qq", "咨询qq", "工作qq", "qq咨询", "qq客服",
                "ｑｑ", "q");
        put(words, Kind.COMPANY, "company", "firma", "société", "empresa", "organisation", "organization", "公司", "店名",
                "商号", "厂名", "公司名", "公司全称", "公司名称",
                "单位", "公司名稱", "工作单位", "会社名", "企业名称");
        put(words, Kind.TITLE, "title", "position", "job title", "function", "职位", "职务", "職位", "職稱", "职称", "岗位", "役職");
        put(words, Kind.NAME, "name", "店主", "掌柜", "经手人", "contact", "contact person", "attn", "姓名", "联系人", "聯絡人", "氏名",
                "采购", "业务", "销售",
                "经办人", "业务员", "负责人", "跟单", "技术联系人", "业务联系人", "商务联系人", "采购联系人", "项目联系人", "销售联系人", "财务联系人");
        for (String other : new String[]{"linkedin", "twitter", "facebook", "teams", "zip", "postcode", "邮编",
                "郵編", "郵遞區號", "郵政編碼", "vat", "tva", "btw", "p.iva", "p. iva", "c.f.", "c.f", "iva", "partita iva",
                "kvk", "nip", "krs",
                "regon", "cnpj", "rut", "cuit", "rfc", "gstin", "gst", "abn", "acn", "ič", "ičo", "dič", "uid", "atu",
                "统编", "統編", "統一編號", "统一编号", "工号", "乘车路线", "主营", "公司主营",
                "企业微信", "企业微信号", "企业qq群", "qq群", "viber", "zalo", "tiktok", "youtube", "xing", "signal", "wangwang",
                "ali wangwang", "阿里旺旺", "客服热线", "全国统一客服热线", "全国统一服务热线", "全国服务热线", "全国热线", "全国免费热线", "免费热线", "投诉电话",
                "投诉热线", "监督电话", "举报电话", "全国统一热线", "统一客服热线", "emergency", "emergency line",
                "24h hotline", "hotline 24/7", "support hotline", "小红书", "微博", "知乎", "b站", "快手", "工商注册号", "统一社会信用代码",
                "社会信用代码", "纳税人识别号", "执业证号", "许可证号", "证书编号", "股票代码", "证券代码", "工作时间", "营业时间", "上班时间", "服务时间",
                "office hours", "working hours", "business hours", "opening hours", "servicezeiten", "öffnungszeiten",
                "bürozeiten", "horario", "orari", "license no", "licence no", "reg. no", "reg no", "company no",
                "registration no", "tax id", "tax no", "ein", "duns", "d-u-n-s", "cin", "pan", "iec", "uen", "cif",
                "nif", "nipc", "org.nr", "orgnr", "org. nr", "cvr", "ico", "dic", "mersis", "kakao", "kakaotalk", "飞书",
                "钉钉", "抖音", "淘宝", "淘宝店", "公众号", "微信公众号", "alibaba",
                "instagram", "ig",
                "pronouns", "vat no", "vat id", "ust-id",
                "ust-idnr",
                "hrb", "siret", "rcs", "iban", "bic", "swift", "税号", "账号", "开户行", "trademanager", "旺旺", "msn", "icq",
                "telegram", "hours", "邮政编码"}) {
            words.put(other, null);
        }
        return words;
    }

    /** {@code 电话微信}: two labels without anything between them. */
    private static void add(Set<Kind> kinds, String word) {
        Kind kind = WORDS.get(word);
        if (kind != null) {
            kinds.add(kind);
            return;
        }
        for (int i = 2; i < word.length() - 1 && !WORDS.containsKey(word); i++) {
            Kind first = WORDS.get(word.substring(0, i));
            Kind second = WORDS.get(word.substring(i));
            if (first != null && second != null) {
                kinds.add(first);
                kinds.add(second);
                return;
            }
        }
    }

    private static void put(Map<String, @Nullable Kind> words, Kind kind, String... labels) {
        for (String label : labels) {
            words.put(label, kind);
        }
    }

    /**
     * Tells what a label announces.
     *
     * @param label its words
     * @param whole the words with what stands in brackets behind them: {@code Mob (WhatsApp)}
     * @return each thing once; empty for a label that is of no use here
     */
    static Set<Kind> kinds(String label, String whole) {
        String lower = label.toLowerCase(Locale.ROOT);
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String word : WORDS.containsKey(lower) ? List.of(lower) : List.of(APART.split(lower, -1))) {
            add(kinds, word);
        }
        String beside = whole.substring(label.length()).toLowerCase(Locale.ROOT);
        if (beside.contains("whatsapp")) {
            kinds.add(Kind.WHATSAPP);
        }
        if (beside.contains("wechat") || beside.contains("微信") && !beside.contains("公众号")) {
            kinds.add(Kind.WECHAT);
        }
        if (kinds.contains(Kind.WHATSAPP) && !kinds.contains(Kind.PHONE)) {
            kinds.add(Kind.MOBILE);
        }
        if (kinds.contains(Kind.MOBILE)) {
            kinds.remove(Kind.PHONE);
        }
        return kinds;
    }
}
