package app.kith.store;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.AccountChange;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.MergeChange;
import app.kith.change.Change.OperationChange;
import app.kith.change.Change.TextChange;
import app.kith.change.ChangeSet;
import app.kith.change.Cursor;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.LogPosition;
import app.kith.change.LoggedBatch;
import app.kith.change.MailBatch;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.contact.Card;
import app.kith.contact.EmailAddress;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.mail.DeliveryFailure;
import app.kith.mail.DeliveryFailure.Lasting;
import app.kith.mail.Invitation;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.mail.Sign;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A made-up history of a store: accounts come and go, folders change their roles, mail arrives, moves and vanishes, cards are
 * handed in and withdrawn. The same seed gives the same history.
 */
final class RandomHistory {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final List<String> PEOPLE = List.of("me@firm.test", "sales@firm.test", "anna@nord.test",
            "bob@nord.test",
            "wang@hua.test", "li@hua.test", "noreply@shop.test", "info@shop.test");

    private final Map<String, String> decisions = new LinkedHashMap<>();
    private final Random random;
    private final Signatures signatures = new Signatures();
    private final List<Step> steps = new ArrayList<>();
    private final Map<Long, Account> accounts = new LinkedHashMap<>();
    private final Map<Long, Card> cards = new LinkedHashMap<>();
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private final List<FolderKey> folders = new ArrayList<>();
    private final Map<String, Long> places = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<Long, Long> merged = new HashMap<>();
    private long operation;
    private long nextAccount = 1;
    private long nextContact = 1;
    private long nextCard = 1;
    private long nextEntry = 1;
    private long nextMessage = 1;
    private long nextUid = 1;
    private long ledger;
    private long mail;

    RandomHistory(long seed, int length) {
        this.random = new Random(seed);
        addAccount();
        for (int i = 0; i < length; i++) {
            step();
        }
    }

