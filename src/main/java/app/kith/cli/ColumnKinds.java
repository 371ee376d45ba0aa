package app.kith.cli;

import app.kith.contact.Han;
import app.kith.contact.LatinText;
import app.kith.contact.NameLists;
import app.kith.match.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what the columns of a table say: by their headers in English or Chinese, and by what stands in them. */
final class ColumnKinds {
    private static final Map<Kind, Pattern> HEADERS = new LinkedHashMap<>();
    private static final Pattern ID = Pattern
            .compile("(rec|record|unique|row|contact|customer|person)? ?(id|no|number|key|uid|uuid)|编号|序号|客户编号|记录号");
    private static final Pattern ID_END = Pattern.compile(".*(\\bid|编号|序号|uuid)$");
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final Pattern PHONE = Pattern.compile("[+(（0-9０-９][-0-9０-９ ()（）./－+转ext]{6,}");
    private static final Pattern MOBILE = Pattern
            .compile("(\\(?(\\+|00)?86\\)?[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|\\+\\d{1,3}[-0-9 ()./]{6,}");
    private static final Pattern WITH_PHONE = Pattern.compile("(?s)(.*\\D)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(\\D.*)?");
    private static final Pattern STREET = Pattern
            .compile("(?is).*\\d.*\\b(street|st|road|rd|lane|ln|avenue|ave|drive|dr"
                    + "|boulevard|blvd|square|court|ct|terrace|close|crescent|parade|highway|hwy)\\b.*|.*\\p{IsHan}[路街道巷弄]\\s*\\d.*"
                    + "|.*(straße|strasse|str\\.)\\s*\\d.*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<String> THINGS = Set.of("the", "of", "and", "restaurant", "cafe", "grill", "bar", "hotel",
            "school", "center", "centre", "church", "club", "academy", "university", "college", "hospital", "clinic",
            "inc", "llc", "ltd", "co", "corp", "company", "gmbh", "group", "bank", "store", "shop", "market",
            "services",
            "service", "association", "society", "care", "community", "foundation", "institute", "house", "bistro",
            "kitchen", "pizza", "inn", "systems", "technologies", "international", "museum", "library", "park");
    private static final int ENOUGH = 2000;

    static {
        put(Kind.BIRTHDAY, "dob|.*(birth|生日|出生).*");
        put(Kind.SEX, "sex|gender|性别");
        put(Kind.IDENTITY,
                "ssn|.*(soc(ial)? ?sec|national ?id|passport|身份证|证件|护照|信用代码|税号|注册号|tax ?(id|no|number)|vat).*"
                        + "|(company |business )?reg(istration|istered)? (no|nr|num|number|code|id)|company (no|nr|number)"
                        + "|licen[cs]e (no|number)|isbn|issn|doi|ean|upc|gtin|barcode|sku|asin|条形?码|货号");
        put(Kind.EMAIL, ".*(e ?mail|邮箱|邮件).*|mail");
        put(Kind.PHONE, ".*(phone|mobile|cell|手机|电话|联系方式).*|tel|tel .*");
        put(Kind.POSTCODE, ".*(post ?code|postal ?code|邮编|邮政编码).*|zip|zip ?code|plz");
        put(Kind.REGION, "state|province|region|county|省份?|州");
        put(Kind.PLACE, "city|town|suburb|locality|place|城市|市|区|区县|ort|ville");
        put(Kind.SUFFIX, "(name )?suffix|后缀");
        put(Kind.GIVEN_NAME, "(given|first|fore|middle) ?names?|fname|mname|名|vorname|prenom");
        put(Kind.FAMILY_NAME, "(sur|last|family) ?name|lname|surname|姓|姓氏|nachname|nom");
        put(Kind.COMPANY,
                "(company|organi[sz]ation|employer|firm|firma|business|account)( name)?|org|公司|公司名称?|单位|工作单位|企业|企业名称");
        put(Kind.TITLE, "(job )?(title|position|function|role)|职位|职务|头衔|职称");
        put(Kind.ADDRESS,
                ".*(address|地址).*|addr( ?\\d)?|street.*|house ?(no|number)|unit|flat|building|街道|住址|门牌号?");
        put(Kind.FULL_NAME,
                "(full|contact|customer|person|display|client|patient)? ?name|contact|姓名|名字|联系人|客户|客户姓名|客户名称");
        put(Kind.ENTITY_NAME,
                "(site|store|shop|venue|restaurant|hotel|school|facility|place|provider|hospital) ?name|店名|名称|机构名称");
    }

    private ColumnKinds() {}

    private static void put(Kind kind, String header) {
        HEADERS.put(kind, Pattern.compile(header));
    }

    /** {@return the column that numbers the records: a header that says so with no value twice; -1 if there is none} */
    static int idColumn(RecordsFile file) {
        for (int i = 0; i < file.header().size(); i++) {
            if (ID.matcher(folded(file.header().get(i))).matches() && distinct(file, i) == file.rows().size()) {
                return i;
            }
        }
        return -1;
    }

    private static String folded(String header) {
        return LatinText.words(LatinText.folded(header.replace('_', ' ')));
    }

