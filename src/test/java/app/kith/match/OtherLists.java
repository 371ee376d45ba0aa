package app.kith.match;

import app.kith.contact.Han;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Lists of kinds that nothing else here is measured on, with whose each record is. */
final class OtherLists {
    private static final String[] FAMILIES = "Müller Schmidt Schneider Fischer Weber Wagner Becker Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Krause Lehmann Köhler Maier Groß Jäger Brandt"
            .split(" ", -1);
    private static final String[] GIVEN = "Anna Lena Jürgen Stefan Katrin Sabine Thomas Wolfgang Günter Andreas Monika Petra Klaus Dieter Heike Ulrike Matthias Jörg Bernd Sören Birgit Silke Frank Markus Tobias Florian Johannes Franziska Käthe Björn"
            .split(" ", -1);
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String CHARACTERS = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉红玉兰春梅海燕志新宇浩晓东";
    private static final String[] TOWNS = "Hamburg Kiel Bremen Leipzig Dresden Mainz Ulm Essen 上海 苏州 宁波 成都".split(" ",
            -1);
    private static final String[] WORDS = "Nordlicht Hansen Auental Kronberg Elbtal Falk Lindhof Rheingold Sternau Waldeck Birkner Ostwind Adler Merkur Kaiser Hellweg Tannwald Bergmann Seeblick Fuchs"
            .split(" ", -1);
    private static final String[] TRADES = "Logistik Textil Maschinenbau Druck Elektro Pharma Optik Holzbau Bräu Software"
            .split(" ",
                    -1);
    private static final String[] STREETS = "Hafenstraße Gartenweg Lindenallee Marktplatz Schulstraße Bahnhofstraße Mühlenweg Ringstraße"
            .split(" ", -1);
    private static final String[] TOPICS = "adaptive parallel indexing secure ranking caching joint robust matching temporal sampling compact learned clustering partial recovery"
            .split(" ", -1);
    private static final String[] TITLES = "Leiter Vertrieb,Head of Sales,Engineer,Professor,Purchasing,经理,Student"
            .split(",", -1);

    private final Random random;
    private final Schema schema;
    private final List<Profile> profiles = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Integer> owners = new ArrayList<>();

    private OtherLists(long seed, Schema schema) {
        random = new Random(seed);
        this.schema = schema;
    }

    /** Companies with their branches, and with others of nearly the same name. */
    static OtherLists companies(long seed) {
        OtherLists list = new OtherLists(seed,
                schema("name", Kind.ENTITY_NAME, "phone", Kind.PHONE, "email", Kind.EMAIL,
                        "street", Kind.ADDRESS, "town", Kind.PLACE));
        int owner = 0;
        for (String word : WORDS) {
            for (String trade : TRADES) {
                if (list.chance(0.7)) {
                    String town = list.one(TOWNS);
                    String domain = plain(word + "-" + trade) + ".example";
                    list.firm(owner++, word + " " + trade, "", town, domain, 1 + list.random.nextInt(3));
                    if (list.chance(0.2)) {
                        String other = list.one(TOWNS);
                        list.firm(owner++, word + " " + trade, " Niederlassung " + other, other, domain,
                                1 + list.random.nextInt(2));
                    }
                }
            }
        }
        return list;
    }

    private void firm(int owner, String name, String branch, String town, String domain, int records) {
        String phone = "+49 40 " + digits(7);
        String street = one(STREETS) + " " + (1 + random.nextInt(90));
        for (int i = 0; i < records; i++) {
            String written = i == 0 || chance(0.6) ? name : chance(0.5) ? typo(name) : name.toUpperCase(Locale.ROOT);
            String form = branch.isEmpty() ? one("", " GmbH", " AG", " GmbH & Co. KG", " mbH") : one("", " GmbH");
            add(owner, written + form + branch, chance(0.6) ? phone : "",
                    chance(0.5) ? one("info", "kontakt", "vertrieb") + "@" + domain : "",
                    chance(0.6) ? street.replace("straße", one("straße", "str.", "strasse")) : "",
                    chance(0.7) ? town : "");
        }
    }

