package app.kith.demo;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The header fields that tie a message to the ones before, right mostly, and else broken as programs and gateways break them. */
final class Threads {
    private Threads() {}

    /** {@return the Message-ID with angle brackets} */
    static String id(Talk talk, int turn) {
        Talk.Turn message = talk.turn(turn);
        if (message.voice() == Talk.Voice.MACHINE) {
            return "<" + talk.dice(turn, 46).hex(24) + "@mx.example.test>";
        }
        Writer writer = Writer.of(talk, turn);
        return writer.program().messageId(talk.dice(turn, 46), writer.domain(),
                Figures.digits(writer.time(message.at()),
                        "yyyyMMddHHmmss"));
    }

    /** {@return In-Reply-To, References and their kin; empty for the first message} */
    static String fields(Talk talk, int turn, String subject) {
        Program program = Writer.of(talk, turn).program();
        String outlook = program == Program.OUTLOOK ? index(talk, turn) + "Thread-Topic: " + subject + "\r\n" : "";
        List<String> ids = chain(talk, turn);
        if (ids.isEmpty()) {
            return outlook;
        }
        String parent = ids.getLast();
        double way = talk.dice(turn, 45).unit();
        return outlook + switch (program) {
            case OUTLOOK -> way < 0.10 ? "" : way < 0.18 ? answers(parent) : answers(parent) + references(ids);
            case FOXMAIL -> way < 0.08
                    ? ""
                    : way < 0.25
                            ? references(List.of(parent))
                            : way < 0.30
                                    ? references(List.of(
                                            ids.getFirst())) + answers(parent)
                                    : references(ids) + answers(parent);
            case QQMAIL -> way < 0.12 ? answers(parent) : references(List.of(parent)) + answers(parent);
            case GMAIL, APPLE -> way < 0.04
                    ? references(List.of(ids.getFirst())) + answers(parent)
                    : references(ids)
                            + answers(parent);
            case THUNDERBIRD -> way < 0.05
                    ? "In-Reply-To: Message from you of today " + parent + "\r\n"
                    : references(
                            ids) + answers(parent);
        };
    }

    private static List<String> chain(Talk talk, int turn) {
        List<String> ids = new ArrayList<>();
        for (int i = talk.parent(turn); i >= 0; i = talk.parent(i)) {
            ids.addFirst(id(talk, i));
        }
        return ids;
    }

    static String answers(String id) {
        return "In-Reply-To: " + id + "\r\n";
    }

    static String references(List<String> ids) {
        return "References: " + String.join("\r\n ", ids) + "\r\n";
    }

    /** Outlook's own thread field: 22 bytes for the first letter, 5 more for each answer. */
    private static String index(Talk talk, int turn) {
        byte[] bytes = new byte[22 + 5 * turn];
        Dice dice = new Dice(talk.seed(), 0, 47);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) dice.below(256);
        }
        bytes[0] = 1;
        return "Thread-Index: " + Base64.getEncoder().encodeToString(bytes) + "\r\n";
    }
}
