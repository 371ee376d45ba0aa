package app.kith.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.CompanyName;
import app.kith.contact.Han;
import app.kith.contact.LatinText;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.demo.SampleMailbox;
import app.kith.demo.SampleMailbox.Truth;
import app.kith.demo.SampleMessage;
import app.kith.demo.SamplePerson;
import app.kith.desk.Desk;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.support.TestDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How well what is wanted is found. The questions are made out of what the sample mailbox knows of itself (who its people are, which
 * mails are one conversation) and of a plain look through its texts, not out of the index; each is asked as somebody would type it.
 */
class SearchQualityTest {
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
    private static final int MAILS = 1500;
    private static final long SEED = 11;
    private static final Pattern CODE = Pattern
            .compile("(?:PO-?\\d{5}|INV-\\d\\d-\\d{4}|Q-\\d{4}|45000\\d{5}|SP\\d{10})");
    private static final Pattern PREFIXES = Pattern.compile("^(?:(?:Re|RE|AW|Antw|RE |回复|回覆|Fwd|转发|FW|WG|答复)[:：] ?)+");

    private static final Set<Kind> CONTACTS = EnumSet.of(Kind.PERSON, Kind.COMPANY);

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final List<Asked> questions = new ArrayList<>();
    private final List<SampleMail> mails = new ArrayList<>();
    private final Map<Integer, SampleMail> byIndex = new HashMap<>();

    private record Asked(String group, String typed, Set<Kind> kinds, Set<String> wanted) {}

    private record SampleMail(int index, long id, Mail mail, String subject, String all) {}

    @Test
    void whatIsWantedIsAmongTheFirstTen() {
        SampleMailbox box = SampleMailbox.of(5, MAILS, NOW);
        try (Desk desk = TestDesk.open(folder)) {
            fill(desk, box);
            know(desk, box);
            people(desk, box.truth());
            assertThat(desk.search().await(Duration.ofMinutes(5))).isTrue();
            codes();
            subjects(box.truth());
            words();
            fields(box.truth());
            files();
            assertThat(questions.size()).isGreaterThan(200);
            Map<String, double[]> groups = new TreeMap<>();
            List<String> bad = new ArrayList<>();
            for (Asked asked : questions) {
                double[] measured = measure(desk, asked);
                for (String group : List.of(asked.group, "all")) {
                    double[] sum = groups.computeIfAbsent(group, _ -> new double[3]);
                    sum[0]++;
                    sum[1] += measured[0];
                    sum[2] += measured[1];
                }
                if (measured[0] < 0.5) {
                    bad.add(asked.group + " <" + asked.typed + ">");
                }
            }
            groups.forEach((group, sum) -> System.out.printf(Locale.ROOT,
                    "SearchQualityTest: %-10s %4.0f queries, recall@10 %.3f, mean rank %.2f%n", group, sum[0],
                    sum[1] / sum[0], sum[2] / sum[0]));
            System.out.println("SearchQualityTest: badly found: " + bad);
            double[] all = java.util.Objects.requireNonNull(groups.get("all"));
            assertThat(all[1] / all[0]).as("recall at 10; badly found: %s", bad).isGreaterThan(0.97);
            assertThat(all[2] / all[0]).as("mean rank of the first; badly found: %s", bad).isLessThan(1.35);
        }
    }

    private static double[] measure(Desk desk, Asked asked) {
        List<String> found = desk.search().find(asked.typed, asked.kinds, 10).hits().stream().limit(10)
                .map(SearchQualityTest::key).toList();
        long right = found.stream().filter(asked.wanted::contains).distinct().count();
        int rank = 11;
        for (int i = found.size() - 1; i >= 0; i--) {
            rank = asked.wanted.contains(found.get(i)) ? i + 1 : rank;
        }
        return new double[]{(double) right / Math.min(10, asked.wanted.size()), rank};
    }

    private static String key(Hit hit) {
        return hit.kind() == Kind.FILE ? "f" + hit.title() : hit.kind() == Kind.MAIL ? "m" + hit.id() : "c" + hit.id();
    }

    private static void fill(Desk desk, SampleMailbox box) {
        Account account = desk.accounts().add(new Account(0, SampleMailbox.USER_ADDRESS, "",
                new Server("localhost", 1, Security.NONE), null, SampleMailbox.USER_ADDRESS, null, null, null), "")
                .account();
        List<SampleMessage> messages = box.messages();
        for (int from = 0; from < messages.size(); from += 200) {
            TestDesk.file(desk, account, messages.subList(from, Math.min(messages.size(), from + 200)).stream()
                    .map(SampleMessage::raw).toList(), NOW);
        }
    }

