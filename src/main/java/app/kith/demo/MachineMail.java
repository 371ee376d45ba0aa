package app.kith.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Makes newsletters, notices and unwanted mail. Thread-safe. */
final class MachineMail {
    private static final ZoneOffset NINGBO = ZoneOffset.ofHours(8);

    private final Sections texts = Sections.read("machines.txt");
    private final Correspondent reader;

    /**
     * Opens the texts.
     *
     * @param reader somebody from whose country prices and places are taken where a notice speaks of some
     */
    MachineMail(Correspondent reader) {
        this.reader = reader;
    }

    byte[] message(Entry entry) {
        return switch (entry.talk().kind()) {
            case NEWSLETTER -> newsletter(entry.talk());
            case NOTICE -> notice(entry.talk());
            case JUNK -> junk(entry.talk());
            case PEOPLE -> throw new IllegalArgumentException("people write that themselves");
        };
    }

    private List<String> row(Talk talk, String section) {
        List<List<String>> rows = texts.rows(section + " " + talk.tongue().code());
        return rows.get(talk.strand() % rows.size());
    }

    private static Head head(Talk talk, String name, String address, String subject, Coding coding) {
        Head head = new Head();
        head.received(talk, 0, address.substring(address.indexOf('@') + 1));
        head.field("Date", Figures.dateHeader(talk.turn(0).at().atZone(NINGBO)));
        head.field("From", Words.mailbox(name, address, coding));
        head.field("To", SampleMailbox.USER_ADDRESS);
        head.field("Subject", Words.of(subject, coding));
        return head.field("Message-ID", "<" + talk.dice(0, 46).hex(28) + address.substring(address.indexOf('@')) + ">");
    }

    private byte[] newsletter(Talk talk) {
        Newsletter letter = Newsletter.of(row(talk, "newsletters"), texts.rows("articles " + talk.tongue().code()),
                talk);
        Head head = head(talk, letter.name(), letter.address(), letter.subject(), Coding.UTF_8);
        head.field("List-Id", "<news." + letter.domain() + ">").field("List-Unsubscribe", "<" + letter.leave() + ">");
        head.field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click").field("Precedence", "bulk");
        Transfer transfer = talk.tongue() == Tongue.ZH ? Transfer.BASE64 : Transfer.QUOTED_PRINTABLE;
        return head.message(Part.multipart("alternative", "=_news_" + talk.dice(0, 73).hex(16),
                List.of(Part.text("plain",
                        "", letter.plain(), Coding.UTF_8, transfer),
                        Part.text("html", "", letter.html(), Coding.UTF_8, transfer))));
    }

    private byte[] notice(Talk talk) {
        List<String> row = row(talk, "notices");
        Facts facts = new Facts(reader, "", talk.turn(0).at().atOffset(NINGBO).toLocalDate(),
                talk
                        .seed());
        LocalDate day = facts.visit();
        String subject = facts.fill(row.get(2), talk.tongue(), day);
        String text = facts.fill(row.get(3), talk.tongue(), day);
        Coding coding = talk.tongue() == Tongue.ZH && talk.strand() % 2 == 0
                ? Coding.of(Program.QQMAIL, Tongue.ZH, 0)
                : Coding.UTF_8;
        Head head = head(talk, row.get(0), row.get(1), subject, coding).field("Auto-Submitted", "auto-generated");
        if (talk.strand() % 3 == 0) {
            String html = "<html><body><h2>" + row.get(0) + "</h2><p>"
                    + HtmlText.escape(text).replace(" ¶ ", "</p>\n<p>")
                    + "</p></body></html>\n";
            return head.message(Part.text("html", "", html, coding, Transfer.QUOTED_PRINTABLE));
        }
        Coding fitting = coding.fit(text);
        return head.message(Part.text("plain", "", text.replace(" ¶ ", "\n\n") + "\n", fitting,
                fitting.equals(Coding.ASCII)
                        ? Transfer.SEVEN_BIT
                        : Transfer.BASE64));
    }

    private byte[] junk(Talk talk) {
        List<String> row = row(talk, "junk");
        Coding coding = Coding.of(Program.OUTLOOK, talk.tongue() == Tongue.ZH ? Tongue.ZH : Tongue.EN, 1);
        Head head = head(talk, row.get(0), row.get(1), row.get(2), coding).field("X-Spam-Flag", "YES").field(
                "X-Spam-Score", "9.4");
        String html = "<html><body><font size=\"5\" color=\"red\">" + row.get(2) + "</font><p>" + row.get(3)
                + "</p></body></html>\n";
        Coding fitting = coding.fit(html);
        return head.message(Part.text("html", "", html, fitting, Transfer.QUOTED_PRINTABLE));
    }
}
