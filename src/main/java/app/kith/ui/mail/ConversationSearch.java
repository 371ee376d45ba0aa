package app.kith.ui.mail;

import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.mail.SafeHtml;
import app.kith.store.Conversations.MessageRow;
import app.kith.ui.body.BodyPage;
import app.kith.ui.body.FindWords;
import app.kith.ui.body.SearchText;
import app.kith.ui.mail.ConversationModel.Conversed;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The search for words within a conversation. Quoted messages are searched only where nothing else has the words, for what is quoted
 * mostly stands in the conversation anyway. JavaFX thread only; mails are read in the background.
 */
public final class ConversationSearch {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Background background;
    private final String name;
    private final ReadOnlyObjectProperty<@Nullable Conversed> shown;
    private final LongFunction<Mail> mails;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found", Found.NOTHING);
    private Map<String, Searched> texts = new ConcurrentHashMap<>();
    private long of;

    /** What part of a conversation has the words. */
    enum Part {
        SUBJECT,
        PEOPLE,
        BODY
    }

    /**
     * A place where the words stand.
     *
     * @param part in what
     * @param message number of the message; 0 for the subject
     * @param index which of the places in that body, from 0
     */
    record Hit(Part part, long message, int index) {}

    /**
     * What a search came to.
     *
     * @param words what was looked for
     * @param quoted whether the places in bodies are in quoted messages
     * @param hits the places from top to bottom
     * @param current which is looked at, from 0; -1 for none
     */
    record Found(FindWords words, boolean quoted, List<Hit> hits, int current) {
        static final Found NOTHING = new Found(FindWords.of(""), false, List.of(), -1);

        @Nullable
        Hit hit() {
            return current < 0 ? null : hits.get(current);
        }

        Found at(int place) {
            return new Found(words, quoted, hits, place);
        }
    }

    /** What can be searched of a message. */
    private record Searched(String people, SearchText body) {}

    ConversationSearch(Background background, String name, ReadOnlyObjectProperty<@Nullable Conversed> shown,
            LongFunction<Mail> mails) {
        this.background = background;
        this.name = name;
        this.shown = shown;
        this.mails = mails;
        query.addListener((_, _, _) -> background.later(PAUSE, name, this::search));
        shown.addListener((_, _, now) -> turned(now));
    }

    private void turned(@Nullable Conversed now) {
        if (now == null || now.asked() != of) {
            of = now == null ? 0 : now.asked();
            texts = new ConcurrentHashMap<>();
            query.set("");
            found.set(Found.NOTHING);
        } else if (!query.get().isBlank()) {
            search();
        }
    }

    private void search() {
        FindWords words = FindWords.of(query.get());
        Conversed in = shown.get();
        if (words.isEmpty() || in == null) {
            found.set(Found.NOTHING);
            return;
        }
        Map<String, Searched> known = texts;
        background.run(name, () -> find(words, in, known), result -> {
            Found before = found.get();
            boolean same = before.words().equals(words) && before.hits().equals(result.hits());
            if (words.equals(FindWords.of(query.get())) && !same) {
                found.set(result); // What was found before is still looked at where it was.
            }
        }, _ -> found.set(Found.NOTHING));
    }

    private Found find(FindWords words, Conversed in, Map<String, Searched> known) {
        List<Hit> own = places(words, in, known, false);
        boolean quoted = own.isEmpty();
        List<Hit> hits = quoted ? places(words, in, known, true) : own;
        return new Found(words, quoted, List.copyOf(hits), hits.isEmpty() ? -1 : 0);
    }

    private List<Hit> places(FindWords words, Conversed in, Map<String, Searched> known, boolean quoted) {
        List<Hit> hits = new ArrayList<>();
        if (!quoted && words.count(in.row().subject()) > 0) {
            hits.add(new Hit(Part.SUBJECT, 0, 0));
        }
        for (MessageRow message : in.messages()) {
            Searched text = known.computeIfAbsent(message.id() + message.charset(), _ -> read(message));
            if (!quoted && words.count(text.people()) > 0) {
                hits.add(new Hit(Part.PEOPLE, message.id(), 0));
            }
            int count = text.body().count(words, quoted);
            for (int i = 0; i < count; i++) {
                hits.add(new Hit(Part.BODY, message.id(), i));
            }
        }
        return hits;
    }

    private Searched read(MessageRow message) {
        try {
            Mail mail = mails.apply(message.id());
            String html = SafeHtml.of(mail).html();
            BodyPage page = html.isBlank() ? BodyPage.ofText(mail.text()) : BodyPage.ofHtml(html);
            String people = String.join("\n", Stream.of(mail.from(), mail.to(), mail.cc()).flatMap(List::stream)
                    .limit(500).map(ConversationSearch::written).toList());
            return new Searched(message.senderName() + "\n" + people, page.searchText());
        } catch (KithException e) {
            // What cannot be read is said by its card.
            return new Searched(message.senderName(), new SearchText(List.of(), List.of()));
        }
    }

    private static String written(Mailbox person) {
        return person.name() + " " + person.address();
    }

    /** Goes on to another place, round at the ends. */
    void step(int by) {
        Found now = found.get();
        if (!now.hits().isEmpty()) {
            found.set(now.at(Math.floorMod(now.current() + by, now.hits().size())));
        }
    }

    /** {@return what is looked for} */
    StringProperty queryProperty() {
        return query;
    }

    /** {@return where it was found} */
    ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
