package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.AddressBook;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.store.Customers.Order;
import app.kith.support.BookServer;
import app.kith.support.TestDesk;
import app.kith.sync.StopSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Histories by chance: both sides are edited, cards move and vanish, versions change without a reason, tokens are lost, requests fail
 * or are cut, the program is killed while it writes. After each, when all is well again, two passes more do nothing, and every value
 * that nobody took away is where it belongs.
 */
@SuppressWarnings("NullAway.Init") // Each walk begins with its own.
class AddressBooksWalkTest {
    private static final int STEPS = 14;
    /** A desk is dear to open; so each stands for some histories, of different people. */
    private static final int OF_ONE_DESK = 12;

    @TempDir
    private Path folder;

    private Random random = new Random();
    private BookServer server = new BookServer();
    private Desk desk;
    private Path home;
    private Account account;
    private int number;
    private String tag = "";
    /** Telephone numbers and lines that nobody took away, by the number of the card that they belong to. */
    private final Map<String, Set<String>> living = new HashMap<>();
    /** Titles, of which two may be set at once: each must be known on one side at least. */
    private final List<String> story = new ArrayList<>();
    private final Map<String, Path> copies = new HashMap<>();

    @Test
    void afterAnyHistoryBothSidesComeTogetherAndNothingIsLost() {
        int histories = Integer.parseInt(System.getenv().getOrDefault("KITH_BOOK_WALK", "20"));
        long first = Long.getLong("kith.book.seed", 4711L);
        home = folder.resolve("home-0");
        desk = TestDesk.open(home);
        try {
            for (int history = 0; history < histories; history++) {
                if (history % OF_ONE_DESK == OF_ONE_DESK - 1) {
                    desk.close();
                    home = folder.resolve("home-" + history);
                    desk = TestDesk.open(home);
                }
                walk(first + history);
            }
        } finally {
            desk.close();
        }
    }

    private void walk(long seed) {
        random = new Random(seed);
        living.clear();
        story.clear();
        number = 0;
        tag = "phone" + seed;
        server = new BookServer();
        try {
            begin();
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            end(seed);
        } finally {
            desk.accounts().remove(account);
            server.close();
        }
    }

    private void begin() {
        for (int i = 0; i < 6; i++) {
            fresh();
        }
        account = desk.accounts().add(new Account(0, BookServer.USER, "", new Server("localhost", 993, Security.TLS),
                null, BookServer.USER, null, server.url(), null), BookServer.PASSWORD).account();
        desk.addressBooks().pass(account, true, new StopSignal());
        desk.addressBooks().set(book().tagged(tag));
        if (random.nextInt(3) == 0) {
            server.withoutMultiget();
        }
        if (random.nextBoolean()) {
            // Some servers write the lines of a card in another order.
            server.rewriting(AddressBooksWalkTest::sorted);
        }
    }

    private static String sorted(String text) {
        List<String> lines = new ArrayList<>(List.of(text.replace("\r\n ", "").split("\r\n", -1)));
        lines.removeIf(line -> line.isEmpty() || line.startsWith("BEGIN") || line.startsWith("END")
                || line.startsWith("VERSION"));
        lines.sort(null);
        return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n";
    }

    private AddressBook book() {
        return desk.addressBooks().of(account.id()).getFirst();
    }

    private void fresh() {
        String uid = "u" + ++number + "of" + tag;
        String tel = tel();
        String line = "X-LINE;X-P=\"a,b\":" + number;
        living.put(uid, new HashSet<>(Set.of(tel, line)));
        server.put("c" + number + ".vcf", AddressBooksCase.card(uid, "Person " + uid, "TEL;TYPE=CELL:" + tel, line));
        story.add("new there " + uid);
    }

    private String tel() {
        return "+49 " + (tag.hashCode() & 0xffff) + " " + (100_000 + ++number);
    }

    private String uid(String text) {
        return text.replaceAll("(?s).*\r\nUID:([^\r]*)\r\n.*", "$1");
    }

    private static String text(Map<String, String> byUid, String uid) {
        return byUid.getOrDefault(uid, "");
    }

    private static String name(String text) {
        return text.replaceAll("(?s).*\r\nFN:([^\r]*)\r\n.*", "$1");
    }

    private String oneThere() {
        List<String> names = new ArrayList<>(server.texts().keySet());
        return names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
    }

    private void step() {
        String name = oneThere();
        if (name.isEmpty()) {
            return;
        }
        String text = server.text(name);
        String uid = uid(text);
        switch (random.nextInt(13)) {
            case 0, 1 -> {
                String tel = tel();
                living.computeIfAbsent(uid, _ -> new HashSet<>()).add(tel);
                server.put(name, text.replace("END:VCARD", "TEL;TYPE=HOME:" + tel + "\r\nEND:VCARD"));
                story.add("number there " + uid + " " + tel);
            }
            case 2 -> {
                server.put(name, text.replaceAll("TITLE:[^\r]*\r\n", "").replace("END:VCARD",
                        "TITLE:there " + ++number + "\r\nEND:VCARD"));
                story.add("title there " + uid + " " + number);
            }
            case 3 -> {
                server.rename(name, "moved" + ++number + ".vcf");
                story.add("moved " + uid);
            }
            case 4 -> {
                server.touch(name);
                story.add("touched " + uid);
            }
            case 5 -> fresh();
            case 6, 7 -> here(uid);
            case 8 -> {
                server.forgetTokens(List.of(403, 409, 410, 500, 507).get(random.nextInt(5)));
                story.add("tokens forgotten");
            }
            case 9 -> {
                String uidHere = "here" + ++number + "of" + tag;
                desk.records().add(List.of(Value.of(Property.NAME, "", uidHere), Value.of(Property.PHONE, "", tel()),
                        Value.of(Property.TAG, "", tag)));
                story.add("new here " + uidHere);
            }
            case 10 -> {
                server.remove(name);
                living.remove(uid);
                story.add("removed there " + uid);
                clean();
            }
            default -> faulty();
        }
    }

