package app.kith.demo;

import java.time.ZoneOffset;
import java.util.List;

/** Makes the answers that machines give within a talk: out-of-office notes and failures of delivery. Thread-safe. */
final class AutomaticMail {
    private final Sections texts = Sections.read("machines.txt");
    private final Composer composer;

    AutomaticMail(Composer composer) {
        this.composer = composer;
    }

    /** {@return an out-of-office note (RFC 3834)} */
    byte[] away(Entry entry) {
        Talk talk = entry.talk();
        int turn = entry.turn();
        Scene scene = new Scene(talk, composer);
        Writer writer = Writer.customer(talk);
        String section = "away " + talk.tongue().code();
        List<String> row = texts.rows(texts.has(section) ? section : "away en").getFirst();
        Coding coding = Coding.of(writer.program(), talk.tongue(), talk.with().number());
        int parent = talk.parent(turn);
        String text = scene.facts().fill(row.get(1), talk.tongue(), scene.day(turn)) + "\n\n"
                + writer.name() + "\n";
        Head head = new Head().received(talk, turn, writer.domain());
        head.field("Date", Figures.dateHeader(writer.time(talk.turn(turn).at())));
        head.field("From", Words.mailbox(writer.name(), writer.address(), coding));
        head.field("To", Words.mailbox(SampleMailbox.USER_NAME, SampleMailbox.USER_ADDRESS, coding));
        head.field("Subject", Words.of(row.get(0) + " " + scene.subject(parent), coding));
        head.field("Message-ID", Threads.id(talk, turn));
        head.lines(Threads.answers(Threads.id(talk, parent)) + Threads.references(List.of(Threads.id(talk, parent))));
        head.field("Auto-Submitted", "auto-replied").field("X-Auto-Response-Suppress", "All");
        Coding fitting = coding.fit(text);
        return head.message(Part.text("plain", "", text, fitting, Transfer.of(writer.program(), fitting, talk
                .tongue())));
    }

    /** {@return a failure of delivery (RFC 3464) to somebody in copy whose mailbox is full} */
    byte[] bounce(Entry entry) {
        Talk talk = entry.talk();
        int turn = entry.turn();
        Scene scene = new Scene(talk, composer);
        int parent = talk.parent(turn);
        String failed = "logistics@" + talk.with().company().domain();
        String id = Threads.id(talk, parent);
        String date = Figures.dateHeader(talk.turn(turn).at().atZone(ZoneOffset.ofHours(8)));
        Head head = new Head().field("Return-Path", "<>").field("Date", date).field("From",
                "Mail Delivery System <MAILER-DAEMON@mx.example.test>");
        head.field("To", SampleMailbox.USER_ADDRESS).field("Subject", "Undelivered Mail Returned to Sender");
        head.field("Message-ID", Threads.id(talk, turn)).field("Auto-Submitted", "auto-replied");
        head.lines(Threads.references(List.of(id)));
        String words = """
                This is the mail system at host mx.example.test.

                I'm sorry to have to inform you that your message could not
                be delivered to one or more recipients.

                <%s>: host mail.%s[192.0.2.25] said: 552 5.2.2
                    Mailbox full (in reply to RCPT TO command)
                """.formatted(failed, talk.with().company().domain());
        Part text = Part.text("plain", "", words, Coding.ASCII, Transfer.SEVEN_BIT);
        String notification = """
                Reporting-MTA: dns; mx.example.test
                Arrival-Date: %s

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.2.2
                Diagnostic-Code: smtp; 552 5.2.2 Mailbox full
                """.formatted(date, failed);
        Part status = part("Delivery report", "message/delivery-status", notification);
        String returned = """
                From: %s
                To: %s
                Subject: %s
                Message-ID: %s
                """.formatted(SampleMailbox.USER_ADDRESS, failed, Words.of(scene.subject(parent),
                Coding.UTF_8).replace("\r\n", "\n"), id);
        Part original = part("Undelivered Message Headers", "text/rfc822-headers", returned);
        Part report = Part.multipart("report; report-type=delivery-status", talk.dice(turn, 72).hex(10)
                + "/mx.example.test", List.of(text, status, original));
        return head.message(report);
    }

    private static Part part(String description, String type, String text) {
        String head = "Content-Description: " + description + "\r\nContent-Type: " + type + "\r\n";
        return new Part(head, Transfer.SEVEN_BIT.text(Part.latin(text)));
    }
}
