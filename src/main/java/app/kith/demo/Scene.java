package app.kith.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A talk between people, opened to write one message of it: who writes what, each made once since histories quote it again and
 * again. Not thread-safe.
 */
final class Scene {
    private final Talk talk;
    private final Composer composer;
    private final Facts facts;
    private final @Nullable Letter[] letters;
    private final @Nullable Writer[] writers;

    Scene(Talk talk, Composer composer) {
        this.talk = talk;
        this.composer = composer;
        facts = talk.facts();
        letters = new Letter[talk.turns().size()];
        writers = new Writer[talk.turns().size()];
    }

    Talk talk() {
        return talk;
    }

    Facts facts() {
        return facts;
    }

    Writer writer(int turn) {
        Writer writer = writers[turn];
        if (writer == null) {
            writer = Writer.of(talk, turn);
            writers[turn] = writer;
        }
        return writer;
    }

    /** {@return what the writer of a letter has typed} */
    Letter letter(int turn) {
        Letter letter = letters[turn];
        if (letter == null) {
            letter = composer.letter(this, turn);
            letters[turn] = letter;
        }
        return letter;
    }

    /** {@return the day on the writer's calendar} */
    LocalDate day(int turn) {
        return writer(turn).time(talk.turn(turn).at()).toLocalDate();
    }

    /** {@return a subject, with the prefixes that programs heap upon it} */
    String subject(int turn) {
        String base = facts.fill(talk.subject(), talk.tongue(), talk.turn(0).at().atOffset(ZoneOffset.UTC)
                .toLocalDate());
        int parent = talk.parent(turn);
        if (parent < 0) {
            return base;
        }
        boolean heaps = talk.parent(parent) >= 0 && talk.dice(turn, 44).chance(0.3);
        String before = heaps ? prefix(parent) : "";
        return prefix(turn) + (before.equals(prefix(turn)) ? "" : before) + base;
    }

    private String prefix(int turn) {
        return writer(turn).program().replyPrefix(writer(turn).tongue());
    }
}