    /** An edit of the record to which a card belongs. */
    private void here(String uid) {
        List<Long> found = new ArrayList<>();
        for (long id : desk.customers().ids("Person " + uid, Order.NAME, 0)) {
            boolean is = desk.customers().find(id).orElseThrow().values().stream()
                    .anyMatch(one -> one.value().raw().equals("Person " + uid));
            if (is) {
                found.add(id);
            }
        }
        if (!found.isEmpty() && living.containsKey(uid)) {
            boolean title = random.nextInt(3) == 0;
            String tel = tel();
            desk.records().edit(found.getFirst(), List.of(title
                    ? Value.of(Property.TITLE, "", "here " + tel)
                    : Value.of(Property.PHONE, "", tel)), List.of());
            if (!title) {
                living.get(uid).add(tel);
            }
            story.add((title ? "title here " : "number here ") + uid + " " + tel);
        }
    }

    private void clean() {
        server.failing(_ -> BookServer.AS_USUAL);
        desk.addressBooks().pass(account, false, new StopSignal());
    }

    /** A pass of which one request goes wrong, or that is killed while it writes. */
    private void faulty() {
        int[] left = {random.nextInt(6)};
        int kind = List.of(412, 500, 404, 409, BookServer.CUT_BEFORE, BookServer.CUT_AFTER, -3)
                .get(random.nextInt(7));
        int lasting = (kind == BookServer.CUT_AFTER || kind == BookServer.CUT_BEFORE) && random.nextBoolean() ? 4 : 0;
        boolean writing = random.nextBoolean() || kind == 404 || kind == 412;
        copies.clear();
        server.failing(request -> {
            boolean counts = !writing || request.startsWith("PUT") || request.startsWith("DELETE");
            // What is cut is asked again some times: half of the cuts outlast that.
            int turn = counts ? left[0]-- : 1;
            if (turn > 0 || turn < -lasting) {
                return BookServer.AS_USUAL;
            }
            if (kind == -3) {
                Path copy = folder.resolve("copy-" + ++number);
                TestDesk.copy(home, copy);
                copies.put("at", copy);
                return BookServer.AS_USUAL;
            }
            return kind;
        });
        desk.addressBooks().pass(account, false, new StopSignal());
        server.failing(_ -> BookServer.AS_USUAL);
        story.add("pass with fault " + kind + (writing ? " writing" : ""));
        Path copy = copies.get("at");
        if (copy != null) {
            desk.close();
            home = copy;
            desk = TestDesk.open(home);
            account = desk.accounts().list().getLast();
            story.add("killed");
        }
    }

    private void end(long seed) {
        server.failing(_ -> BookServer.AS_USUAL);
        desk.addressBooks().pass(account, false, new StopSignal());
        desk.addressBooks().accept(account, book(), new StopSignal());
        Map<String, String> there = server.texts();
        long ledger = desk.history().list(0, 0, 1).getFirst().sequence();
        desk.addressBooks().pass(account, false, new StopSignal());
        desk.addressBooks().pass(account, false, new StopSignal());
        String about = "seed " + seed + ": " + String.join("; ", story);
        assertThat(server.texts()).as("two passes more write nothing there; " + about).isEqualTo(there);
        assertThat(desk.history().list(0, 0, 1).getFirst().sequence()).as("nor anything here; " + about)
                .isEqualTo(ledger);
        Map<String, String> byUid = new HashMap<>();
        there.values().forEach(text -> assertThat(byUid.put(uid(text), text)).as("no card is doubled; " + about)
                .isNull());
        Map<String, List<String>> here = here();
        living.forEach((uid, values) -> {
            assertThat(byUid).as("the card of each; " + about).containsKey(uid);
            for (String value : values) {
                assertThat(text(byUid, uid).replace("\r\n ", "")).as("what nobody took away is there; " + about)
                        .contains(value);
                assertThat(here.getOrDefault(name(text(byUid, uid)), List.of()).toString())
                        .as("and here; " + about)
                        .contains(value.startsWith("X-") ? value.substring(value.lastIndexOf(58) + 1) : value);
            }
        });
        story.stream().filter(one -> one.startsWith("new here ")).map(one -> one.substring(9))
                .forEach(name -> assertThat(
                        there.values().stream().filter(text -> text.contains("FN:" + name + "\r\n")).count())
                        .as("a customer put into the book is there once: " + name + "; " + about).isEqualTo(1));
        for (var open : desk.addressBooks().differences(book())) {
            assertThat(there.get(open.href().substring(BookServer.BOOK.length()))).as("theirs; " + about)
                    .contains(open.theirs());
            assertThat(here.toString()).as("ours; " + about).contains(open.ours());
        }
    }

    /** Everything that the records say, by their names. */
    private Map<String, List<String>> here() {
        Map<String, List<String>> all = new HashMap<>();
        for (long id : desk.customers().ids("", Order.NAME, 0)) {
            var customer = desk.customers().find(id).orElseThrow();
            List<String> raws = customer.values().stream().map(one -> one.value().raw()).toList();
            customer.values().stream().filter(one -> one.value().property() == Property.NAME)
                    .forEach(one -> all.computeIfAbsent(one.value().raw(), _ -> new ArrayList<>()).addAll(raws));
        }
        return all;
    }
}
