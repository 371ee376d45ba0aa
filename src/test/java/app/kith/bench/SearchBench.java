package app.kith.bench;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.AccountChange;
import app.kith.change.Change.CardChange;
import app.kith.change.ChangeSet;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.LogPosition;
import app.kith.change.LoggedBatch;
import app.kith.change.MailBatch;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.contact.Card;
import app.kith.contact.EmailAddress;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.search.Kind;
import app.kith.search.Search;
import app.kith.search.Surroundings;
import app.kith.store.Incoming;
import app.kith.store.SearchView;
import app.kith.store.Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Searching as one types, letter by letter, in a store of 500,000 made-up mails and 100,000 contacts (or
 * {@code -Dkith.bench.messages=N}; {@code -Dkith.bench.home=DIR} keeps them for another run): how long each answer takes, with what its hits show.
 */
final class SearchBench implements Bench.Scenario {
    private static final int MESSAGES = Integer.getInteger("kith.bench.messages", 500_000);
    /** A folder to be kept and used again; empty for a new one. */
    private static final String KEPT = System.getProperty("kith.bench.home", "");
    private static final int CONTACTS = MESSAGES / 5;
    private static final int LINES = 300;
    private static final int SHOWN = 8;
    private static final int BATCH = 1000;
    private static final int VOCABULARY = 40_000;
    private static final Instant END = Instant.parse("2026-11-01T08:00:00Z");

    private final String[] latin = new String[VOCABULARY];
    private final String[] han = new String[VOCABULARY / 8];
    private long sequence;

