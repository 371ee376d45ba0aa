package app.kith.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one conversation; from it, every letter of it can be written at any time and in any order.
 *
 * @param id its number
 * @param seed what its facts are made from
 * @param kind people talking, or what a machine sent
 * @param tongue its language
 * @param customer with whom; null where a machine writes
 * @param colleague who reads along; null for nobody
 * @param subject its subject with words in braces; for machines empty
 * @param strand which of the ways of its topic it goes; for machines which text
 * @param turns its messages, oldest first
 */
record Talk(int id, long seed, Kind kind, Tongue tongue, @Nullable Correspondent customer,
        @Nullable Correspondent colleague, String subject, int strand, List<Turn> turns) {

    /** Who sends: people, or which machine. */
    enum Kind {
        PEOPLE,
        NEWSLETTER,
        NOTICE,
        JUNK
    }

    /** Who writes a message. */
    enum Voice {
        SELLER,
        CUSTOMER,
        COLLEAGUE,
        MACHINE
    }

    /** What a message is. */
    enum Form {
        LETTER,
        DRAFT,
        AWAY,
        BOUNCE,
        MACHINE
    }

    /**
     * One message.
     *
     * @param form what it is
     * @param voice who writes it
     * @param at when it is written
     * @param step what it says; null where no topic says it
     */
    record Turn(Form form, Voice voice, Instant at, Topic.@Nullable Step step) {}

    Turn turn(int number) {
        return turns.get(number);
    }

    /** {@return the customer of a talk between people} */
    Correspondent with() {
        if (customer == null) {
            throw new IllegalStateException("a machine's mail has no customer");
        }
        return customer;
    }

    /** {@return the letter before, which a message answers; -1 for the first} */
    int parent(int number) {
        for (int i = number - 1; i >= 0; i--) {
            if (turns.get(i).form() == Form.LETTER) {
                return i;
            }
        }
        return -1;
    }

    /** {@return whether the seller has answered a message} */
    boolean answered(int number) {
        return turns.get(number).voice() != Voice.SELLER && turns.get(number).form() == Form.LETTER
                && number + 1 < turns
                        .size()
                && turns.get(number + 1).voice() == Voice.SELLER && turns.get(number + 1).form() == Form.LETTER;
    }

    /** {@return what makes the chances of one message} */
    Dice dice(int number, int purpose) {
        return new Dice(seed, number, purpose);
    }

    Facts facts() {
        String second = colleague == null
                ? deputy()
                : tongue.wide()
                        ? colleague.person().name()
                        : colleague.person()
                                .latinName();
        return new Facts(with(), second, turns.getFirst().at().atOffset(with().company().country().offset())
                .toLocalDate(), seed);
    }

    private String deputy() {
        List<String> names = switch (tongue) {
            case ZH -> List.of("周磊", "方工", "小唐", "许会计");
            case ZH_HANT -> List.of("許小姐", "吳先生");
            case JA -> List.of("山本", "中村");
            case DE -> List.of("Frau Seidel", "Herr Vogel");
            case FR -> List.of("Mme Perrin", "M. Girard");
            case EN -> List.of("Zhou Lei", "Mr Fang", "Grace Tang");
        };
        return names.get((int) (seed & 0xff) % names.size());
    }
}
