package app.kith.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The people and companies of a sample mailbox: first the written ones of {@code cast.txt}, then as many invented ones as are
 * needed. A person's number is also the rank of activity: by Zipf's law with a flat top, so that the first few do not write everything.
 */
final class Cast {
    private static final Country[] MIX = {Country.CN, Country.CN, Country.CN, Country.CN, Country.CN, Country.US,
            Country.US,
            Country.GB, Country.DE, Country.DE, Country.FR, Country.TW, Country.HK, Country.JP};

    private final Sections words = Sections.read("cast.txt");
    private final long seed;
    private final List<Company> companies = new ArrayList<>();
    private final List<Correspondent> people = new ArrayList<>();
    private final Set<String> domains = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private final double[] weights;

    /**
     * Casts a sample mailbox.
     *
     * @param seed what the invented ones are made from
     * @param count number of people, at least 1
     */
    Cast(long seed, int count) {
        this.seed = seed;
        for (List<String> row : words.rows("companies")) {
            addWrittenCompany(row);
        }
        List<List<String>> written = words.rows("people");
        for (List<String> row : written.subList(0, Math.min(count, written.size()))) {
            addWrittenPerson(row);
        }
        while (people.size() < count) {
            inventCompanyWithPeople(count);
        }
        weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.pow(i + 4.0, -0.8);
            weights[i] = sum;
        }
    }

    List<Correspondent> people() {
        return people;
    }

    /** {@return somebody, the first ones more often} */
    Correspondent anybody(Dice dice) {
        double wanted = dice.unit() * weights[weights.length - 1];
        int found = Arrays.binarySearch(weights, wanted);
        return people.get(Math.min(found < 0 ? -found - 1 : found, people.size() - 1));
    }

    /** {@return the others of the same company} */
    List<Correspondent> colleagues(Correspondent of) {
        int from = Math.max(0, people.size() > 200 ? of.number() - 8 : 0);
        int to = people.size() > 200 ? Math.min(people.size(), of.number() + 8) : people.size();
        return people.subList(from, to).stream()
                .filter(p -> p.number() != of.number() && p.company().equals(of.company())).toList();
    }

    private void addWrittenCompany(List<String> row) {
        Country country = Country.valueOf(row.get(3));
        domains.add(row.get(2));
        companies.add(new Company(row.get(0), row.get(1), row.get(2), country, row.get(4), row.get(5), row.get(7),
                switchboard(country, row.get(6), new Dice(7, companies.size(), 0))));
    }

    private void addWrittenPerson(List<String> row) {
        Company company = companies.stream().filter(c -> c.domain().equals(row.get(4))).findFirst().orElseThrow();
        List<String> mail = new ArrayList<>(List.of(row.get(5) + "@" + company.domain()));
        if (row.get(6).contains("@")) {
            mail.add(row.get(6));
        }
        addresses.addAll(mail);
        boolean familyFirst = company.country().tongue().wide();
        String[] latin = row.get(1).split(" ", 2);
        String[] own = row.get(0).split(" ", 2);
        String family = familyFirst ? row.get(0).substring(0, company.country() == Country.JP ? 2 : 1) : own[1];
        add(company, row.get(0), row.get(1), row.get(2), row.get(3), mail, Program.valueOf(row.get(7)), family,
                familyFirst ? latin[0] : own[1], familyFirst ? latin[1] : own[0]);
    }

    private void inventCompanyWithPeople(int limit) {
        Dice dice = new Dice(seed, companies.size(), 11);
        Country country = MIX[dice.below(MIX.length)];
        List<String> stem = dice.pick(words.rows("stem " + country.names()));
        List<String> trade = dice.pick(words.rows("trade " + country.names()));
        List<String> city = dice.pick(words.rows("city " + country.cities()));
        boolean chinese = country == Country.CN;
        String latin = (chinese ? city.get(1) + " " : "") + stem.get(1) + " " + trade.get(1);
        String name = chinese
                ? city.get(0) + stem.get(0) + trade.get(0)
                : country.tongue().wide() ? stem.get(0) + trade.get(0) : stem.get(0) + " " + trade.get(0);
        Company company = new Company(name, latin, freeDomain(stem.get(1), trade.get(1)), country, city.get(0),
                city.get(
                        1),
                city.get(3), switchboard(country, city.get(2), dice));
        companies.add(company);
        int staff = Math.min(limit - people.size(), 1 + dice.below(4) + (dice.chance(0.1) ? 3 : 0));
        String localForm = dice.pick(List.of("given.family", "g.family", "givenfamily", "family"));
        for (int i = 0; i < staff; i++) {
            inventPerson(company, localForm);
        }
    }

    private void inventPerson(Company company, String localForm) {
        Dice dice = new Dice(seed, people.size(), 12);
        Country country = company.country();
        List<String> family = dice.pick(words.rows("family " + country.names()));
        List<String> given = dice.pick(words.rows("given " + country.names()));
        List<String> title = dice.pick(words.rows("title " + country.names()));
        boolean familyFirst = country.tongue().wide();
        String name = familyFirst ? family.get(0) + given.get(0) : given.get(0) + " " + family.get(0);
        String latin = familyFirst ? family.get(1) + " " + given.get(1) : given.get(1) + " " + family.get(1);
        List<String> mail = new ArrayList<>(List.of(freeAddress(local(localForm, family.get(1), given.get(1)), company
                .domain())));
        if (dice.chance(0.12)) {
            boolean number = country == Country.CN && dice.chance(0.7);
            mail.add(number
                    ? freeAddress(dice.between(1, 9) + dice.digits(8), "qq.example")
                    : freeAddress(local("given.family", family.get(1), given.get(1)), "webmail.example"));
        }
        add(company, name, latin, title.get(0), title.get(1), mail, program(country, dice), family.get(0), familyFirst
                ? family.get(1)
                : family.get(0), familyFirst ? given.get(1) : given.get(0));
    }

    private void add(Company company, String name, String latin, String title, String latinTitle, List<String> mail,
            Program program, String family, String latinFamily, String latinGiven) {
        int number = people.size();
        Dice dice = new Dice(13, number, seed);
        String extension = Integer.toString(200 + number % 700);
        String phone = company.phone() + (company.country().tongue().wide() ? "-" : " ext. ") + extension;
        people.add(new Correspondent(number, new SamplePerson(name, latin, List.copyOf(mail), company.name(), company
                .latin(), title, phone, mobile(company.country(), dice)), latinTitle, company, program, family,
                latinFamily, latinGiven));
    }

    private static Program program(Country country, Dice dice) {
        return dice.pick(switch (country.tongue()) {
            case ZH -> List.of(Program.FOXMAIL, Program.FOXMAIL, Program.OUTLOOK, Program.QQMAIL, Program.QQMAIL,
                    Program.GMAIL);
            case ZH_HANT -> List.of(Program.OUTLOOK, Program.OUTLOOK, Program.GMAIL);
            case DE, FR -> List.of(Program.OUTLOOK, Program.OUTLOOK, Program.THUNDERBIRD, Program.APPLE);
            case JA -> List.of(Program.THUNDERBIRD, Program.OUTLOOK);
            case EN -> List.of(Program.OUTLOOK, Program.OUTLOOK, Program.GMAIL, Program.APPLE);
        });
    }

    private String freeDomain(String stem, String trade) {
        String base = plain(stem).replace(" ", "");
        String longer = base + "-" + plain(trade).split(" ", 2)[0];
        String domain = base + ".example";
        for (int i = 1; !domains.add(domain); i++) {
            domain = i == 1 ? longer + ".example" : longer + i + ".example";
        }
        return domain;
    }

    private String freeAddress(String local, String domain) {
        String address = local + "@" + domain;
        for (int i = 2; !addresses.add(address); i++) {
            address = local + i + "@" + domain;
        }
        return address;
    }

    private static String local(String form, String family, String given) {
        String f = plain(family).replace(" ", "");
        String g = plain(given).replace(" ", "").replace("-", "");
        return switch (form) {
            case "given.family" -> g + "." + f;
            case "g.family" -> g.charAt(0) + "." + f;
            case "givenfamily" -> g + f;
            default -> f;
        };
    }

    /** {@return lower-case ASCII of a Latin name} */
    private static String plain(String latin) {
        return Normalizer.normalize(latin, Normalizer.Form.NFD).replaceAll("[^A-Za-z0-9 -]", "").toLowerCase(
                Locale.ROOT);
    }

    /** Numbers out of the ranges set aside for fiction where a country has some, else with a dead exchange. */
    private static String switchboard(Country country, String area, Dice dice) {
        return switch (country) {
            case CN -> "+86 " + area + " 5550 " + dice.digits(4);
            case TW -> "+886 " + area + " 555-0" + dice.digits(3);
            case HK -> "+852 5550 " + dice.digits(4);
            case JP -> "+81 " + area + " 555 0" + dice.digits(3);
            case DE -> "+49 " + area + " 5550" + dice.digits(2);
            case FR -> "+33 " + area + " 99 00 " + dice.digits(2) + " " + dice.digits(2);
            case GB -> "+44 " + area + " 496 0" + dice.digits(3);
            case US -> "+1 " + area + " 555 01" + dice.digits(2);
        };
    }

    private static String mobile(Country country, Dice dice) {
        return switch (country) {
            case CN -> "+86 139 0000 " + dice.digits(4);
            case TW -> "+886 900 555 " + dice.digits(3);
            case HK -> "+852 9000 " + dice.digits(4);
            case JP -> "+81 90 0000 " + dice.digits(4);
            case DE -> "+49 171 0000 " + dice.digits(3);
            case FR -> "+33 6 39 98 " + dice.digits(2) + " " + dice.digits(2);
            case GB -> "+44 7700 900" + dice.digits(3);
            case US -> "+1 555 555 01" + dice.digits(2);
        };
    }
}
