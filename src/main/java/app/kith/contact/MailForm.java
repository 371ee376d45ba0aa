package app.kith.contact;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mail address taken apart for comparing.
 *
 * @param local local part without a tag behind {@code +}; for Gmail also without dots
 * @param domain the whole domain
 * @param owned the domain without the subdomains below the label that its owner chose ({@code jialian.com.cn})
 * @param stem the label of the domain that its owner chose ({@code jialian} in {@code mail.jialian.com.cn})
 * @param free whether anybody can have a mailbox there
 * @param role whether a function stands behind it and no person (info, sales, 客服)
 */
public record MailForm(String local, String domain, String owned, String stem, boolean free, boolean role) {
    private static final Set<String> ROLES = Set.of("info", "sales", "sale", "service", "services", "support", "hr",
            "jobs", "job", "career", "careers", "admin", "administrator", "office", "contact", "contacts", "hello",
            "mail", "email", "post", "marketing", "market", "export", "import", "finance", "account", "accounts",
            "accounting", "billing", "order", "orders", "purchase", "purchasing", "procurement", "enquiry", "enquiries",
            "inquiry", "inquiries", "help", "helpdesk", "webmaster", "postmaster", "noreply", "no-reply", "reception",
            "team", "press", "media", "legal", "it", "kefu", "shichang", "caiwu", "xiaoshou", "客服", "销售", "kontakt",
            "vertrieb", "verkauf", "ventas", "contacto", "commercial", "business", "biz", "trade", "logistics");
    private static final Set<String> SECOND_LEVEL = Set.of("com", "co", "net", "org", "gov", "edu", "ac", "ne", "or",
            "go", "gob", "gouv", "nom", "ltd", "plc");
    private static final Set<String> FREE_STEMS = Set.of("qq", "163", "126", "sina", "foxmail", "gmail", "googlemail",
            "hotmail", "outlook", "yahoo", "icloud", "aol", "live", "msn", "sohu", "139", "189", "aliyun", "yeah",
            "21cn",
            "tom", "proton", "protonmail", "gmx", "yandex", "naver", "vip", "wo", "188", "263", "mail", "web", "me");
    private static final Pattern TAIL = Pattern.compile("(?:example|test|invalid|localhost)$");
    private static final Pattern ROLE_END = Pattern.compile("[0-9_.-]+$");

    /**
     * Takes an address apart.
     *
     * @param address the address
     * @return its form; for what is no address the local part is the whole text
     */
    public static MailForm of(EmailAddress address) {
        String domain = address.domain();
        String local = address.local();
        int tag = local.indexOf('+');
        local = tag > 0 ? local.substring(0, tag) : local;
        String owned = owned(domain);
        String stem = owned.indexOf('.') < 0 ? owned : owned.substring(0, owned.indexOf('.'));
        if (stem.equals("gmail") || stem.equals("googlemail")) {
            local = local.replace(".", "");
        }
        boolean free = FreeMail.is(domain) || FREE_STEMS.contains(stem);
        boolean role = ROLES.contains(local) || ROLES.contains(ROLE_END.matcher(local).replaceFirst(""))
                || address.isMachine();
        return new MailForm(local, domain, owned, stem, free, role);
    }

    private static String owned(String domain) {
        String[] labels = domain.split("\\.", -1);
        int last = labels.length - 1;
        if (last > 0 && TAIL.matcher(labels[last]).matches()) {
            last--;
        }
        if (last > 0 && (labels[last].length() <= 4 || last == labels.length - 1)) {
            last--;
        }
        if (last > 0 && SECOND_LEVEL.contains(labels[last])) {
            last--;
        }
        return String.join(".", List.of(labels).subList(Math.max(0, last), labels.length));
    }

    /** {@return the address by which equal mailboxes meet: the local part at the domain without its subdomains} */
    public String key() {
        return local + "@" + owned;
    }
}