    /** German and Chinese people of whom much is missing. */
    static OtherLists mixed(long seed) {
        OtherLists list = new OtherLists(seed, schema("family", Kind.FAMILY_NAME, "given", Kind.GIVEN_NAME, "phone",
                Kind.PHONE, "town", Kind.PLACE, "born", Kind.BIRTHDAY, "email", Kind.EMAIL));
        for (int owner = 0; owner < 700; owner++) {
            boolean han = list.chance(0.4);
            String[] name = list.name(han);
            String phone = han ? "138" + list.digits(8) : "+49 17" + list.digits(8);
            String town = list.one(TOWNS);
            String born = String.format(Locale.ROOT, "%d-%02d-%02d", 1950 + list.random.nextInt(55),
                    1 + list.random.nextInt(12), 1 + list.random.nextInt(28));
            String mail = list.address(name, list.one("gmx.de", "web.de", "qq.com", "gmail.com"));
            for (int i = 1 + list.random.nextInt(3); i > 0; i--) {
                String[] now = list.written(name, han);
                boolean reached = list.chance(0.5);
                list.add(owner, now[0], now[1], reached ? phone : "", list.chance(0.5) ? town : "",
                        list.chance(0.4) ? born : "", list.chance(reached ? 0.3 : 0.6) ? mail : "");
            }
        }
        return list;
    }

    /** Who came to an event, some twice: once under the company's address, once under the own. */
    static OtherLists attendees(long seed) {
        OtherLists list = new OtherLists(seed, schema("attendee", Kind.FULL_NAME, "email", Kind.EMAIL, "organisation",
                Kind.COMPANY, "job", Kind.TITLE, "ticket", Kind.TEXT, "country", Kind.REGION));
        for (int owner = 0; owner < 800; owner++) {
            boolean han = list.chance(0.3);
            String[] name = list.name(han);
            String firm = list.one(WORDS) + " " + list.one(TRADES);
            String work = list.address(name, plain(firm.replace(' ', '-')) + ".example");
            String own = list.address(name, list.one("gmx.de", "gmail.com", "163.com"));
            String job = list.one(TITLES);
            for (int i = list.chance(0.35) ? 2 : 1; i > 0; i--) {
                String[] now = list.written(name, han);
                String whole = Han.reading(now[0]).equals(now[0])
                        ? list.chance(0.8) ? now[1] + " " + now[0] : now[0] + ", " + now[1]
                        : now[0] + now[1];
                list.add(owner, whole, list.chance(0.6) ? work : own,
                        list.chance(0.7) ? firm + list.one("", " GmbH", " AG") : "", list.chance(0.5) ? job : "",
                        list.one("Full", "Student", "Speaker"), han ? "China" : "Germany");
            }
        }
        return list;
    }

    /** Customers of whom the telephone stands among remarks. */
    static OtherLists notes(long seed) {
        OtherLists list = new OtherLists(seed, schema("姓名", Kind.FULL_NAME, "公司", Kind.COMPANY, "备注", Kind.NOTES));
        for (int owner = 0; owner < 900; owner++) {
            String[] name = list.name(true);
            String firm = list.one("上海", "苏州", "宁波", "成都") + list.character(SURNAMES) + list.character(CHARACTERS)
                    + list.one("电子", "机械", "贸易", "食品");
            String phone = "13" + list.digits(9);
            for (int i = 1 + list.random.nextInt(2); i > 0; i--) {
                String call = list.one("手机", "电话：", "Tel ", "")
                        + list.one(phone, "+86 " + phone, phone.substring(0, 3) + " " + phone.substring(3, 7) + " "
                                + phone.substring(7));
                String remark = list.one("展会认识", "老客户", "月结", "下午联系", "");
                list.add(owner, name[0] + (list.chance(0.85) ? name[1] : list.one("总", "经理")),
                        list.chance(0.6) ? firm + list.one("", "有限公司") : "",
                        list.chance(0.7) ? remark + " " + call : remark);
            }
        }
        return list;
    }

    /** Papers as libraries cite them: authors in three forms, titles with slips, venues long and short. */
    static OtherLists papers(long seed) {
        OtherLists list = new OtherLists(seed, schema("title", Kind.ENTITY_NAME, "authors", Kind.TEXT, "venue",
                Kind.TEXT, "year", Kind.TEXT));
        for (int owner = 0; owner < 700; owner++) {
            String[] one = list.name(false);
            String[] other = list.name(false);
            String title = list.one("On", "Towards", "Notes on") + " " + list.one(TOPICS) + " " + list.one(TOPICS)
                    + " for " + list.one(TOPICS) + " " + list.one("data", "graphs", "streams", "archives", "sensors");
            String[] venue = list.one("International Journal of Archives|Int. J. Arch.",
                    "Conference on Data and Systems|CDS", "Letters in Computing|Lett. Comput.").split("\\|", -1);
            String year = Integer.toString(1985 + list.random.nextInt(35));
            for (int i = list.chance(0.45) ? 2 : 1; i > 0; i--) {
                String authors = list.one(one[1] + " " + one[0] + ", " + other[1] + " " + other[0],
                        one[1].charAt(0) + ". " + one[0] + ", " + other[1].charAt(0) + ". " + other[0],
                        one[0] + ", " + one[1].charAt(0) + ".; " + other[0] + ", " + other[1].charAt(0) + ".");
                list.add(owner, list.chance(0.15) ? list.typo(title) : title, authors,
                        list.chance(0.85) ? list.one(venue) : "", list.chance(0.8) ? year : "");
            }
        }
        return list;
    }

