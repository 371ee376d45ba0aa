package app.kith.ui.compose;

import app.kith.account.Account;
import app.kith.compose.Template;
import app.kith.compose.Template.Field;
import app.kith.mail.Mailbox;
import app.kith.store.Correspondents;
import app.kith.store.Correspondents.Correspondent;
import app.kith.ui.work.Background;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows whom a letter may go to, and what is known of whom it goes to. */
final class Completion {
    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);
    private static final int MOST = 8;

    private final Correspondents people;
    private final Background background;
    private final ComposeModel model;

    Completion(Correspondents people, Background background, ComposeModel model) {
        this.people = people;
        this.background = background;
        this.model = model;
    }

    /** Who may be meant by what was typed; those who get the letter already are not proposed. */
    void matching(String typed, Consumer<List<Correspondent>> then) {
        List<String> taken = model.draft().addresses();
        background.run("complete", () -> people.matching(typed, MOST + taken.size()).stream()
                .filter(each -> !taken.contains(app.kith.contact.EmailAddress.of(each.email()).normal())).limit(MOST)
                .toList(), then, e -> LOG.warn("No proposals: {}", e.problem()));
    }

    /** What the fields of a template stand for in a letter. */
    void values(DraftKeeper.Said said, Clock clock, Consumer<Map<Field, String>> then) {
        Optional<Mailbox> first = Stream.of(said.draft().to(), said.draft().cc()).flatMap(List::stream).findFirst();
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        String today = LocalDate.now(clock)
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
        background.run("fill", () -> {
            Map<Field, String> values = new EnumMap<>(Field.class);
            own(values, said.account());
            values.put(Field.TODAY, today);
            first.ifPresent(box -> theirs(values, box, people.find(box.address())));
            return values;
        }, then, e -> LOG.warn("A template could not be filled in: {}", e.problem()));
    }

    private static void own(Map<Field, String> values, Account account) {
        values.put(Field.MY_NAME, account.name());
        values.put(Field.MY_ADDRESS, account.email());
    }

    private static void theirs(Map<Field, String> values, Mailbox box, Optional<Correspondent> known) {
        String name = known.map(Correspondent::name).filter(each -> !each.isBlank()).orElse(box.name());
        values.put(Field.NAME, name);
        values.put(Field.FIRST_NAME, Template.firstName(name));
        values.put(Field.COMPANY, known.map(Correspondent::company).orElse(""));
    }
}
