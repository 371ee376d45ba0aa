package app.kith.match;

import app.kith.contact.Han;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Made-up contacts in Chinese and English with what makes lists hard: several spellings of one name, namesakes, typing errors,
 * moves to another company, couples on one telephone, fathers and sons, colleagues on a switchboard, shared boxes.
 */
final class GeneratedContacts {
    /** The columns of the records. */
    static final Schema SCHEMA = new Schema(List.of(new Schema.Column("name", Kind.FULL_NAME),
            new Schema.Column("email", Kind.EMAIL), new Schema.Column("phone", Kind.PHONE),
            new Schema.Column("company", Kind.COMPANY), new Schema.Column("title", Kind.TITLE),
            new Schema.Column("address", Kind.ADDRESS)));

    private static final String SURNAMES = "王王王王李李李李张张张张刘刘刘陈陈陈杨杨赵赵黄黄周周吴吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文单仇翟查曲";
    private static final List<String> DOUBLE = List.of("欧阳", "司马", "上官", "诸葛", "尉迟");
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉红玉兰春梅海燕志新宇浩晓东子轩雨婷思佳欣怡嘉俊峰凯鹏飞博雪琳琪瑶晨旭阳斌健云龙丹萍莉倩颖慧颂诗涵梓豪泽洪波卫民振兴立成光永清正安宁德福祥瑞庆长庚";
    private static final String[] FIRST = "James Robert John Michael David William Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Steven Andrew Kenneth Joshua Kevin Edward Timothy Jeffrey Nicholas Samuel Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Margaret Karen Nancy Lisa Sandra Ashley Emily Michelle Amanda Melissa Deborah Stephanie Rebecca Laura Cynthia Kathleen Amy Angela"
            .split(" ", -1);
    private static final String[] LAST = "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Hall Young Allen King Wright Scott Hill Green Adams Nelson Baker Rivera Campbell Mitchell Carter Roberts Schmidt Weber Rossi Novak Kowalski Petrov Lindgren Haas Okafor Tanaka Dubois Moreau"
            .split(" ", -1);
    private static final String[][] SHORT = {{"James", "Jim"}, {"Robert", "Bob"}, {"Michael", "Mike"},
            {"William", "Bill"}, {"Richard", "Rick"}, {"Thomas", "Tom"}, {"Elizabeth", "Liz"}, {"Jennifer", "Jen"},
            {"Patricia", "Pat"}, {"Margaret", "Maggie"}, {"Daniel", "Dan"}, {"Matthew", "Matt"}, {"Susan", "Sue"},
            {"Christopher", "Chris"}, {"Rebecca", "Becky"}, {"Andrew", "Andy"}, {"Edward", "Ted"}};
    private static final String STEMS = "恒远 瑞丰 金泰 华信 鼎盛 天成 宏达 佳美 中联 博瑞 科锐 远大 新源 东升 海纳 万通 安泰 立邦 众诚 嘉禾 凯利 星辰 卓越 联创 德润 富隆 盛世 永兴 百川 同方 景泰 云帆 启航 明德 昊天 融通 创维 优品 普惠 泰和";
    private static final String[][] TRADES = {{"电子", "Electronics"}, {"机械", "Machinery"}, {"贸易", "Trading"},
            {"物流", "Logistics"}, {"医药", "Pharmaceutical"}, {"软件", "Software"}, {"纺织", "Textile"},
            {"化工", "Chemical"}, {"食品", "Food"}, {"建材", "Building Materials"}};
    private static final String[] CITIES = "上海 北京 深圳 广州 杭州 苏州 南京 成都 武汉 青岛 宁波 天津".split(" ", -1);
    private static final String[] ROADS = "人民 中山 建设 和平 长江 黄河 文化 青年 新华 滨江".split(" ", -1);
    private static final String[] WEST = "Northgate Bluefield Harlow Castle Merton Ashford Redwood Silverton Kingsley Falcon Beacon Orchard Summit Lakeside Granger Thornton"
            .split(" ", -1);
    private static final String[] LINES = "Industries Trading Foods Systems Logistics Textiles Consulting Energy Medical Partners"
            .split(" ", -1);
    private static final String[][] TITLES = {{"销售经理", "Sales Manager"}, {"采购经理", "Purchasing Manager"},
            {"总经理", "General Manager"}, {"工程师", "Engineer"}, {"助理", "Assistant"}, {"财务总监", "CFO"}};
    private static final String[] FREE = {"qq.com", "163.com", "126.com", "foxmail.com", "sina.com"};
    private static final String[] FREE_WEST = {"gmail.com", "outlook.com", "yahoo.com", "icloud.com"};