    private String[] name(boolean han) {
        if (!han) {
            return new String[]{one(FAMILIES), one(GIVEN)};
        }
        return new String[]{character(SURNAMES), character(CHARACTERS) + (chance(0.7) ? character(CHARACTERS) : "")};
    }

    /** Umlauts in three spellings, a name after marriage, Chinese names in letters. */
    private String[] written(String[] name, boolean han) {
        if (han) {
            return chance(0.4)
                    ? new String[]{capital(Han.surnameReading(name[0])), capital(Han.reading(name[1]))}
                    : name;
        }
        String family = chance(0.04) ? name[0] + "-" + one(FAMILIES) : spelt(name[0]);
        return new String[]{chance(0.05) ? typo(family) : family,
                chance(0.06) ? name[1].charAt(0) + "." : spelt(name[1])};
    }

    private String spelt(String word) {
        return chance(0.7) ? word : chance(0.6) ? plain(word, true) : plain(word, false);
    }

    private String address(String[] name, String domain) {
        String family = plain(Han.surnameReading(name[0]));
        String given = plain(Han.reading(name[1]));
        String local = one(given + "." + family, given.charAt(0) + family, family + random.nextInt(100));
        while (!taken.add(local + "@" + domain)) {
            local += random.nextInt(10);
        }
        return local + "@" + domain;
    }

    private static String plain(String word) {
        return plain(word, true).toLowerCase(Locale.ROOT);
    }

    private static String plain(String word, boolean two) {
        return word.replace("ä", two ? "ae" : "a").replace("ö", two ? "oe" : "o").replace("ü", two ? "ue" : "u")
                .replace("ß", "ss");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String typo(String word) {
        int at = 1 + random.nextInt(word.length() - 2);
        return chance(0.5)
                ? word.substring(0, at) + word.substring(at + 1)
                : word.substring(0, at) + word.charAt(at) + word.substring(at);
    }

    private static Schema schema(Object... columns) {
        List<Schema.Column> all = new ArrayList<>();
        for (int i = 0; i < columns.length; i += 2) {
            all.add(new Schema.Column((String) columns[i], (Kind) columns[i + 1]));
        }
        return new Schema(all);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String character(String of) {
        return String.valueOf(of.charAt(random.nextInt(of.length())));
    }

    private String digits(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(random.nextInt(10));
        }
        return out.toString();
    }

    private void add(int owner, String... values) {
        List<Schema.Entry> entries = new ArrayList<>();
        for (int c = 0; c < values.length; c++) {
            entries.add(new Schema.Entry(c, values[c]));
        }
        profiles.add(schema.profile("o" + profiles.size(), entries));
        owners.add(owner);
    }

    Findings scan() {
        return new Duplicates(schema, profiles, 0).scan(_ -> {}, () -> false);
    }

    Accuracy ofProposals(Findings findings) {
        long right = 0;
        List<Match> proposed = findings.pairs(Findings.PROPOSED);
        for (Match match : proposed) {
            right += isSame(match.first(), match.second()) ? 1 : 0;
        }
        return new Accuracy(right / (double) Math.max(1, proposed.size()), right / (double) truth(), proposed.size());
    }

    /** {@return how many pairs of the safe groups are wrong, and how many there are} */
    long[] safe(Findings findings) {
        long[] counts = new long[2];
        for (List<Integer> group : findings.safe()) {
            for (int i : group) {
                for (int j : group) {
                    counts[0] += i < j && !isSame(i, j) ? 1 : 0;
                    counts[1] += i < j ? 1 : 0;
                }
            }
        }
        return counts;
    }

    boolean isSame(int first, int second) {
        return owners.get(first).equals(owners.get(second));
    }

    private long truth() {
        Map<Integer, Long> sizes = new HashMap<>();
        owners.forEach(owner -> sizes.merge(owner, 1L, Long::sum));
        return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }
}