    List<Step> steps() {
        return steps;
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 4 && accounts.size() < 3) {
            addAccount();
        } else if (dice < 6 && accounts.size() > 1) {
            removeAccount();
        } else if (dice < 14) {
            addCard();
        } else if (dice < 17 && !cards.isEmpty()) {
            changeCard();
        } else if (dice < 21 && !cards.isEmpty()) {
            changeEntry();
        } else if (dice < 26 && nextMessage > 1 && nextContact > 2) {
            say();
        } else if (dice < 42 && nextMessage > 1) {
            operate();
        } else {
            batch();
        }
    }

    private void enter(Change change) {
        String reason = random.nextInt(6) != 0
                ? "test"
                : pick(List.of("undone " + ledger, "undone " + (ledger - 1), "stage-renamed Stage 1"));
        ChangeSet set = new ChangeSet(START.plusSeconds(ledger), Actor.USER, reason, List.of(change));
        steps.add(new Step(position(++ledger), set, null, List.of()));
    }

    private static LogPosition position(long sequence) {
        return new LogPosition(sequence, 1, sequence * 100, new byte[32]);
    }

    private void addAccount() {
        String email = PEOPLE.get(random.nextInt(3));
        Account account = new Account(nextAccount++, email, "", new Server("imap.test", 993, Security.TLS), null, email,
                null,
                null, null);
        accounts.put(account.id(), account);
        enter(new AccountChange(account.id(), null, account));
        for (FolderRole role : FolderRole.values()) {
            folders.add(new FolderKey(account.id(), role.name()));
        }
    }

    private void removeAccount() {
        Account account = pick(new ArrayList<>(accounts.values()));
        accounts.remove(account.id());
        operations.removeIf(waiting -> waiting.account() == account.id());
        folders.removeIf(folder -> folder.account() == account.id());
        places.keySet().removeIf(place -> place.startsWith(account.id() + "/"));
        enter(new AccountChange(account.id(), account, null));
    }

    private void addCard() {
        boolean stacked = !cards.isEmpty() && random.nextInt(4) == 0;
        long contact = stacked ? pick(new ArrayList<>(cards.values())).contact() : nextContact++;
        Card card = new Card(nextCard++, contact, new Source(Source.Kind.HAND, ""), values());
        cards.put(card.id(), card);
        enter(new CardChange(card.id(), null, card));
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>(List.of(Value.email(EmailAddress.of(pick(PEOPLE)))));
        if (random.nextInt(5) == 0) {
            values.set(0, values.getFirst().marked(Value.Mark.DENIED));
        }
        if (random.nextBoolean()) {
            values.add(Value.of(Property.NAME, "", "Name " + random.nextInt(5)));
        }
        if (random.nextInt(3) == 0) {
            values.add(Value.of(Property.TITLE, "", pick(List.of("Sales Manager", "采购经理", "Clerk"))));
            values.add(Value.of(Property.COMPANY, "", pick(List.of("Nordwind", "华科电子"))));
        }
        if (random.nextInt(3) == 0) {
            values.add(Value.of(Property.STAGE, "", "Stage " + random.nextInt(3))
                    .marked(pick(List.of(Value.Mark.SAID, Value.Mark.SAID, Value.Mark.DENIED))));
        }
        if (random.nextInt(4) == 0) {
            values.add(Value.of(Property.TAG, "", "tag " + random.nextInt(3), "row " + random.nextInt(9)));
        }
        return values;
    }

    private void changeCard() {
        Card before = pick(new ArrayList<>(cards.values()));
        long contact = random.nextInt(3) == 0 ? pick(new ArrayList<>(cards.values())).contact() : before.contact();
        Card after = random.nextBoolean() ? null : new Card(before.id(), contact, before.source(), values());
        if (after == null) {
            cards.remove(before.id());
        } else {
            cards.put(after.id(), after);
        }
        enter(new CardChange(before.id(), before, after));
    }

    private void changeEntry() {
        boolean fresh = entries.isEmpty() || random.nextBoolean();
        Entry before = fresh ? null : pick(new ArrayList<>(entries.values()));
        long id = before == null ? nextEntry++ : before.id();
        Entry after = before != null && random.nextInt(3) == 0
                ? null
                : new Entry(id, pick(new ArrayList<>(cards.values())).contact(), pick(List.of(Entry.Kind.values())),
                        received(), random.nextBoolean() ? null : received(), "Title " + random.nextInt(9), "Text", "",
                        random.nextBoolean() ? null : new BigDecimal("12.50"), "", "",
                        new Source(Source.Kind.HAND, ""));
        if (after == null) {
            entries.remove(id);
        } else {
            entries.put(id, after);
        }
        enter(new EntryChange(id, before, after));
    }

    /** The user settles a turn, wants to keep in touch, merges or takes that back. */
    private void say() {
        long contact = 1L + random.nextInt((int) nextContact - 1);
        long message = 1L + random.nextInt((int) nextMessage - 1);
        int dice = random.nextInt(3);
        if (dice == 2 && contact > 1) {
            long before = merged.getOrDefault(contact, 0L);
            long after = before == 0 ? 1L + random.nextInt((int) contact - 1) : 0;
            merged.put(contact, after);
            enter(new MergeChange(contact, before, after));
            return;
        }
        String key = dice == 0 ? "turn/" + message : "interval/" + contact;
        String before = texts.getOrDefault(key, "");
        String after = before.isEmpty() ? dice == 0 ? "done" : String.valueOf(random.nextInt(90)) : "";
        texts.put(key, after);
        enter(new TextChange(key, before, after));
    }

    /** The user refuses a proposal, or takes that back. */
    private void decide() {
        String what = pick(
                List.of("person", "bounce", "moved/" + pick(PEOPLE), "fact/TITLE/sales manager", "fact/TITLE/采购总监"));
        String key = ProposalTable.decision(pick(PEOPLE), what);
        String before = decisions.getOrDefault(key, "");
        String after = before.isEmpty() ? "refused" : "";
        decisions.put(key, after);
        enter(new TextChange(key, before, after));
    }

    /** The user does something to mail, takes it back, or a server answers. */
    private void operate() {
        if (random.nextInt(3) == 0) {
            decide();
            return;
        }
        if (!operations.isEmpty() && random.nextBoolean()) {
            Operation before = pick(operations);
            operations.remove(before);
            Operation after = switch (random.nextInt(3)) {
                case 0 -> null;
                case 1 -> before.in(Operation.State.DONE, "");
                default -> before.state() == Operation.State.FAILED
                        ? before.in(Operation.State.WAITING, "")
                        : before.in(Operation.State.FAILED, "refused");
            };
            if (after != null && after.state() != Operation.State.DONE) {
                operations.add(after);
            }
            enter(new OperationChange(before.id(), before, after));
            return;
        }
        FolderKey from = pick(folders);
        FolderRole role = pick(List.of(FolderRole.values()));
        long message = 1L + random.nextInt((int) nextMessage - 1);
        Operation made = random.nextBoolean()
                ? Operation.flags(++operation, from.account(), message, from.path(), flags(), flags())
                : Operation.move(++operation, from.account(), message, from.path(),
                        new Operation.Destination(role.name(), role, true));
        operations.add(made);
        enter(new OperationChange(made.id(), null, made));
    }

    private void batch() {
        long first = nextMessage;
        List<MailEvent> events = new ArrayList<>();
        List<Incoming> incoming = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            event(events, incoming);
        }
        LoggedBatch logged = new LoggedBatch(1, mail * 1000, position(++mail), new MailBatch(first, events));
        steps.add(new Step(logged.behind(), null, logged, incoming));
    }

    private void event(List<MailEvent> events, List<Incoming> incoming) {
        FolderKey folder = pick(folders);
        int dice = random.nextInt(100);
        if (dice < 8) {
            FolderRole role = random.nextInt(5) == 0
                    ? pick(List.of(FolderRole.values()))
                    : FolderRole.valueOf(folder.path());
            events.add(new MailEvent.FolderSeen(folder, '/', role, true));
        } else if (dice < 55) {
            byte[] raw = ByteBuffer.allocate(8).putLong(nextMessage).array();
            events.add(new MailEvent.Arrived(folder, nextUid, received(), flags(), raw, random.nextInt(4) == 0));
            if (random.nextInt(3) == 0) {
                events.add(new MailEvent.Named(folder, nextUid, "n" + nextMessage % 7));
            }
            incoming.add(new Incoming(mail(nextMessage), digest(nextMessage), signatures));
            places.put(folder.account() + "/" + folder.path() + "/" + nextUid++, nextMessage++);
        } else if (dice < 58 && nextMessage > 1) {
            long message = 1L + random.nextInt((int) nextMessage - 1);
            events.add(new MailEvent.Completed(folder, message, new byte[]{1, 2, 3}));
            incoming.add(new Incoming(mail(message), digest(-message), signatures));
        } else if (dice < 65 && nextMessage > 1) {
            events.add(new MailEvent.Placed(folder, nextUid, received(), flags(),
                    1 + random.nextInt((int) nextMessage - 1)));
            places.put(folder.account() + "/" + folder.path() + "/" + nextUid++, 0L);
        } else if (dice < 80 && !places.isEmpty()) {
            String[] place = pick(new ArrayList<>(places.keySet())).split("/", -1);
            FolderKey where = new FolderKey(Long.parseLong(place[0]), place[1]);
            events.add(new MailEvent.Flagged(where, Long.parseLong(place[2]), flags()));
        } else if (dice < 95 && !places.isEmpty()) {
            String key = pick(new ArrayList<>(places.keySet()));
            String[] place = key.split("/", -1);
            events.add(new MailEvent.Vanished(new FolderKey(Long.parseLong(place[0]), place[1]),
                    Long.parseLong(place[2])));
            places.remove(key);
        } else if (dice < 96) {
            events.add(new MailEvent.FolderReset(folder, 1 + random.nextInt(1000)));
        } else if (dice < 97) {
            events.add(new MailEvent.FolderGone(folder));
        } else if (dice < 98) {
            events.add(new MailEvent.LeftOut(folder, nextUid++, "too-large 70000000"));
        } else {
            events.add(
                    new MailEvent.Followed(folder, new Cursor(1, nextUid, random.nextInt(100), random.nextBoolean())));
        }
    }

    private Instant received() {
        return START.plusSeconds(random.nextInt(100_000));
    }

    private MessageFlags flags() {
        return new MessageFlags(random.nextInt(32), random.nextInt(5) == 0 ? List.of("$Forwarded") : List.of());
    }

    private static byte[] digest(long number) {
        byte[] digest = new byte[32];
        new Random(number).nextBytes(digest);
        return digest;
    }

    private Mail mail(long number) {
        String from = pick(PEOPLE);
        List<Mailbox> to = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            to.add(mailbox(pick(PEOPLE)));
        }
        List<String> references = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            references.add("m" + random.nextInt((int) number + 5) + "@test");
        }
        List<Sign> signs = random.nextInt(6) == 0 ? List.of(new Sign(Sign.Kind.BULK, "Precedence: bulk")) : List.of();
        String id = random.nextInt(10) == 0 ? null : "m" + number + "@test";
        return new Mail(id, List.of(), references, received(), "Subject " + random.nextInt(9), List.of(mailbox(from)),
                to, List.of(), List.of(), List.of(), text(number) + signature(), null, List.of(), invitations(),
                signs, "utf-8", List.of(), null, failures(),
                random.nextBoolean() ? null : java.time.ZoneOffset.ofHours(8));
    }

    private String text(long number) {
        return pick(List.of("Text " + number, "Could you send the drawing?", "Thanks!", "I will send it by Friday.",
                "我明天给您报价。", "收到，谢谢！", "Our quotation is attached.", "My new e-mail is " + pick(PEOPLE) + ".",
                "我的新邮箱是 " + pick(PEOPLE) + "。"));
    }

    private String signature() {
        return switch (random.nextInt(4)) {
            case 0 ->
                "\n\n-- \nAnna Keller\nSales Manager\nNordwind GmbH\nTel. +49 170 555123" + random.nextInt(2) + "\n";
            case 1 -> "\n\n-- \n王小明\n" + pick(List.of("采购经理", "采购总监")) + "\n深圳华科电子有限公司\n手机：13800001234\n";
            default -> "";
        };
    }

    private List<DeliveryFailure> failures() {
        return random.nextInt(8) != 0
                ? List.of()
                : List.of(new DeliveryFailure(pick(PEOPLE), pick(List.of("5.1.1", "5.2.2", "4.4.1")), "no such user",
                        pick(List.of(Lasting.PERMANENT, Lasting.TEMPORARY)), null));
    }

    private List<Invitation> invitations() {
        return random.nextInt(8) != 0
                ? List.of()
                : List.of(
                        new Invitation(pick(List.of("REQUEST", "REPLY", "CANCEL")), "uid" + random.nextInt(4), "Visit",
                                received(), null, false, "", null, List.of(), Map.of(), null));
    }

    private Mailbox mailbox(String address) {
        return new Mailbox(random.nextBoolean() ? "" : "Name " + random.nextInt(3) + " " + address.charAt(0), address);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One record of one of the two logs. */
    record Step(LogPosition behind, @Nullable ChangeSet set, @Nullable LoggedBatch logged, List<Incoming> incoming) {
        void applyTo(Store store) {
            if (set != null) {
                store.apply(behind, set);
            } else if (logged != null) {
                store.apply(logged, incoming);
            }
        }
    }
}