    private final Random random;
    private final List<Profile> profiles = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final List<Firm> firms = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private int people;

    private record Firm(boolean han, String stem, String trade, String english, String city, String domain, String line,
            String road, int number) {}

    private record Person(boolean han, String family, String given, Firm firm, String mobile, String workMail,
            String ownMail, int title, String alias) {}

    private GeneratedContacts(long seed) {
        random = new Random(seed);
    }

    /**
     * Makes a list.
     *
     * @param records about how many
     * @param seed two lists of one seed are equal
     */
    static GeneratedContacts of(int records, long seed) {
        GeneratedContacts made = new GeneratedContacts(seed);
        for (int i = 0; i < Math.max(4, records / 26); i++) {
            made.firms.add(made.firm(i));
        }
        while (made.rows.size() < records) {
            made.addSomebody();
        }
        made.mix();
        return made;
    }

    List<Profile> profiles() {
        return profiles;
    }

    /** {@return the values of a record by the columns of the schema} */
    String[] row(int record) {
        return rows.get(record);
    }

    /** Lets the values go, which take as much room as the profiles. */
    void forgetRows() {
        rows.clear();
        taken.clear();
    }

    /** {@return whose record it is} */
    int owner(int record) {
        return owners.get(record);
    }

    private void mix() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            order.add(i);
        }
        java.util.Collections.shuffle(order, random);
        List<String[]> oldRows = List.copyOf(rows);
        List<Integer> oldOwners = List.copyOf(owners);
        for (int i = 0; i < order.size(); i++) {
            rows.set(i, oldRows.get(order.get(i)));
            owners.set(i, oldOwners.get(order.get(i)));
            profiles.add(profile("r" + i, rows.get(i)));
        }
    }

    static Profile profile(String id, String... values) {
        List<Schema.Entry> entries = new ArrayList<>();
        for (int c = 0; c < values.length; c++) {
            if (!values[c].isBlank()) {
                entries.add(new Schema.Entry(c, values[c]));
            }
        }
        return SCHEMA.profile(id, entries);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private Firm firm(int number) {
        boolean han = chance(0.65);
        String city = one(CITIES);
        if (han) {
            String stem = one(STEMS.split(" ", -1));
            String[] trade = TRADES[random.nextInt(TRADES.length)];
            String domain = Han.reading(stem) + (chance(0.5) ? Integer.toString(number) : one("", "cn", "group"))
                    + one(".com", ".cn", ".com.cn");
            return new Firm(true, stem, trade[0], trade[1], city, domain, digits("0755", 8), one(ROADS),
                    1 + random.nextInt(900));
        }
        String stem = one(WEST) + (chance(0.4) ? " " + one(WEST) : "");
        String trade = one(LINES);
        String domain = (stem + (chance(0.6) ? trade : "")).replace(" ", "-").toLowerCase(Locale.ROOT)
                + (chance(0.5) ? "-" + number : "") + one(".com", ".net", ".co.uk");
        return new Firm(false, stem, trade, trade, one("Boston", "Chicago", "Austin", "Seattle"), domain,
                "+1 617 555 " + digits("", 4), one("Oak", "Main", "Cedar", "Hill", "Mill"), 1 + random.nextInt(9000));
    }

    private String digits(String head, int count) {
        StringBuilder out = new StringBuilder(head);
        for (int i = 0; i < count; i++) {
            out.append(random.nextInt(10));
        }
        return out.toString();
    }

    private Person person(Firm firm) {
        boolean han = chance(firm.han ? 0.93 : 0.12);
        String family = han
                ? chance(0.02) ? one(DOUBLE) : String.valueOf(SURNAMES.charAt(random.nextInt(SURNAMES.length())))
                : one(LAST);
        String given = han ? character() + (chance(0.72) ? character() : "") : one(FIRST);
        return person(firm, han, family, given);
    }

    private String character() {
        int index = (int) (GIVEN.length() * Math.pow(random.nextDouble(), 1.4));
        return String.valueOf(GIVEN.charAt(Math.min(index, GIVEN.length() - 1)));
    }

    private Person person(Firm firm, boolean han, String family, String given) {
        String f = (han ? Han.surnameReading(family) : family).toLowerCase(Locale.ROOT);
        String g = (han ? Han.reading(given) : given).toLowerCase(Locale.ROOT);
        String local = switch (random.nextInt(5)) {
            case 0 -> g + "." + f;
            case 1 -> f + g;
            case 2 -> g.charAt(0) + f;
            case 3 -> f + "." + g;
            default -> g + "_" + f + (chance(0.3) ? "" + random.nextInt(99) : "");
        };
        String own = han
                ? (chance(0.5) ? digits("1", 9) : f + g + digits("", 3)) + "@" + one(FREE)
                : f + "." + g + digits("", 2) + "@" + one(FREE_WEST);
        while (!taken.add(local + "@" + firm.domain)) {
            local = local + random.nextInt(1000);
        }
        while (!taken.add(own)) {
            own = random.nextInt(10) + own;
        }
        String mobile = han
                ? "1" + one("38", "39", "50", "86", "77") + digits("", 8)
                : "+1" + one("617", "312", "512") + digits("", 7);
        return new Person(han, family, given, firm, mobile, local + "@" + firm.domain, own, random.nextInt(
                TITLES.length), chance(0.12) ? one(FIRST) : "");
    }

    private void addSomebody() {
        Firm firm = one(firms);
        Person person = person(firm);
        int owner = people++;
        int copies = 1 + (chance(0.45) ? 1 + (chance(0.4) ? 1 + (chance(0.3) ? 1 : 0) : 0) : 0);
        boolean moves = copies > 1 && chance(0.08);
        for (int i = 0; i < copies; i++) {
            Person now = moves && i == copies - 1
                    ? new Person(person.han, person.family, person.given, one(firms), person.mobile, "", person.ownMail,
                            person.title, person.alias)
                    : person;
            add(record(now, chance(0.8)), owner);
        }
        if (chance(0.02)) {
            couple(person);
        }
        if (chance(0.02) && person.han && person.given.length() == 2) {
            Person sibling = person(firm, true, person.family, person.given.charAt(0) + character());
            add(record(sibling, true), people++);
        }
        if (chance(0.01) && !person.han) {
            add(record(new Person(false, person.family + " Jr.", person.given, firm, digits("+1617555", 4), "",
                    digits("jr", 6) + "@gmail.com", 0, ""), true), people++);
        }
        if (chance(0.015)) {
            add(new String[]{"", one("info", "sales", "service") + "@" + firm.domain, firm.line, company(firm), "", ""},
                    people++);
        }
    }

    /** Husband and wife on one telephone, often with one box. */
    private void couple(Person person) {
        Person other = person(person.firm);
        Person wife = new Person(other.han, other.family, other.given, other.firm, person.mobile, other.workMail,
                chance(0.5) ? person.ownMail : other.ownMail, other.title, "");
        add(record(wife, true), people++);
    }

    private void add(String[] row, int owner) {
        rows.add(row);
        owners.add(owner);
    }

    private String[] record(Person person, boolean full) {
        String name = name(person);
        boolean work = chance(0.6) && !person.workMail.isEmpty();
        String mail = chance(0.75) ? spoiled(work ? person.workMail : person.ownMail) : "";
        String phone = chance(0.6) ? phone(person) : chance(0.4) ? line(person.firm) : "";
        boolean reached = !mail.isEmpty() || !phone.isEmpty();
        String company = chance(full ? 0.6 : 0.2) || !reached ? company(person.firm) : "";
        String title = chance(0.3) ? TITLES[person.title][chance(0.7) == person.han ? 0 : 1] : "";
        String address = !company.isEmpty() && chance(0.4) ? address(person.firm) : "";
        boolean nameless = mail.length() > 0 && chance(0.05);
        return new String[]{nameless ? "" : name, mail, phone, company, title, address};
    }

    private String spoiled(String mail) {
        if (chance(0.04) && mail.indexOf('@') > 3) {
            int at = 1 + random.nextInt(mail.indexOf('@') - 1);
            return mail.substring(0, at) + mail.charAt(at) + mail.substring(at);
        }
        if (chance(0.06)) {
            return mail.toUpperCase(Locale.ROOT);
        }
        return chance(0.04) ? mail.replace("@", "+news@") : mail;
    }

    private String phone(Person person) {
        String mobile = person.mobile;
        if (chance(0.03)) {
            int at = mobile.length() - 1 - random.nextInt(6);
            mobile = mobile.substring(0, at) + (char) ('0' + (mobile.charAt(at) - '0' + 1) % 10)
                    + mobile.substring(at + 1);
        }
        if (!person.han) {
            String d = mobile.substring(2);
            return one("+1 " + d, "(" + d.substring(0, 3) + ") " + d.substring(3, 6) + "-" + d.substring(6), d);
        }
        String grouped = mobile.substring(0, 3) + " " + mobile.substring(3, 7) + " " + mobile.substring(7);
        return one(mobile, "+86 " + mobile, grouped, "0086-" + mobile, grouped.replace(' ', '-'), "(+86)" + mobile);
    }

    private String line(Firm firm) {
        return firm.line + (firm.han && chance(0.4) ? "-" + digits("8", 2) : "");
    }

    private String company(Firm firm) {
        if (!firm.han) {
            return one(firm.stem + " " + firm.trade + " Inc.", firm.stem + " " + firm.trade,
                    (firm.stem + " " + firm.trade)
                            .toUpperCase(Locale.ROOT) + ", LLC");
        }
        String stem = Han.reading(firm.stem);
        String latin = Character.toUpperCase(stem.charAt(0)) + stem.substring(1);
        String city = Han.reading(firm.city);
        return switch (random.nextInt(5)) {
            case 0 -> firm.city + firm.stem + firm.trade + "有限公司";
            case 1 -> firm.stem + firm.trade;
            case 2 -> firm.city + "市" + firm.stem + firm.trade + "股份有限公司";
            case 3 -> Character.toUpperCase(city.charAt(0)) + city.substring(1) + " " + latin + " " + firm.english
                    + " Co., Ltd.";
            default -> latin + " " + firm.english;
        };
    }

    private String address(Firm firm) {
        if (!firm.han) {
            return firm.number + " " + firm.road + one(" Street, ", " St., ") + firm.city;
        }
        String road = Han.reading(firm.road);
        return chance(0.6)
                ? firm.city + "市" + firm.road + "路" + firm.number + "号"
                : "No. " + firm.number + " " + Character.toUpperCase(road.charAt(0)) + road.substring(1) + " Road, "
                        + Han.reading(firm.city);
    }

    private String name(Person person) {
        if (!person.han) {
            return western(person);
        }
        String f = capital(Han.surnameReading(person.family));
        String g = capital(Han.reading(person.given));
        return switch (random.nextInt(20)) {
            case 0 -> f + " " + g;
            case 1, 2 -> g + " " + f;
            case 3 -> f.toUpperCase(Locale.ROOT) + " " + g;
            case 4 -> person.given.length() == 2
                    ? capital(Han.reading(person.given.substring(0, 1))) + "-" + Han.reading(person.given.substring(1))
                            + " " + f
                    : g + " " + f;
            case 5 -> person.family + " " + person.given;
            case 6 -> chance(0.4) ? person.family + one("总", "经理", "工") : person.family + person.given;
            case 7 -> person.family + person.given + " " + person.firm.stem + person.firm.trade;
            case 8 -> person.family + person.given + " (" + g + " " + f + ")";
            case 9 -> person.alias.isEmpty() ? person.family + person.given : person.alias + " " + f;
            case 10 -> f + ", " + g;
            default -> person.family + person.given;
        };
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String western(Person person) {
        String given = person.given;
        if (chance(0.2)) {
            for (String[] pair : SHORT) {
                given = pair[0].equals(given) ? pair[1] : given;
            }
        }
        return switch (random.nextInt(10)) {
            case 0 -> person.family + ", " + given;
            case 1 -> (given + " " + person.family).toUpperCase(Locale.ROOT);
            case 2 -> given + " " + one("A.", "J.", "M.", "R.") + " " + person.family;
            case 3 -> "Mr. " + given + " " + person.family;
            case 4 -> chance(0.4) ? given.charAt(0) + ". " + person.family : given + " " + person.family;
            default -> given + " " + person.family;
        };
    }
}