    /** Reads the mails for themselves, and finds out which numbers they got. */
    private void know(Desk desk, SampleMailbox box) {
        Map<String, Long> ids = new HashMap<>();
        for (long id = 1; desk.conversations().message(id).isPresent(); id++) {
            String messageId = desk.conversations().message(id).orElseThrow().messageId();
            if (messageId != null) {
                ids.merge(messageId, id, (_, _) -> -1L);
            }
        }
        MailReader reader = new MailReader();
        for (int i = 0; i < box.size(); i++) {
            Mail mail = reader.read(box.messages().get(i).raw());
            Long id = mail.messageId() == null ? null : ids.get(mail.messageId());
            if (id != null && id > 0) {
                String subject = PREFIXES.matcher(mail.subject()).replaceAll("");
                SampleMail known = new SampleMail(i, id, mail, subject,
                        LatinText.folded(mail.subject() + "\n" + mail.text()));
                mails.add(known);
                byIndex.put(i, known);
            }
        }
    }

    /** The user has entered whom the mails are exchanged with, by the names of their own script. */
    private void people(Desk desk, Truth truth) {
        Map<String, Set<String>> byCompany = new LinkedHashMap<>();
        Map<SamplePerson, String> ids = new LinkedHashMap<>();
        for (SamplePerson person : truth.people()) {
            List<Value> values = new ArrayList<>(List.of(Value.of(Property.NAME, "", person.name()),
                    Value.of(Property.COMPANY, "", person.company()), Value.of(Property.TITLE, "", person.title()),
                    Value.of(Property.PHONE, "mobile", person.mobile())));
            person.addresses().forEach(address -> values.add(Value.of(Property.EMAIL, "", address)));
            ids.put(person, "c" + desk.records().add(values).contact());
            byCompany.computeIfAbsent(person.company(), _ -> new HashSet<>()).add(ids.get(person));
        }
        for (SamplePerson person : truth.people().subList(0, Math.min(30, truth.people().size()))) {
            person(person, ids.entrySet().stream().filter(other -> other.getKey().name().equals(person.name()))
                    .map(Map.Entry::getValue).collect(Collectors.toSet()));
        }
        byCompany.entrySet().stream().limit(20).forEach(company -> {
            CompanyName name = CompanyName.of(company.getKey());
            boolean han = !name.hanStem().isEmpty() && Han.in(company.getKey());
            ask("company", han ? name.hanStem() : company.getKey().split(" ", -1)[0], CONTACTS, company.getValue());
            if (han) {
                ask("company", name.stem(), CONTACTS, company.getValue());
            }
        });
    }

    private void person(SamplePerson person, Set<String> contacts) {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        String latin = person.latinName();
        ask("name", person.name(), kinds, contacts);
        ask("name", latin, kinds, contacts);
        ask("address", person.addresses().getFirst(), kinds, contacts);
        String digits = person.mobile().replaceAll("\\D", "");
        ask("number", digits.substring(digits.length() - 8), CONTACTS, contacts);
        ask("number", person.mobile(), CONTACTS, contacts);
        String typo = typo(latin);
        if (!typo.isEmpty()) {
            ask("typo", typo, EnumSet.of(Kind.PERSON), contacts);
        }
        if (Han.in(person.name()) && person.name().codePoints().allMatch(c -> c >= 0x4e00) && latin.indexOf('-') < 0
                && !person.addresses().getFirst().contains("kirigaoka")) {
            String pinyin = latin.replace(" ", "").toLowerCase(Locale.ROOT);
            ask("pinyin", pinyin, kinds, contacts);
            ask("pinyin", pinyin.substring(0, pinyin.length() - 2), kinds, contacts);
            StringBuilder initials = new StringBuilder();
            for (int i = 0; i < person.name().length(); i++) {
                initials.append(Han.reading(person.name().substring(i, i + 1)).charAt(0));
            }
            ask("initials", initials.toString(), EnumSet.of(Kind.PERSON), contacts);
            ask("name", person.name().substring(1), kinds, contacts);
        }
    }

    /** One letter of a longer word exchanged with the next. */
    private String typo(String text) {
        String[] words = text.split(" ", -1);
        for (int i = words.length - 1; i >= 0; i--) {
            if (words[i].length() >= 6 && words[i].chars().allMatch(c -> c < 0x80 && Character.isLetter(c))) {
                int at = 2 + random.nextInt(words[i].length() - 3);
                char[] letters = words[i].toCharArray();
                char swapped = letters[at];
                letters[at] = letters[at + 1];
                letters[at + 1] = swapped;
                words[i] = new String(letters);
                String made = String.join(" ", words);
                return made.equals(text) ? "" : made;
            }
        }
        return "";
    }