    private static long distinct(RecordsFile file, int column) {
        return file.rows().stream().map(row -> row.get(column)).filter(value -> !value.isBlank()).distinct().count();
    }

    /** {@return what each column says; the one with the number of the record is ignored} */
    static List<Kind> of(RecordsFile file, int idColumn) {
        List<Kind> kinds = new ArrayList<>();
        for (int i = 0; i < file.header().size(); i++) {
            kinds.add(i == idColumn ? Kind.IGNORED : kind(file, i));
        }
        keepOneName(file, kinds);
        return kinds;
    }

    private static Kind kind(RecordsFile file, int column) {
        String header = folded(file.header().get(column));
        List<String> values = values(file, column);
        if (values.isEmpty()) {
            return Kind.IGNORED;
        }
        for (Map.Entry<Kind, Pattern> each : HEADERS.entrySet()) {
            if (each.getValue().matcher(header).matches()) {
                return checked(each.getKey(), values);
            }
        }
        Kind within = byValues(values);
        if (within != Kind.TEXT) {
            return within;
        }
        long distinct = values.stream().distinct().count();
        if (ID_END.matcher(header).matches() && distinct > 0.95 * values.size()) {
            return Kind.IGNORED;
        }
        boolean said = header.endsWith("name") || header.endsWith("名") || header.endsWith("名称");
        return said && distinct > 0.2 * values.size() ? checked(Kind.FULL_NAME, values) : Kind.TEXT;
    }

    /** What the values of a column say whose header says nothing. */
    private static Kind byValues(List<String> values) {
        if (share(values, MAIL) > 0.6) {
            return Kind.EMAIL;
        }
        if (share(values, MOBILE) > 0.6) {
            return Kind.PHONE;
        }
        if (share(values, WITH_PHONE) > 0.2) {
            return Kind.NOTES;
        }
        return share(values, STREET) > 0.5 ? Kind.ADDRESS : Kind.TEXT;
    }

    /** What the header says is believed unless the values are plainly something else. */
    private static Kind checked(Kind kind, List<String> values) {
        if (kind == Kind.FULL_NAME) {
            if (share(values, MAIL) > 0.6) {
                return Kind.EMAIL;
            }
            if (share(values, PHONE) > 0.6) {
                return Kind.PHONE;
            }
            return areThings(values) ? Kind.ENTITY_NAME : Kind.FULL_NAME;
        }
        if (kind == Kind.TITLE && areTitlesOfThings(values)) {
            return Kind.ENTITY_NAME;
        }
        if (kind == Kind.PHONE && share(values, MAIL) > 0.6) {
            return Kind.EMAIL;
        }
        return kind;
    }

    /** A paper, a book or a film has a title of its own, which is longer than what a person is called at work. */
    private static boolean areTitlesOfThings(List<String> values) {
        long words = values.stream().mapToLong(value -> BLANKS.split(value.strip(), -1).length).sum();
        long distinct = values.stream().distinct().count();
        return words > 3.5 * values.size() && distinct > 0.4 * values.size();
    }

    private static List<String> values(RecordsFile file, int column) {
        return file.rows().stream().map(row -> row.get(column)).filter(value -> !value.isBlank()).limit(ENOUGH)
                .toList();
    }

    private static double share(List<String> values, Pattern pattern) {
        return values.stream().filter(value -> pattern.matcher(value.strip()).matches()).count()
                / (double) values.size();
    }

    /** Names of companies, shops and sites have words that no person's name has, and figures. */
    private static boolean areThings(List<String> values) {
        int things = 0;
        int people = 0;
        for (String value : values) {
            String[] words = LatinText.words(LatinText.folded(value)).split(" ", -1);
            boolean han = Han.in(value);
            boolean figures = value.chars().anyMatch(Character::isDigit);
            boolean known = false;
            boolean person = han && value.strip().length() <= 4;
            for (String word : words) {
                known |= THINGS.contains(word);
                person |= NameLists.isGivenName(word);
            }
            boolean thing = known || figures || words.length > 5 || han && value.strip().length() > 6
                    || !han && words.length == 1;
            things += thing ? 1 : 0;
            people += person && !thing ? 1 : 0;
        }
        return things > 0.25 * values.size() && things > people;
    }

    /** A table of companies or sites has one column that names them; a table of people has none. */
    private static void keepOneName(RecordsFile file, List<Kind> kinds) {
        Set<Kind> personal = new HashSet<>(kinds);
        boolean people = personal.contains(Kind.FULL_NAME) || personal.contains(Kind.FAMILY_NAME)
                || personal.contains(Kind.GIVEN_NAME);
        int best = -1;
        for (int i = 0; i < kinds.size(); i++) {
            boolean names = kinds.get(i) == Kind.ENTITY_NAME;
            if (names && (best < 0 || values(file, i).size() > values(file, best).size())) {
                best = i;
            }
        }
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) == Kind.ENTITY_NAME && (people || i != best)) {
                kinds.set(i, people && !personal.contains(Kind.COMPANY) && i == best ? Kind.COMPANY : Kind.TEXT);
            }
        }
    }
}
