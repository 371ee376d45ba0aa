package app.kith.demo;

import app.kith.demo.Talk.Form;
import app.kith.demo.Talk.Kind;
import app.kith.demo.Talk.Turn;
import app.kith.demo.Talk.Voice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans conversations between people: who, about what, how long, when. */
final class TalkPlanner {
    private static final ZoneOffset SELLER = ZoneOffset.ofHours(8);

    private final TopicBook book;
    private final Cast cast;
    private final Dice dice;
    private final Map<Tongue, List<Card>> decks = new EnumMap<>(Tongue.class);

    /** A topic and a way through it; drawn from a deck, so that the same one comes again as late as can be. */
    private record Card(Topic topic, int strand) {}

    TalkPlanner(TopicBook book, Cast cast, Dice dice) {
        this.book = book;
        this.cast = cast;
        this.dice = dice;
    }

    /** {@return a conversation that begins at a time; letters after the end are left out, and it may have none} */
    Talk plan(int id, Instant start, Instant end) {
        Correspondent customer = cast.anybody(dice);
        Tongue tongue = language(customer);
        Card card = draw(tongue);
        Correspondent colleague = colleague(customer, 0.3);
        List<Topic.Step> script = script(card.topic(), tongue, length());
        List<Turn> turns = new ArrayList<>();
        Instant at = start;
        for (Topic.Step step : script) {
            Voice voice = voice(step, turns.size(), colleague);
            at = OfficeHours.next(at, clock(customer, voice), dice);
            if (at.isAfter(end)) {
                break;
            }
            turns.add(new Turn(Form.LETTER, voice, at, step));
            at = at.plusSeconds(OfficeHours.pause(dice));
        }
        return talk(id, tongue, customer, colleague, card, turns);
    }

    /** {@return a conversation on a wanted topic, whose last letter is written at a time} */
    Talk planEnding(int id, Correspondent customer, String topicId, int letters, Instant last) {
        Tongue tongue = customer.tongue();
        Topic topic = book.find(tongue, topicId).or(() -> book.find(Tongue.EN, topicId)).orElseThrow();
        Tongue language = book.find(tongue, topicId).isPresent() ? tongue : Tongue.EN;
        Correspondent colleague = colleague(customer, 0.4);
        List<Topic.Step> script = script(topic, language, letters);
        List<Turn> turns = new ArrayList<>();
        Instant at = last;
        for (int i = script.size() - 1; i >= 0; i--) {
            Voice voice = voice(script.get(i), i, colleague);
            if (i < script.size() - 1) {
                at = OfficeHours.previous(at, clock(customer, voice), dice);
            }
            turns.addFirst(new Turn(Form.LETTER, voice, at, script.get(i)));
            at = at.minusSeconds(dice.between(2 * 3600, 26 * 3600));
        }
        return talk(id, language, customer, colleague, new Card(topic, dice.below(2)), turns);
    }

    private Talk talk(int id, Tongue tongue, Correspondent customer, @Nullable Correspondent colleague, Card card,
            List<Turn> turns) {
        String subject = card.topic().subjects().get(card.strand() % card.topic().subjects().size());
        return new Talk(id, dice.next(), Kind.PEOPLE, tongue, customer, colleague, subject, card.strand(), turns);
    }

    private @Nullable Correspondent colleague(Correspondent customer, double chance) {
        List<Correspondent> colleagues = dice.chance(chance) ? cast.colleagues(customer) : List.of();
        return colleagues.isEmpty() ? null : dice.pick(colleagues);
    }

    private Voice voice(Topic.Step step, int place, @Nullable Correspondent colleague) {
        if (!step.fromCustomer()) {
            return Voice.SELLER;
        }
        return colleague != null && place > 1 && dice.chance(0.3) ? Voice.COLLEAGUE : Voice.CUSTOMER;
    }

    private static ZoneOffset clock(Correspondent customer, Voice voice) {
        return voice == Voice.SELLER ? SELLER : customer.company().country().offset();
    }

    private Tongue language(Correspondent customer) {
        double english = switch (customer.tongue()) {
            case ZH, ZH_HANT -> 0.07;
            case DE, FR, JA -> 0.45;
            case EN -> 0;
        };
        return dice.chance(english) ? Tongue.EN : customer.tongue();
    }

    private Card draw(Tongue tongue) {
        List<Card> deck = decks.computeIfAbsent(tongue, key -> new ArrayList<>());
        if (deck.isEmpty()) {
            for (Topic topic : book.topics(tongue)) {
                deck.add(new Card(topic, 0));
                deck.add(new Card(topic, 1));
            }
            for (int i = deck.size() - 1; i > 0; i--) {
                Collections.swap(deck, i, dice.below(i + 1));
            }
        }
        return deck.removeLast();
    }

    private int length() {
        double kind = dice.unit();
        if (kind < 0.70) {
            return 1 + (int) (kind / 0.175);
        }
        if (kind < 0.90) {
            return dice.between(4, 6);
        }
        return kind < 0.97 ? dice.between(7, 10) : dice.between(11, 15);
    }

    /** {@return so many letters: those of the topic, then exchanges that begin with the other side; thanks go no further} */
    private List<Topic.Step> script(Topic topic, Tongue tongue, int letters) {
        List<Topic.Step> steps = new ArrayList<>(topic.steps().subList(0, Math.min(letters, topic.steps().size())));
        List<Topic> left = new ArrayList<>(topic.id().equals("thanks") ? List.of() : book.exchanges(tongue));
        while (steps.size() < letters && !left.isEmpty()) {
            boolean customerSpoke = steps.getLast().fromCustomer();
            List<Topic> fitting = left.stream().filter(next -> next.steps().getFirst().fromCustomer() != customerSpoke)
                    .toList();
            Topic next = dice.pick(fitting.isEmpty() ? left : fitting);
            left.remove(next);
            steps.addAll(next.steps().subList(0, Math.min(next.steps().size(), letters - steps.size())));
        }
        return steps;
    }
}
