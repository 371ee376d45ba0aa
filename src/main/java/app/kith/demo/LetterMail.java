package app.kith.demo;

import app.kith.demo.Entry.Trap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the raw messages of talks between people: their headers; {@link LetterBody} makes the rest. Thread-safe. */
final class LetterMail {
    private final Composer composer;

    LetterMail(Composer composer) {
        this.composer = composer;
    }

    byte[] message(Entry entry) {
        Scene scene = new Scene(entry.talk(), composer);
        int turn = entry.turn();
        Writer writer = scene.writer(turn);
        Coding coding = coding(scene.talk(), writer);
        Head head = new Head();
        if (!writer.isSeller()) {
            head.received(scene.talk(), turn, writer.domain());
        }
        if (entry.trap() != Trap.NO_DATE) {
            head.field("Date", Figures.dateHeader(writer.time(scene.talk().turn(turn).at())));
        }
        head.field("From", Words.mailbox(writer.name(), writer.address(), coding));
        addRecipients(head, scene, turn, coding);
        addSubject(head, entry.trap(), scene.subject(turn), coding);
        if (entry.trap() != Trap.NO_MESSAGE_ID) {
            head.field("Message-ID", Threads.id(scene.talk(), turn));
        }
        head.lines(Threads.fields(scene.talk(), turn, Words.of(scene.subject(turn), coding)));
        head.lines(writer.program().signs());
        return head.message(new LetterBody(scene, turn, coding).whole());
    }

    private static Coding coding(Talk talk, Writer writer) {
        Correspondent who = writer.correspondent();
        if (who == null) {
            return Coding.UTF_8;
        }
        Tongue tongue = talk.tongue() == Tongue.EN && !who.tongue().chinese() ? Tongue.EN : who.tongue();
        return Coding.of(who.program(), tongue, who.number());
    }

    private static void addRecipients(Head head, Scene scene, int turn, Coding coding) {
        Talk talk = scene.talk();
        Writer writer = scene.writer(turn);
        Writer copied = Writer.copied(talk, turn);
        if (writer.isSeller()) {
            int parent = talk.parent(turn);
            Writer to = parent < 0 || scene.writer(parent).isSeller() ? Writer.customer(talk) : scene.writer(parent);
            head.field("To", Words.mailbox(to.name(), to.address(), coding));
            boolean colleagueAsked = copied != null && copied.address().equals(to.address());
            addCopy(head, colleagueAsked ? Writer.customer(talk) : copied, coding);
        } else {
            String name = talk.dice(writer.name().length(), 48).pick(List.of(SampleMailbox.USER_NAME, "Lin Yue", "林悦",
                    SampleMailbox.USER_ADDRESS));
            head.field("To", Words.mailbox(name, SampleMailbox.USER_ADDRESS, coding));
            addCopy(head, copied, coding);
        }
    }

    private static void addCopy(Head head, @Nullable Writer copied, Coding coding) {
        if (copied != null) {
            head.field("Cc", Words.mailbox(copied.name(), copied.address(), coding));
        }
    }

    private static void addSubject(Head head, Trap trap, String subject, Coding coding) {
        switch (trap) {
            case RAW_SUBJECT -> head.rawGbk("Subject", subject);
            case TWIN -> head.field("Subject", "[sales] " + Words.of(subject, coding)).field("List-Id",
                    "<sales.lists.example.test>");
            default -> head.field("Subject", Words.of(subject, coding));
        }
    }
}
