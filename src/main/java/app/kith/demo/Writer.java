package app.kith.demo;

import app.kith.demo.Talk.Voice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who writes one letter, with which name, address and program.
 *
 * @param correspondent the person; null for the seller
 * @param name display name of the From line
 * @param address address of the From line
 * @param program mail program
 * @param tongue language of the program's words, such as "From" or 发件人
 * @param clock the clock on the wall
 */
record Writer(@Nullable Correspondent correspondent, String name, String address, Program program, Tongue tongue,
        ZoneOffset clock) {
    private static final ZoneOffset NINGBO = ZoneOffset.ofHours(8);

    static Writer of(Talk talk, int turn) {
        return switch (talk.turn(turn).voice()) {
            case SELLER -> seller(talk, turn);
            case COLLEAGUE -> talk.colleague() == null ? customer(talk) : person(talk, talk.colleague());
            case CUSTOMER, MACHINE -> customer(talk);
        };
    }

    static Writer customer(Talk talk) {
        return person(talk, talk.with());
    }

    /** {@return the person in copy, or null} */
    static @Nullable Writer copied(Talk talk, int turn) {
        if (talk.colleague() == null) {
            return null;
        }
        return talk.turn(turn).voice() == Voice.COLLEAGUE ? customer(talk) : person(talk, talk.colleague());
    }

    static Writer seller(Talk talk, int turn) {
        Program program = talk.dice(turn, 51).chance(0.12) ? Program.APPLE : Program.FOXMAIL;
        return new Writer(null, SampleMailbox.USER_NAME, SampleMailbox.USER_ADDRESS, program, talk.tongue().chinese()
                ? Tongue.ZH
                : Tongue.EN, NINGBO);
    }

    private static Writer person(Talk talk, Correspondent correspondent) {
        Dice dice = talk.dice(correspondent.number(), 52);
        List<String> addresses = correspondent.person().addresses();
        String address = addresses.size() > 1 && dice.chance(0.25) ? addresses.get(1) : addresses.getFirst();
        String name = correspondent.displayNames().get(dice.chance(0.12) ? 1 : 0);
        return new Writer(correspondent, name, address, correspondent.program(), correspondent.tongue(), correspondent
                .company().country().offset());
    }

    boolean isSeller() {
        return correspondent == null;
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    ZonedDateTime time(Instant at) {
        return at.atZone(clock);
    }

    /** {@return name and address as mail programs show them} */
    String shown() {
        return name + " <" + address + ">";
    }
}
