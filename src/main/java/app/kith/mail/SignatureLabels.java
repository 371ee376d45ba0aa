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
    static final Pattern LABEL = Pattern.compile("(?<![\\p{L}\\p{N}])(" + ONE + "(?:\\s?[/／&、]\\s?" + ONE + "){0,3})"
            + "(?:\\s*[(（][^)）]{1,12}[)）])?(?:\\s{0,6}[:：=|]\\s*|\\.?\\s{0,6}(?=[+(（]{0,2}\\d)|\\.\\s{0,3}(?=[+(（]{0,2}\\d))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SignatureLabels() {}

    private static Map<String, @Nullable Kind> words() {
        Map<String, @Nullable Kind> words = new LinkedHashMap<>();
        put(words, Kind.PHONE, "tel", "tel.", "telephone", "telefon", "téléphone", "tél", "tél.", "telefono",
                "teléfono",
                "telefone", "phone", "ph", "ph.", "t", "p", "o", "d", "direct", "direct line", "direct dial", "office",
                "office phone", "work", "main", "landline", "fon", "durchwahl", "zentrale", "fixe", "standard", "call",
                "телефон", "тел", "тел.", "tlf", "tlf.", "puh", "电话", "電話", "联系电话", "聯絡電話", "座机", "固话", "固定电话", "办公电话",
                "公司电话", "直线", "直線", "分机", "总机", "热线", "电 话", "連絡先", "전화", "电话号码", "did", "ddi", "hotline", "toll free",
                "tfn");
        put(words, Kind.MOBILE, "mobile", "mobile phone", "mob", "mob.", "m", "c", "cell", "cell phone", "cellphone",
                "cellular", "mobil", "handy", "mobiltelefon", "portable", "port", "port.", "kom", "kom.", "cel", "cel.",
                "h/p", "mobile no", "手机电话", "gsm", "móvil", "movil", "celular",
                "cellulare",
                "telemóvel", "mobiel", "моб", "моб.", "мобильный", "手机", "手機", "移动电话", "行動電話", "行动电话", "手 机", "手机号",
                "手机号码",
                "携帯", "携帯電話", "휴대폰", "핸드폰", "whatsapp", "mp", "hp");
        put(words, Kind.FAX, "fax", "fax.", "telefax", "f", "télécopie", "facsimile", "факс", "传真", "傳真", "传 真", "팩스",
                "ファックス");
        put(words, Kind.EMAIL, "email", "e-mail", "mail", "e", "courriel", "correo", "邮箱", "郵箱", "电子邮箱", "电子邮件", "邮件",
                "电邮",
                "電郵", "信箱", "電子郵件", "邮 箱", "メール", "이메일", "почта", "邮箱地址");
        put(words, Kind.WEB, "web", "website", "homepage", "internet", "www", "w", "url", "site", "网址", "網址", "网站",
                "網站",
                "公司网址", "公司网站", "官网", "主页", "网 址", "ホームページ", "сайт");
        put(words, Kind.ADDRESS, "address", "add", "add.", "addr", "addr.", "a", "adresse", "anschrift", "dirección",
                "direccion", "indirizzo", "endereço", "адрес", "地址", "公司地址", "办公地址", "通讯地址", "通信地址", "收货地址", "注册地址",
                "厂址", "总部地址", "联系地址", "工厂地址", "地 址",
                "住址", "住所",
                "所在地", "주소");
        put(words, Kind.WECHAT, "wechat", "wechat id", "weixin", "we chat", "微信", "微信号", "微信id", "微 信", "wx", "vx");
        put(words, Kind.QQ, "qq", "qq号", "q q", "企业qq", "扣扣", "ｑｑ");
        put(words, Kind.COMPANY, "company", "firma", "société", "empresa", "organisation", "organization", "公司", "公司名称",
                "单位", "公司名稱", "会社名", "企业名称");
        put(words, Kind.TITLE, "title", "position", "job title", "function", "职位", "职务", "職位", "職稱", "职称", "岗位", "役職");
        put(words, Kind.NAME, "name", "contact", "contact person", "attn", "姓名", "联系人", "聯絡人", "氏名", "采购", "业务", "销售",
                "经办人", "业务员", "负责人", "跟单");
        for (String other : new String[]{"skype", "linkedin", "twitter", "facebook", "teams", "zip", "postcode", "邮编",
                "郵編", "郵遞區號", "部门", "部門", "department", "dept", "dept.", "vat", "vat no", "vat id", "ust-id",
                "ust-idnr",
                "hrb", "siret", "rcs", "iban", "bic", "swift", "税号", "账号", "开户行", "trademanager", "旺旺", "msn", "icq",
                "telegram", "line", "hours", "邮政编码"}) {
            words.put(other, null);
        }
        return words;
    }

    private static void put(Map<String, @Nullable Kind> words, Kind kind, String... labels) {
        for (String label : labels) {
            words.put(label, kind);
        }
    }

    /** {@return what a label announces, each thing once; empty for one that is of no use here} */
    static Set<Kind> kinds(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String word : WORDS.containsKey(lower) ? List.of(lower) : List.of(lower.split("\\s?[/／&、]\\s?", -1))) {
            Kind kind = WORDS.get(word);
            if (kind != null) {
                kinds.add(kind);
            }
        }
        if (kinds.contains(Kind.MOBILE)) {
            kinds.remove(Kind.PHONE);
        }
        return kinds;
    }
}
