package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words before a value that say what it is: {@code Tel:}, {@code 手机：}. */
final class SignatureLabels {
    /** Null stands for a label that is known and of no use here. */
    private static final Map<String, @Nullable Kind> WORDS = words();
    private static final String ONE = "(?:" + WORDS.keySet().stream().sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote).collect(Collectors.joining("|")) + ")";
    /**
     * A label, or several with slashes between, before it no letter, behind it a colon; or a short one directly before a number.
     */
    static final Pattern LABEL = Pattern.compile("(?<![\\p{L}\\p{N}])(" + ONE + "(?:\\s?[/／&、]\\s?" + ONE
            + "){0,3})(?:同号|同步|同)?"
            + "(?:\\s*[(（](?=[^)）]*\\p{L})[^)）]{1,16}[)）])?(?:\\s{0,6}(?:[:：=|｜]|[-–]\\s)\\s*|(?<=\\p{L}{2})\\.?\\s{0,6}(?=[+(（]{0,2}\\d)"
            + "|[. ]\\s{0,6}(?=[+(（]{0,2}\\d)|(?=[+(（]{0,2}\\d[\\d() -]{6})|(?<=微信号|微信|(?i:wechat)|(?i:vx))\\s{1,3}(?=[A-Za-z][\\w-]{5,19}(?:\\s|$)))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Words that are labels only where a line, or what stands between two dividers, begins: not in {@code product line: pumps}. */
    private static final Set<String> FIRST = Set.of("line", "factory", "rue");

    private SignatureLabels() {}

    /** {@return whether a word that was found is a label where it stands} */
    static boolean isHere(String line, int at, String label) {
        int before = at - 1;
        while (before >= 0 && line.charAt(before) == ' ') {
            before--;
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
                "tfn", "tlf", "ph", "phone no", "phone no.", "phone number", "tel no", "tel no.", "office tel",
                "switchboard", "t direkt", "t zentrale", "direkt",
                "fono", "telf", "telf.", "fijo", "téléphone fixe", "вн. тел", "联系方式", "热线电话", "服务热线", "客服热线", "客服电话",
                "销售热线", "订购热线", "维修热线", "值班电话", "业务电话", "总机电话", "服务电话", "電　話", "电　话", "電 話");
        put(words, Kind.MOBILE, "mobile", "mobile phone", "mob", "mob.", "m", "c", "cell", "cell phone", "cellphone",
                "cellular", "mobil", "handy", "mobiltelefon", "portable", "port", "port.", "kom", "kom.", "cel", "cel.",
                "h/p", "mobile no", "手机电话", "gsm", "móvil", "movil", "celular",
                "cellulare",
                "telemóvel", "mobiel", "моб", "моб.", "мобильный", "手机", "手機", "移动电话", "行動電話", "行动电话", "手 机", "手机号",
                "手机号码",
                "携帯", "携帯電話", "휴대폰", "핸드폰", "mp", "m/p", "hp", "cell no", "mob no", "mobile number", "tel. kom",
                "tel. kom.",
                "tlm", "tm", "手　机", "手機號碼", "手提", "移动", "mobil tel", "mobiltel", "puhelin", "mobitel", "nextel");
        put(words, Kind.WHATSAPP, "whatsapp", "whats app");
        put(words, Kind.SKYPE, "skype", "skype id", "skype name");
        put(words, Kind.LINE, "line", "line id");
        put(words, Kind.DEPARTMENT, "部门", "部門", "department", "dept", "dept.", "abteilung", "所属", "单位部门", "科室");
        put(words, Kind.FAX, "fax", "fax.", "telefax", "f", "fx", "fx.", "fax no", "fax no.", "télécopie", "facsimile",
                "факс", "传真", "傳真", "传 真", "팩스",
                "ファックス");
        put(words, Kind.EMAIL, "email", "e-mail", "mail", "e", "courriel", "correo", "邮箱", "郵箱", "电子邮箱", "电子邮件", "邮件",
                "电邮",
                "電郵", "信箱", "電子郵件", "邮 箱", "メール", "이메일", "почта", "邮箱地址", "邮　箱", "e-post", "epost");
        put(words, Kind.WEB, "web", "website", "homepage", "internet", "www", "w", "url", "site", "网址", "網址", "网站",
                "網站",
                "公司网址", "公司网站", "官网", "主页", "网 址", "ホームページ", "сайт", "网　址", "web site", "公司官网");
        put(words, Kind.ADDRESS, "address", "add", "add.", "addr", "addr.", "a", "adresse", "anschrift", "dirección",
                "direccion", "indirizzo", "endereço", "адрес", "地址", "公司地址", "办公地址", "通讯地址", "通信地址", "收货地址", "注册地址",
                "厂址", "总部地址", "联系地址", "工厂地址", "地 址",
                "住址", "住所", "visiting address", "office address", "factory", "factory address", "rue",
                "besucheradresse", "hausanschrift", "postanschrift",
                "postal address", "地　址", "联系地址", "店址", "校址", "院址", "联络地址", "聯絡地址",
                "所在地", "주소");
        put(words, Kind.WECHAT, "wechat", "wechat id", "weixin", "we chat", "微信", "微信号", "微信id", "微 信", "wx", "vx",
                "v信", "微　信", "微信帐号", "微信账号", "客服微信", "个人微信");
        put(words, Kind.QQ, "qq", "qq号", "q q", "企业qq", "扣扣", "ｑｑ");
        put(words, Kind.COMPANY, "company", "firma", "société", "empresa", "organisation", "organization", "公司", "公司名称",
                "单位", "公司名稱", "工作单位", "会社名", "企业名称");
        put(words, Kind.TITLE, "title", "position", "job title", "function", "职位", "职务", "職位", "職稱", "职称", "岗位", "役職");
        put(words, Kind.NAME, "name", "contact", "contact person", "attn", "姓名", "联系人", "聯絡人", "氏名", "采购", "业务", "销售",
                "经办人", "业务员", "负责人", "跟单");
        for (String other : new String[]{"linkedin", "twitter", "facebook", "teams", "zip", "postcode", "邮编",
                "郵編", "郵遞區號", "郵政編碼", "vat", "tva", "btw", "p.iva", "p. iva", "c.f.", "c.f", "iva", "partita iva",
                "kvk", "nip", "krs",
                "regon", "cnpj", "rut", "cuit", "rfc", "gstin", "gst", "abn", "acn", "ič", "ičo", "dič", "uid", "atu",
                "统编", "統編", "統一編號", "统一编号", "工号", "乘车路线", "主营", "公司主营",
                "viber", "zalo", "kakao", "kakaotalk", "飞书", "钉钉", "抖音", "淘宝", "淘宝店", "公众号", "微信公众号", "alibaba",
                "instagram", "ig",
                "pronouns", "vat no", "vat id", "ust-id",
                "ust-idnr",
                "hrb", "siret", "rcs", "iban", "bic", "swift", "税号", "账号", "开户行", "trademanager", "旺旺", "msn", "icq",
                "telegram", "hours", "邮政编码"}) {
            words.put(other, null);
        }
        return words;
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
        for (String word : WORDS.containsKey(lower) ? List.of(lower) : List.of(lower.split("\\s?[/／&、]\\s?", -1))) {
            Kind kind = WORDS.get(word);
            if (kind != null) {
                kinds.add(kind);
            }
        }
        String beside = whole.substring(label.length()).toLowerCase(Locale.ROOT);
        if (beside.contains("whatsapp")) {
            kinds.add(Kind.WHATSAPP);
        }
        if (beside.contains("wechat") || beside.contains("微信") && !beside.contains("公众号")) {
            kinds.add(Kind.WECHAT);
        }
        if (kinds.contains(Kind.WHATSAPP)) {
            kinds.add(Kind.MOBILE);
        }
        if (kinds.contains(Kind.MOBILE)) {
            kinds.remove(Kind.PHONE);
        }
        return kinds;
    }
}
