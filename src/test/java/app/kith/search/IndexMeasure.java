package app.kith.search;

import app.kith.contact.EmailAddress;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.store.MessageStatus;
import app.kith.store.SearchView.ContactLine;
import app.kith.store.SearchView.ContactText;
import app.kith.store.SearchView.MessageLine;
import app.kith.store.SearchView.MessageVersion;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Searching as one types, letter by letter, in an index of very many made-up mails and a fifth as many contacts. There is no store
 * behind it: what hits show is made up too, which leaves out two or three reads of rows by their numbers for each answer.
 */
public final class IndexMeasure {
    private static final int LINES = 300;
    private static final int SHOWN = 8;
    private static final long SLOW = 20_000;
    private static final int VOCABULARY = 40_000;
    private static final Instant END = Instant.parse("2026-11-01T08:00:00Z");

    private final String[] latin = new String[VOCABULARY];
    private final String[] han = new String[VOCABULARY / 8];
    private final int messages;
    private final int contacts;

    private IndexMeasure(int messages) {
        this.messages = messages;
        this.contacts = messages / 5;
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

    /**
     * Makes an index and asks it.
     *
     * @param messages how many mails are in it
     * @param kept a folder in which the index is kept for another run; null for none
     */
    public static void measure(int messages, @org.jspecify.annotations.Nullable Path kept) throws IOException {
        Path home = kept == null ? Files.createTempDirectory("kith-search") : Files.createDirectories(kept);
        IndexMeasure measure = new IndexMeasure(messages);
        boolean there = SearchIndex.exists(home);
        try (SearchIndex index = SearchIndex.open(home, new SecretKeySpec(new byte[32], "AES"),
                new BlockCache(32L << 20))) {
            double before = cpu();
            if (!there) {
                measure.fill(index);
            }
            System.out.printf(Locale.ROOT, "%d mails and %d contacts indexed in %.0f CPU s, %d MB on disk%n", messages,
                    measure.contacts, cpu() - before, bytes(home) >> 20);
            measure.type(index, "first");
            measure.type(index, "again");
        } finally {
            if (kept == null) {
                delete(home);
            }
        }
    }

    private void fill(SearchIndex index) throws IOException {
        for (int id = 1; id <= contacts; id++) {
            index.put(ContactDocument.id(id), ContactDocument.of(new ContactText(id, false, name(id), firm(id), "Buyer",
                    id % 50, END.minusSeconds(id * 1000L).toEpochMilli(), values(id, name(id)), Map.of())));
        }
        for (int id = 1; id <= messages; id++) {
            MessageVersion row = new MessageVersion(id, MessageStatus.VISIBLE, sent(id).toEpochMilli(), id);
            index.putMessage(id, MailDocuments.of(row, mail(id), List.of()));
        }
        index.commit(null);
        index.show();
    }

    private static String firm(int contact) {
        return "firm" + contact % 5000 + ".example";
    }

    private Instant sent(long message) {
        return END.minusSeconds((messages - message) * 400L);
    }

    private Lines lines() {
        return new Lines() {
            @Override
            public Map<Long, ContactLine> contacts(Collection<Long> ids) {
                Map<Long, ContactLine> lines = new HashMap<>();
                ids.forEach(id -> lines.put(id,
                        new ContactLine(id, false, name(id.intValue()), firm(id.intValue()), "Buyer", END)));
                return lines;
            }

            @Override
            public Map<Long, MessageLine> messages(Collection<Long> ids) {
                Map<Long, MessageLine> lines = new HashMap<>();
                ids.forEach(id -> lines.put(id, new MessageLine(id, id, 0, "subject", "preview", "sender", sent(id))));
                return lines;
            }

            @Override
            public Map<Long, Entry> entries(Collection<Long> ids) {
                return Map.of();
            }
        };
    }

    private void type(SearchIndex index, String which) throws IOException {
        Random random = new Random(which.hashCode());
        Lines lines = lines();
        Clock clock = Clock.fixed(END, ZoneOffset.UTC);
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        List<Long> times = new ArrayList<>();
        List<Long> worked = new ArrayList<>();
        List<String> slow = new ArrayList<>();
        long hits = 0;
        double before = cpu();
        for (int i = 0; i < LINES; i++) {
            String line = line(random);
            for (int end = 1; end <= line.length(); end++) {
                long start = System.nanoTime();
                long startCpu = threadCpu();
                Query query = Query.parse(line.substring(0, end));
                hits += index.search(searcher -> new Finder(searcher, lines, (_, _) -> null, clock, SHOWN)
                        .find(query, kinds)).hits().size();
                long micros = (System.nanoTime() - start) / 1000;
                times.add(micros);
                long cpuMicros = (threadCpu() - startCpu) / 1000;
                worked.add(cpuMicros);
                if (cpuMicros > SLOW) {
                    slow.add("<" + line.substring(0, end) + "> " + cpuMicros / 1000);
                }
            }
        }
        times.sort(Comparator.naturalOrder());
        worked.sort(Comparator.naturalOrder());
        System.out.printf(Locale.ROOT, "%s: %d answers, %d hits, %.1f CPU ms each%n", which, times.size(), hits,
                (cpu() - before) * 1000 / times.size());
        print("time", times);
        print("CPU of the thread that asks", worked);
        System.out.println("  slowest by CPU: " + slow.stream().limit(15).toList());
    }

    private static void print(String what, List<Long> sorted) {
        System.out.printf(Locale.ROOT, "  %s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, largest %.1f ms%n", what,
                at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static long threadCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double at(List<Long> times, double part) {
        return times.get((int) Math.min(times.size() - 1L, Math.round(part * times.size()))) / 1000.0;
    }

    /** What somebody may type: a name, one or two words, Chinese ones, a number, a field. */
    private String line(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> word(random) + " " + word(random);
            case 1 -> hanWord(random) + hanWord(random);
            case 2 -> name(1 + random.nextInt(contacts));
            case 3 -> "138" + String.format(Locale.ROOT, "%08d", 1 + random.nextInt(contacts));
            case 4 -> "from:p" + random.nextInt(contacts) + " " + word(random);
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

    String name(int contact) {
        Random random = new Random(contact);
        return contact % 3 == 0
                ? "王李张刘陈杨黄赵吴周".charAt(random.nextInt(10)) + han[random.nextInt(han.length)]
                : capital(latin[random.nextInt(3000)]) + " " + capital(latin[random.nextInt(9000)]);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<Value> values(int id, String name) {
        return List.of(Value.of(Property.NAME, "", name),
                Value.email(EmailAddress.of("p" + id + "@firm" + id % 5000 + ".example")),
                Value.of(Property.PHONE, "mobile", "138" + String.format(Locale.ROOT, "%08d", id)));
    }

    private Mail mail(long id) {
        Random random = new Random(id * 31);
        int person = 1 + (int) (contacts * Math.pow(random.nextDouble(), 3));
        Mailbox other = new Mailbox(name(person), "p" + person + "@firm" + person % 5000 + ".example");
        Mailbox me = new Mailbox("Me", "me@firm.example");
        boolean chinese = random.nextInt(3) == 0;
        String text = words(random, 120, chinese) + "\n\nOn Monday " + other.name() + " wrote:\n> "
                + words(random, random.nextInt(120), chinese) + "\n";
        return new Mail("m" + id + "@x.example", List.of(), List.of(), sent(id),
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