    private void ask(String group, String typed, Set<Kind> kinds, Set<String> wanted) {
        if (!wanted.isEmpty() && !typed.isBlank()) {
            questions.add(new Asked(group, typed, kinds, wanted));
        }
    }

    private Set<String> mailsWith(Predicate<SampleMail> holds) {
        return mails.stream().filter(holds).map(mail -> "m" + mail.id).collect(Collectors.toSet());
    }

    /** A number of an order, an invoice, a parcel. */
    private void codes() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < mails.size() && codes.size() < 50; i += 7) {
            Matcher code = CODE.matcher(mails.get(i).subject);
            if (code.find() && codes.add(code.group())) {
                String folded = LatinText.folded(code.group());
                ask("code", random.nextBoolean() ? code.group() : folded, EnumSet.of(Kind.MAIL),
                        mailsWith(mail -> mail.all.contains(folded)));
            }
        }
    }

    /** Two words of a subject, as one remembers a conversation; or the same with a slip of the finger. */
    private void subjects(Truth truth) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 3; i < mails.size() && seen.size() < 70; i += 5) {
            SampleMail mail = mails.get(i);
            int conversation = truth.conversation(mail.index);
            List<String> words = subjectWords(mail.subject);
            if (truth.automatic(mail.index) || words.size() < 2 || !seen.add(conversation)) {
                continue;
            }
            String typed = words.get(0) + " " + words.get(1);
            Set<String> wanted = mailsWith(other -> words.subList(0, 2).stream()
                    .allMatch(word -> LatinText.folded(other.mail.subject()).contains(word)));
            ask("subject", typed, EnumSet.of(Kind.MAIL), wanted);
            String typo = typo(typed);
            if (!typo.isEmpty() && seen.size() % 2 == 0) {
                ask("typo", typo, EnumSet.of(Kind.MAIL), wanted);
            }
        }
    }

    private static List<String> subjectWords(String subject) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\\p{IsHan}{2,4}|[\\p{IsLatin}]{4,}").matcher(LatinText.folded(subject));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** A word that stands in few mails. */
    private void words() {
        Set<String> seen = new HashSet<>();
        Pattern rare = Pattern.compile("\\p{IsHan}{3}|\\b[a-z]{7,}\\b");
        for (int i = 1; i < mails.size() && seen.size() < 60; i += 9) {
            Matcher word = rare.matcher(mails.get(i).all);
            List<String> candidates = new ArrayList<>();
            while (word.find()) {
                candidates.add(word.group());
            }
            if (candidates.isEmpty()) {
                continue;
            }
            String typed = candidates.get(random.nextInt(candidates.size()));
            Pattern whole = Pattern.compile(Han.in(typed) ? typed : "\\b" + typed);
            Set<String> wanted = mailsWith(mail -> whole.matcher(mail.all).find());
            if (wanted.size() <= 12 && seen.add(typed)) {
                ask("word", typed, EnumSet.of(Kind.MAIL), wanted);
            }
        }
    }

    /** A word of a person, by the person's name. */
    private void fields(Truth truth) {
        int asked = 0;
        for (int i = 2; i < mails.size() && asked < 40; i += 11) {
            SampleMail mail = mails.get(i);
            List<String> words = subjectWords(mail.subject);
            if (truth.person(mail.index).isEmpty() || words.isEmpty() || mail.mail.from().isEmpty()) {
                continue;
            }
            SamplePerson person = truth.people().get(truth.person(mail.index).getAsInt());
            Set<String> addresses = new HashSet<>(person.addresses());
            Set<String> wanted = mailsWith(other -> !other.mail.from().isEmpty()
                    && addresses.contains(other.mail.from().getFirst().address().toLowerCase(Locale.ROOT))
                    && LatinText.folded(other.mail.subject()).contains(words.getFirst()));
            if (wanted.isEmpty()) {
                continue;
            }
            String name = random.nextBoolean() ? person.name() : person.latinName();
            String quoted = name.indexOf(' ') > 0 ? '"' + name + '"' : name;
            ask("field", (asked % 2 == 0 ? "from:" : "发件人：") + quoted + " subject:" + words.getFirst(),
                    EnumSet.of(Kind.MAIL), wanted);
            asked++;
        }
    }

    private void files() {
        Set<String> seen = new HashSet<>();
        for (SampleMail mail : mails) {
            mail.mail.attachments().stream().filter(file -> !file.inline() && file.name().indexOf('.') > 3)
                    .forEach(file -> seen.add(file.name()));
        }
        seen.stream().sorted().filter(name -> Math.floorMod(name.hashCode(), 6) == 0).limit(40)
                .forEach(name -> ask("file", name.substring(0, name.lastIndexOf('.')), EnumSet.of(Kind.FILE),
                        Set.of("f" + name)));
    }
}
