package app.kith.assist;

import app.kith.contact.EmailAddress;
import app.kith.contact.FreeMail;
import app.kith.contact.NameForm;
import app.kith.contact.NameReader;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.match.Level;
import app.kith.match.Reason;
import app.kith.store.Customers;
import app.kith.store.ProposalView;
import app.kith.store.ProposalView.Near;
import app.kith.store.ProposalView.Waiting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells which customers somebody may be who is known from mail only, and why. */
public final class Namesakes {
    private static final int MOST = 40;
    private static final int SHOWN = 3;
    private static final int LONG_LOCAL = 5;

    private final ProposalView view;
    private final Customers customers;

    /**
     * Makes it.
     *
     * @param view finds customers by their addresses
     * @param customers finds customers by what their cards say
     */
    public Namesakes(ProposalView view, Customers customers) {
        this.view = view;
        this.customers = customers;
    }

    /**
     * A customer whom somebody may be.
     *
     * @param contact number of the customer
     * @param name the customer's name
     * @param why what speaks for it, the strongest first
     */
    public record Namesake(long contact, String name, List<Reason> why) {

        /** Keeps its own copy. */
        public Namesake {
            why = List.copyOf(why);
        }

        double weight() {
            return why.stream().mapToDouble(Reason::weight).sum();
        }
    }

    /**
     * Looks for customers whom somebody may be: by telephone numbers and addresses in the signature, by the whole name, by the name
     * before the @ at another domain, and by the name's reading at the same domain.
     *
     * @param person who is proposed
     * @param signature what the latest signature says
     * @return at most three, the likeliest first
     */
    public List<Namesake> of(Waiting person, List<Value> signature) {
        Map<Long, List<Reason>> found = new LinkedHashMap<>();
        signature.stream().filter(value -> value.property() == Property.PHONE && !value.label().equals("fax")
                || value.property() == Property.CHAT || value.property() == Property.EMAIL)
                .forEach(value -> customers.sharing(List.of(value)).forEach(id -> note(found, id,
                        new Reason(field(value), Level.EQUAL.label(), value.label().equals("mobile") ? 9 : 5))));
        String name = person.name();
        if (isWhole(name)) {
            customers.sharing(List.of(Value.of(Property.NAME, "", name)))
                    .forEach(id -> note(found, id, new Reason("name", Level.EQUAL.label(), 6)));
        }
        EmailAddress email = person.email();
        boolean free = FreeMail.is(email.domain());
        boolean telling = email.local().length() >= LONG_LOCAL && !email.isRole();
        for (Near near : view.near(email, free, MOST)) {
            if (near.email().local().equals(email.local()) && telling) {
                note(found, near.contact(), new Reason("email", Level.SAME_LOCAL.label(), 4));
            }
            String level = level(name, near.name());
            if (!level.isEmpty()) {
                note(found, near.contact(), new Reason("name", level, 5));
            }
        }
        Map<Long, String> names = new LinkedHashMap<>();
        customers.rows(found.keySet().stream().limit(MOST).toList()).forEach(row -> names.put(row.id(), row.name()));
        return names.keySet().stream().map(id -> new Namesake(id, names.getOrDefault(id, ""), sorted(found.get(id))))
                .sorted(Comparator.comparingDouble(Namesake::weight).reversed()
                        .thenComparingLong(Namesake::contact))
                .limit(SHOWN).toList();
    }

    private static List<Reason> sorted(@org.jspecify.annotations.Nullable List<Reason> reasons) {
        return reasons == null
                ? List.of()
                : reasons.stream().sorted(Comparator.comparingDouble(Reason::weight).reversed()).toList();
    }

    private static void note(Map<Long, List<Reason>> found, long contact, Reason reason) {
        List<Reason> reasons = found.computeIfAbsent(contact, _ -> new ArrayList<>());
        if (reasons.stream().noneMatch(one -> one.field().equals(reason.field()))) {
            reasons.add(reason);
        }
    }

    private static String field(Value value) {
        return value.property().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isWhole(String name) {
        return name.indexOf(' ') > 0 || name.codePoints().filter(Character::isIdeographic).count() >= 2;
    }

    /** How far two names agree that are written alike or read alike; empty where they do not. */
    private static String level(String one, String other) {
        List<NameForm> forms = names(one);
        List<NameForm> others = names(other);
        for (NameForm a : forms) {
            for (NameForm b : others) {
                boolean whole = !a.family().isEmpty() && !a.given().isEmpty();
                if (whole && Stream.of(a.key(), a.turned().key()).anyMatch(b.key()::equals)) {
                    return (a.isHan() == b.isHan() ? Level.EQUAL : Level.READING).label();
                }
            }
        }
        return "";
    }

    private static List<NameForm> names(String name) {
        return name.isBlank() || name.indexOf('@') >= 0 ? List.of() : NameReader.read(name).names();
    }
}
