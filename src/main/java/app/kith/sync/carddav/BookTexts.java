package app.kith.sync.carddav;

import app.kith.account.AddressBook;
import app.kith.account.BookLink;
import app.kith.change.Change;
import app.kith.change.Change.TextChange;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.store.UserTextView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger holds of one address book: its links, the server's cards, differences; and what of it is to become other. */
final class BookTexts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UserTextView view;
    private final AddressBook book;
    private final Map<String, BookLink> links = new LinkedHashMap<>();
    private final Map<String, String> before = new LinkedHashMap<>();
    private final Map<String, String> after = new LinkedHashMap<>();

    BookTexts(UserTextView view, AddressBook book) {
        this.view = view;
        this.book = book;
        view.all(BookLink.KEY + book.id() + "/").forEach(
                (href, text) -> BookLink.parse(text).ifPresent(link -> {
                    links.put(href, link);
                    before.put(key(href), text);
                }));
    }

    private String key(String href) {
        return BookLink.KEY + book.id() + "/" + href;
    }

    private String baseKey(String href) {
        return BookLink.BASE + book.id() + "/" + href;
    }

    /** {@return the links by the paths of the server's cards; a view that shows what becomes other} */
    Map<String, BookLink> links() {
        return links;
    }

    void link(String href, BookLink link) {
        links.put(href, link);
        after.put(key(href), link.text());
    }

    /** Forgets a card of the server. */
    void unlink(String href) {
        links.remove(href);
        after.put(key(href), "");
        write(baseKey(href), "");
        for (String property : view.all(BookLink.DIFFERENCE + book.id() + "/" + href + "\t").keySet()) {
            write(differenceKey(href, property), "");
        }
    }

    /** The server's card as it was last seen; empty where it was not. */
    String base(String href) {
        String text = read(baseKey(href));
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1);
    }

    void base(String href, long card, String text) {
        write(baseKey(href), card + "\n" + text);
    }

    String token() {
        return read(AddressBook.TOKEN + book.id());
    }

    void token(String token) {
        write(AddressBook.TOKEN + book.id(), token);
    }

    private String differenceKey(String href, String property) {
        return BookLink.DIFFERENCE + book.id() + "/" + href + "\t" + property;
    }

    /** Notes what the user is to decide of a card, instead of what was to be decided of the properties that changed. */
    void differences(String href, long card, List<ThreeWay.Difference> found, List<Property> settled) {
        settled.forEach(property -> write(differenceKey(href, property.name()), ""));
        for (ThreeWay.Difference one : found) {
            write(differenceKey(href, one.property().name()), card + "\n" + JSON.writeValueAsString(new Kept(
                    one.ours().stream().map(Value::raw).toList(), one.theirs().stream().map(Value::raw).toList())));
        }
    }

    private record Kept(List<String> ours, List<String> theirs) {}

    /** What waits for the user's word. */
    List<OpenDifference> open() {
        List<OpenDifference> open = new ArrayList<>();
        view.all(BookLink.DIFFERENCE + book.id() + "/").forEach((rest, text) -> {
            int tab = rest.lastIndexOf('\t');
            int end = text.indexOf('\n');
            if (tab > 0 && end > 0) {
                kept(text.substring(end + 1)).ifPresent(kept -> open.add(new OpenDifference(rest.substring(0, tab),
                        Long.parseLong(text.substring(0, end)), Property.valueOf(rest.substring(tab + 1)),
                        kept.ours(), kept.theirs())));
            }
        });
        return open;
    }

    private static Optional<Kept> kept(String json) {
        try {
            return Optional.of(JSON.readValue(json, Kept.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private String read(String key) {
        String now = after.get(key);
        return now != null ? now : before.computeIfAbsent(key, one -> view.all(one).getOrDefault("", ""));
    }

    private void write(String key, String text) {
        read(key);
        after.put(key, text);
    }

    /** {@return what has become other} */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        after.forEach((key, text) -> {
            String then = before.getOrDefault(key, "");
            if (!then.equals(text)) {
                changes.add(new TextChange(key, then, text));
            }
        });
        return changes;
    }
}
