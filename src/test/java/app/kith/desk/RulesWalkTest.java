package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.assist.RuleRunner.Plan;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.mail.Samples;
import app.kith.rule.Rule;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Order;
import app.kith.support.KithProcess;
import app.kith.support.TestDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random rules on random mails and acts: run twice they do nothing the second time, taken back they leave all as it was, and whatever
 * moment the program is stopped at, what they do in the end is the same. Others by {@code -Dkith.seed=N}, more kills by KITH_KILLS.
 */
class RulesWalkTest {
    private static final long SEED = Long.getLong("kith.seed", 1);
    private static final int KILLS = Math.max(1,
            Integer.parseInt(System.getenv().getOrDefault("KITH_KILLS", "2")) / 5);
    private static final Instant NOW = Instant.parse("2026-03-11T10:00:00Z");
    private static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z",
            Locale.ENGLISH);
    private static final String[] SUBJECTS = {"Contract", "报价单", "Hello", "Re: price list", "投诉", "Holidays"};
    private static final String[] TEXTS = {"The contract over EUR 5,000 is ready.", "请报价 300 件。", "Nice weather.",
            "The goods are damaged."};
    private static final String[] STAGES = {"lead", "won", "lost"};
    private static final List<String> CONDITIONS = List.of("known", "not-known", "contract", "quotation", "amount",
            "complaint", "text:weather", "query:from:c1", "tag:t1", "not-tag:t0", "stage:won", "deal");
    private static final List<String> ACTS = List.of("tag:t0", "tag:t1", "stage:talk", "field:Region=North",
            "follow-up:2:Call", "follow-up:0", "pin", "keep-in-touch:30", "customer", "flag");
    private static final List<String> WHENS = List.of("mail-in", "mail-in", "mail-in", "changed:stage=won",
            "changed:tag", "customer-added", "after-contact:0");

    @TempDir
    private Path folder;

    private static Desk open(Path home) {
        return Desk.open(TestDesk.options(home).at(Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static Account account(Desk desk) {
        return desk.accounts().add(new Account(0, "me@firm.test", "", new Server("localhost", 143, Security.NONE), null,
                "me@firm.test", null, null, null), "secret").account();
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Rule rule(Random random) {
        List<String> lines = new ArrayList<>(List.of("name: R" + random.nextInt(99), "state: on server",
                "when: " + one(random, WHENS), "join: " + one(random, List.of("all", "any", "none"))));
        for (int i = random.nextInt(3); i > 0; i--) {
            lines.add("if: " + one(random, CONDITIONS));
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            lines.add("then: " + one(random, ACTS));
        }
        return Rule.parse(0, String.join("\n", lines));
    }

    private static void step(Desk desk, Account account, Random random, int number) {
        long contact = 1L + random.nextInt(6);
        boolean there = !desk.customers().rows(List.of(contact)).isEmpty();
        switch (random.nextInt(4)) {
            case 0 -> {
                if (there) {
                    desk.records().edit(contact, List.of(Value.of(Property.STAGE, "", STAGES[random.nextInt(3)])),
                            List.of());
                }
            }
            case 1 -> {
                if (there) {
                    desk.records().edit(contact, List.of(Value.of(Property.TAG, "", "t" + random.nextInt(3))),
                            List.of());
                }
            }
            case 2 -> desk.records().add(List.of(Value.of(Property.NAME, "", "Customer " + number),
                    Value.of(Property.EMAIL, "", "c" + random.nextInt(8) + "@firm" + random.nextInt(3) + ".test")));
            default -> TestDesk.file(desk, account, List.of(mail(random, number)), NOW);
        }
    }

    private static byte[] mail(Random random, int number) {
        return Samples.raw("From: c" + random.nextInt(8) + "@firm" + random.nextInt(3) + ".test", "To: me@firm.test",
                "Date: " + NOW.atZone(ZoneOffset.UTC).minusMinutes(random.nextInt(600)).format(HEADER),
                "Message-ID: <w" + number + "@test>", "Subject: " + SUBJECTS[random.nextInt(SUBJECTS.length)],
                "Content-Type: text/plain; charset=utf-8", "", TEXTS[random.nextInt(TEXTS.length)]);
    }

    /** Everything that rules can change, but the marks. */
    private static List<String> state(Desk desk) {
        List<String> state = new ArrayList<>();
        List<Long> ids = Arrays.stream(desk.customers().ids("", Order.NAME, 0)).boxed().sorted().toList();
        for (long id : ids) {
            CustomerRow row = desk.customers().rows(List.of(id)).getFirst();
            state.add(id + " " + row.name() + " " + row.stage() + " " + row.tags() + " " + row.standing().keepDays()
                    + " " + desk.customerList().rows(List.of(id)).getFirst().own());
            desk.records().entries(id).stream().map(one -> id + ": " + one.title() + " " + one.until()).sorted()
                    .forEach(state::add);
        }
        state.add("pins " + desk.pins().all());
        desk.operations().list().forEach(one -> state.add(one.kind() + " " + one.message() + one.add()));
        return state;
    }

    @Test
    void twiceIsOnceAndTakenBackIsAsItWas() {
        Random random = new Random(SEED);
        int did = 0;
        for (int run = 0; run < 12; run++) {
            try (Desk desk = open(folder.resolve("home-" + run))) {
                Account account = account(desk);
                for (int i = 0; i < 40; i++) {
                    step(desk, account, random, i);
                }
                List<String> before = state(desk);
                List<Rule> rules = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    Rule rule = desk.rules().add(rule(random)).rule();
                    Plan plan = desk.rules().past(rule, 90, () -> false);
                    int ran = desk.rules().run(rule, plan).did();
                    assertThat(ran).as("what was said is what is done: %s", rule.text())
                            .isEqualTo(plan.firings().size());
                    did += ran;
                    rules.add(rule);
                    List<String> once = state(desk);
                    assertThat(desk.rules().run(rule, plan).did()).as("the same plan again").isZero();
                    Plan again = desk.rules().past(rule, 90, () -> false);
                    assertThat(desk.rules().kept(rule).fired()).isEqualTo(ran);
                    desk.rules().run(rule, again);
                    assertThat(state(desk)).as("run %d, seed %d: %s", run, SEED, rule.text()).isEqualTo(once);
                }
                rules.reversed().forEach(rule -> assertThat(desk.rules().undoAll(rule).conflicts()).isEmpty());
                assertThat(state(desk)).as("taken back, run %d, seed %d", run, SEED).isEqualTo(before);
                assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
            }
        }
        assertThat(did).as("rules did something").isGreaterThan(50);
    }

    @Test
    void whereverItIsStoppedTheEndIsTheSame() throws IOException {
        Random random = new Random(SEED + 1);
        for (int run = 0; run < 6; run++) {
            Path home = folder.resolve("walk-" + run);
            List<Path> stops = new ArrayList<>();
            List<List<String>> ends = new ArrayList<>();
            try (Desk desk = open(home)) {
                Account account = account(desk);
                for (int i = 0; i < 3; i++) {
                    desk.rules().add(rule(random));
                }
                for (int i = 0; i < 30; i++) {
                    step(desk, account, random, i);
                    if (i % 5 == 4) {
                        stops.add(folder.resolve("stop-" + run + "-" + i));
                        TestDesk.copy(home, stops.getLast()); // What a kill before the rules ran would leave.
                        desk.rules().catchUp();
                        ends.add(state(desk));
                    }
                }
                assertThat(desk.rules().catchUp()).isEmpty();
            }
            for (int i = 0; i < stops.size(); i++) {
                boolean lost = i % 2 == 1;
                if (lost) {
                    Files.deleteIfExists(stops.get(i).resolve("rules.sealed"));
                }
                try (Desk desk = open(stops.get(i))) {
                    desk.rules().catchUp();
                    if (!lost) {
                        assertThat(state(desk)).as("run %d, stop %d, seed %d", run, i, SEED).isEqualTo(ends.get(i));
                    }
                    assertThat(desk.rules().catchUp()).as("nothing twice").isEmpty();
                }
            }
        }
    }

    @Test
    void ofARunThereIsAllOrNothingWhateverMomentItIsKilled() throws IOException {
        Path before = folder.resolve("before");
        Instant now = Clock.systemUTC().instant();
        int mails = 300;
        try (Desk desk = TestDesk.open(before)) {
            Account account = account(desk);
            List<byte[]> raws = new ArrayList<>();
            for (int i = 0; i < mails; i++) {
                desk.records().add(List.of(Value.of(Property.EMAIL, "", "k" + i + "@kill.test")));
                raws.add(Samples.raw("From: k" + i + "@kill.test", "To: me@firm.test", "Subject: Contract " + i,
                        "Date: " + now.atZone(ZoneOffset.UTC).format(HEADER), "Message-ID: <k" + i + "@test>", "",
                        "contract"));
            }
            TestDesk.file(desk, account, raws, now);
            desk.rules()
                    .add(Rule.parse(0, "name: K\nwhen: mail-in\nif: known\nif: contract\nthen: tag:hit\nthen: pin"));
        }
        Random random = new Random(SEED + 2);
        int all = 0;
        for (int run = 0; run < KILLS; run++) {
            Path home = folder.resolve("kill-" + run);
            TestDesk.copy(before, home);
            try (KithProcess process = KithProcess.start(home, "rules", "run", "1", "--json")) {
                if (!process.endsWithin(1200 + random.nextInt(2500))) {
                    process.kill();
                }
            }
            try (Desk desk = TestDesk.open(home)) {
                Rule rule = desk.rules().find(1);
                int fired = desk.rules().kept(rule).fired();
                assertThat(fired).as("run %d", run).isIn(0, mails);
                assertThat(desk.pins().all()).as("run %d", run).hasSize(fired);
                all += fired > 0 ? 1 : 0;
                desk.rules().run(rule, desk.rules().past(rule, 90, () -> false));
                assertThat(desk.rules().kept(rule).fired()).isEqualTo(mails);
                assertThat(desk.pins().all()).hasSize(mails);
                assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
                assertThat(desk.history().verify()).isEmpty();
            }
        }
        System.out.printf("RulesWalkTest: %d kills, %d times all, else nothing (seed %d)%n", KILLS, all, SEED);
    }

    @Test
    void aWatchRunsThemSoonAfterAnAct() throws Exception {
        try (Desk desk = open(folder.resolve("watched"))) {
            desk.rules().add(Rule.parse(0, "name: W\nstate: on\nwhen: changed:stage=won\nthen: tag:won"));
            BlockingQueue<List<Rules.Did>> told = new LinkedBlockingQueue<>();
            List<Rules.Did> first;
            try (AutoCloseable watch = desk.followRules(told::add)) {
                desk.records().add(List.of(Value.of(Property.NAME, "", "Anna"), Value.of(Property.STAGE, "", "won")));
                first = told.poll(20, TimeUnit.SECONDS);
                assertThat(watch).isNotNull();
            }
            assertThat(desk.customers().rows(List.of(1L)).getFirst().tags()).containsExactly("won");
            assertThat(first).hasSize(1);
            assertThat(told).isEmpty();
        }
    }
}
