package app.kith.store;

import app.kith.contact.CardStack;
import app.kith.contact.CardStack.Said;
import app.kith.contact.CompanyName;
import app.kith.contact.EmailAddress;
import app.kith.contact.FreeMail;
import app.kith.contact.OwnField;
import app.kith.contact.OwnForm;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What lists show of a contact: the best of its cards, and what mail tells. */
final class ContactRow {
    private static final int LONGEST_KEY = 200;
    private static final Set<Property> SEARCHED = Set.of(Property.NAME, Property.FAMILY_NAME, Property.GIVEN_NAME,
            Property.NICKNAME, Property.PHONETIC, Property.EMAIL, Property.PHONE, Property.CHAT, Property.COMPANY,
            Property.DEPARTMENT, Property.TITLE, Property.TAG, Property.DOMAIN, Property.EXTERNAL_ID);

    private final List<Said> said = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private String headerName = "";
    private int received;
    private int sent;
    private @Nullable Long lastIn;
    private @Nullable Long lastOut;
    private @Nullable Long lastAt;
    private @Nullable Long lastMessage;
    private final ContactDue due = new ContactDue();

    /** What is due with the contact. */
    ContactDue due() {
        return due;
    }

    void says(Said one) {
        said.add(one);
    }

    /** Takes what one address of the contact tells: name, domain, received, sent, last in, last out, last at, last message, last real. */
    void wrote(ResultSet row) throws SQLException {
        String name = row.getString(2);
        names.add(name);
        names.add(row.getString(3));
        headerName = headerName.isEmpty() ? name : headerName;
        received += row.getInt(4);
        sent += row.getInt(5);
        lastIn = later(lastIn, row.getObject(6, Long.class));
        lastOut = later(lastOut, row.getObject(7, Long.class));
        Long at = row.getObject(8, Long.class);
        if (at != null && (lastAt == null || at > lastAt)) {
            lastAt = at;
            lastMessage = row.getObject(9, Long.class);
        }
        due.contact(row.getObject(10, Long.class));
    }

    private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(Math.max(one, other));
    }

    /** {@return the change sets that brought what cards say of where the contact stands; empty where none says it} */
    Set<Long> stageChanges() {
        return said.stream().filter(one -> one.value().property() == Property.STAGE)
                .map(one -> one.origin().change()).collect(Collectors.toSet());
    }

    /** Adds the row, and one of each of the user's own fields; with since when the contact has stood at the stage, where at one. */
    void addTo(Rows rows, Rows owns, long contact, @Nullable Long stageSince, UnaryOperator<String> stems) {
        List<Value> shown = new CardStack(said).shown().stream().map(ShownValue::value).toList();
        boolean company = best(shown, Property.KIND).equals("company");
        String name = name(shown);
        String firm = company(shown);
        String tags = shown.stream().filter(value -> value.property() == Property.TAG).map(Value::raw)
                .collect(Collectors.joining("\n"));
        rows.add(contact, name, sortKey(name), firm, search(name, firm, shown), received, sent, lastIn, lastOut,
                lastAt == null ? 0L : lastAt, lastMessage, company, best(shown, Property.TITLE),
                best(shown, Property.STAGE), tags, due.owes, due.owesSince, due.owesUntil, due.waits,
                due.waitsSince, due.waitsUntil, due.lastReal,
                due.keepDays, due.nextTask, due.nextDue, stem(company, name, shown, stems), domain(shown),
                best(shown, Property.STAGE).isEmpty() ? null : stageSince);
        Set<String> said = new HashSet<>();
        shown.stream().filter(value -> value.property() == Property.OWN && said.add(OwnField.key(value.label())))
                .forEach(value -> owns.add(contact, OwnField.key(value.label()), value.raw(),
                        sortKey(value.normal()), OwnForm.order(value.raw())));
    }

    /** The company's own name; that of the contact itself where it is the company. */
    private static String stem(boolean company, String name, List<Value> shown, UnaryOperator<String> stems) {
        String written = company ? name : best(shown, Property.COMPANY);
        String stem = written.isBlank() ? "" : stems.apply(written);
        return stem.length() > LONGEST_KEY ? stem.substring(0, LONGEST_KEY) : stem;
    }

    /** The company's own name with what it trades in: 博睿电子 and 博睿自动化 are two. */
    static String companyKey(String written) {
        CompanyName name = CompanyName.of(written);
        return name.trades().isEmpty() ? name.stem() : name.stem() + " " + String.join(" ", name.trades());
    }

    /** The first domain that is a company's own; a free mail service names none. */
    private static String domain(List<Value> shown) {
        return shown.stream().filter(value -> value.property() == Property.EMAIL || value.property() == Property.DOMAIN)
                .map(value -> value.property() == Property.EMAIL
                        ? EmailAddress.of(value.raw()).domain()
                        : value.normal())
                .filter(domain -> !domain.isEmpty() && !FreeMail.is(domain)).findFirst().orElse("");
    }

    private static String best(List<Value> shown, Property property) {
        return shown.stream().filter(value -> value.property() == property).map(Value::raw).findFirst().orElse("");
    }

    /** What cards say comes before the names of mail headers, which are taken fresh from all that was seen. */
    private String name(List<Value> shown) {
        String name = best(shown, Property.NAME);
        if (name.isEmpty()) {
            name = joined(best(shown, Property.FAMILY_NAME), best(shown, Property.GIVEN_NAME));
        }
        for (String next : new String[]{headerName, best(shown, Property.NICKNAME), best(shown, Property.COMPANY),
                best(shown, Property.EMAIL), best(shown, Property.PHONE), best(shown, Property.CHAT)}) {
            name = name.isEmpty() ? next : name;
        }
        return name;
    }

    /** Family name first without a blank in Chinese, Japanese and Korean, given name first elsewhere. */
    private static String joined(String family, String given) {
        boolean eastern = (family + given).codePoints().anyMatch(c -> Character.isIdeographic(c)
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
        return eastern ? family + given : (given + " " + family).strip();
    }

    private static String company(List<Value> shown) {
        String given = best(shown, Property.COMPANY);
        if (!given.isEmpty()) {
            return given;
        }
        return shown.stream().filter(value -> value.property() == Property.EMAIL)
                .map(value -> EmailAddress.of(value.raw()).domain())
                .filter(domain -> !domain.isEmpty() && !FreeMail.is(domain))
                .findFirst().orElse("");
    }

    static String sortKey(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST_KEY ? lower.substring(0, LONGEST_KEY) : lower;
    }

    private String search(String name, String company, List<Value> shown) {
        Set<String> words = new LinkedHashSet<>();
        words.add(name.toLowerCase(Locale.ROOT));
        words.add(company.toLowerCase(Locale.ROOT));
        names.forEach(other -> words.add(other.toLowerCase(Locale.ROOT)));
        shown.stream().filter(value -> SEARCHED.contains(value.property())).forEach(value -> words.add(value.normal()));
        return String.join("\n", words);
    }
}