    SearchBench() {
        Random random = new Random(1);
        String[] syllables = {"ka", "to", "mi", "ren", "sal", "ver", "ing", "con", "pro", "der", "le", "an", "sta",
                "pul", "gro",
                "ti", "ne", "o", "ba", "shi", "fra", "du"};
        for (int i = 0; i < latin.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int parts = 1 + random.nextInt(4); parts > 0; parts--) {
                word.append(syllables[random.nextInt(syllables.length)]);
            }
            latin[i] = word.append(i % 7 == 0 ? String.valueOf(i) : "").toString();
        }
        for (int i = 0; i < han.length; i++) {
            han[i] = "" + character(random) + character(random);
        }
    }

    /** The commoner characters stand at the beginning of the pages of Unicode no more often than others; that does for measuring. */
    private static char character(Random random) {
        return (char) (0x4e00 + Math.abs(random.nextGaussian()) * 1200);
    }

    @Override
    public void run() throws Exception {
        boolean kept = !KEPT.isEmpty();
        Path home = kept ? Files.createDirectories(Path.of(KEPT)) : Files.createTempDirectory("kith-search");
        try (Store store = Store.open(home, "00".repeat(32).toCharArray())) {
            double before = cpu();
            if (new SearchView(store).messageCount() < MESSAGES) {
                fill(store);
            }
            System.out.printf(Locale.ROOT, "store of %d mails and %d contacts: %.0f CPU s%n", MESSAGES, CONTACTS,
                    cpu() - before);
            before = cpu();
            byte[] key = new byte[32];
            Surroundings house = new Surroundings(new SearchView(store), this::mail, (_, _) -> true, store::subscribe,
                    Clock.fixed(END, ZoneOffset.UTC));
            try (Search search = Search.open(home, new SecretKeySpec(key, "AES"), house)) {
                if (!search.await(Duration.ofHours(1))) {
                    throw new IllegalStateException("the index did not catch up: " + search.progress());
                }
                System.out.printf(Locale.ROOT, "indexed in %.0f CPU s, %d MB on disk%n", cpu() - before,
                        bytes(home.resolve("search")) >> 20);
                type(search, "first");
                type(search, "again");
            }
        } finally {
            if (!kept) {
                delete(home);
            }
        }
    }

    private void type(Search search, String which) {
        Random random = new Random(which.hashCode());
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        List<Long> times = new ArrayList<>();
        List<String> slow = new ArrayList<>();
        long hits = 0;
        double before = cpu();
        for (int i = 0; i < LINES; i++) {
            String line = line(random);
            for (int end = 1; end <= line.length(); end++) {
                long start = System.nanoTime();
                hits += search.find(line.substring(0, end), kinds, SHOWN).hits().size();
                long micros = (System.nanoTime() - start) / 1000;
                times.add(micros);
                if (micros > 40_000) {
                    slow.add("<" + line.substring(0, end) + "> " + micros / 1000);
                }
            }
        }
        times.sort(Comparator.naturalOrder());
        System.out.printf(Locale.ROOT,
                "%s: %d answers, %d hits: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, largest %.1f ms, %.1f CPU ms each%n",
                which, times.size(), hits, at(times, 0.5), at(times, 0.95), at(times, 0.99), at(times, 1),
                (cpu() - before) * 1000 / times.size());
        System.out.println("  slowest: " + slow.stream().limit(15).toList());
    }

    private static double at(List<Long> times, double part) {
        return times.get((int) Math.min(times.size() - 1L, Math.round(part * times.size()))) / 1000.0;
    }

    /** What somebody may type: a name, one or two words, Chinese ones, a number, a field. */
    private String line(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> word(random) + " " + word(random);
            case 1 -> hanWord(random) + hanWord(random);
            case 2 -> name(1 + random.nextInt(CONTACTS));
            case 3 -> "138" + String.format(Locale.ROOT, "%08d", 1 + random.nextInt(CONTACTS));
            case 4 -> "from:p" + random.nextInt(CONTACTS) + " " + word(random);
            case 5 -> hanWord(random) + " " + word(random);
            default -> word(random);
        };
    }

    private String word(Random random) {
        return latin[(int) (VOCABULARY * Math.pow(random.nextDouble(), 5))];
    }

    private String hanWord(Random random) {
        return han[(int) (han.length * Math.pow(random.nextDouble(), 3))];
    }

    private String name(int contact) {
        Random random = new Random(contact);
        return contact % 3 == 0
                ? "王李张刘陈杨黄赵吴周".charAt(random.nextInt(10)) + han[random.nextInt(han.length)]
                : capital(latin[random.nextInt(3000)]) + " " + capital(latin[random.nextInt(9000)]);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void fill(Store store) {
        Account account = new Account(1, "me@firm.example", "", new Server("localhost", 993, Security.TLS), null,
                "me@firm.example", null, null, null);
        enter(store, List.of(new AccountChange(1, null, account)));
        for (int first = 1; first <= CONTACTS; first += BATCH) {
            List<Change> cards = new ArrayList<>();
            for (int id = first; id < Math.min(first + BATCH, CONTACTS + 1); id++) {
                cards.add(new CardChange(id, null,
                        new Card(id, id, new Source(Source.Kind.FILE, "list.csv"), values(id))));
            }
            enter(store, cards);
        }
        FolderKey inbox = new FolderKey(1, "INBOX");
        for (int first = 1; first <= MESSAGES; first += BATCH) {
            List<MailEvent> events = new ArrayList<>();
            List<Incoming> incoming = new ArrayList<>();
            if (first == 1) {
                events.add(new MailEvent.FolderSeen(inbox, '/', FolderRole.INBOX, true));
            }
            for (int id = first; id < Math.min(first + BATCH, MESSAGES + 1); id++) {
                events.add(new MailEvent.Arrived(inbox, id, END, MessageFlags.NONE, new byte[]{1}));
                incoming.add(new Incoming(mail(id), ByteBuffer.allocate(32).putLong(id * 0x9E3779B97F4A7C15L).array()));
            }
            store.apply(new LoggedBatch(1, first, position(first), new MailBatch(first, events)), incoming);
        }
    }

    private static List<Value> values(int id, String name) {
        return List.of(Value.of(Property.NAME, "", name),
                Value.email(EmailAddress.of("p" + id + "@firm" + id % 5000 + ".example")),
                Value.of(Property.PHONE, "mobile", "138" + String.format(Locale.ROOT, "%08d", id)));
    }

    private List<Value> values(int id) {
        return values(id, name(id));
    }

    private void enter(Store store, List<Change> changes) {
        store.apply(position(++sequence), new ChangeSet(END, Actor.IMPORT, "made up", changes));
    }

    private static LogPosition position(long number) {
        return new LogPosition(number, 1, number * 100, new byte[32]);
    }

    private Mail mail(long id) {
        Random random = new Random(id * 31);
        int person = 1 + (int) (CONTACTS * Math.pow(random.nextDouble(), 3));
        Mailbox other = new Mailbox(name(person), "p" + person + "@firm" + person % 5000 + ".example");
        Mailbox me = new Mailbox("Me", "me@firm.example");
        boolean chinese = random.nextInt(3) == 0;
        String text = words(random, 120, chinese) + "\n\nOn Monday " + other.name() + " wrote:\n> "
                + words(random, random.nextInt(120), chinese) + "\n";
        return new Mail("m" + id + "@x.example", List.of(), List.of(), END.minusSeconds((MESSAGES - id) * 400L),
                words(random, 5, chinese), List.of(random.nextBoolean() ? other : me), List.of(me, other), List.of(),
                List.of(), List.of(), text, null, List.of(), List.of(), List.of(), "utf-8", List.of());
    }

    private String words(Random random, int count, boolean chinese) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(chinese ? hanWord(random) : word(random)).append(chinese ? i % 9 == 8 ? "，" : "" : " ");
        }
        return text.toString();
    }

    private static double cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime()
                / 1e9;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toArray(Path[]::new)) {
                Files.delete(file);
            }
        }
    }
}
