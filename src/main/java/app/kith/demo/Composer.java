package app.kith.demo;

import app.kith.demo.Letter.Block;
import app.kith.demo.Letter.Paragraph;
import app.kith.demo.Letter.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes the letters of a talk between people: greeting, what its step says, close, signature. Thread-safe. */
final class Composer {
    private final Sections manners = Sections.read("manners.txt");

    /** {@return what the writer of a message has typed} */
    Letter letter(Scene scene, int turn) {
        Talk talk = scene.talk();
        Facts facts = scene.facts();
        Topic.Step step = talk.turn(turn).step();
        if (step == null) {
            throw new IllegalArgumentException("this message is no letter");
        }
        Writer writer = scene.writer(turn);
        Dice dice = talk.dice(turn, 41);
        Tongue tongue = step.tongue();
        LocalDate written = scene.day(turn);
        List<Block> blocks = new ArrayList<>();
        boolean brief = turn > 2 && dice.chance(0.3);
        if (!brief) {
            String section = code(talk, step) + (writer.isSeller() ? " hello S" : " hello C");
            String way = dice.pick(manners.firsts(section));
            blocks.add(new Paragraph(greeted(talk, turn, facts.fill(way, tongue, written), tongue)));
        }
        for (String paragraph : step.way(talk.strand()).paragraphs()) {
            blocks.add(paragraph.equals("{table}")
                    ? new Table(facts.table(tongue))
                    : new Paragraph(facts.fill(
                            paragraph, tongue, written)));
        }
        if (!brief || dice.chance(0.5)) {
            blocks.add(new Paragraph(dice.pick(manners.firsts(tongue.code() + " bye"))));
        }
        boolean full = turn < 2 || dice.chance(0.55);
        boolean dashes = writer.program() == Program.GMAIL || writer.program() == Program.THUNDERBIRD;
        return new Letter(blocks, full ? signature(writer, talk) : List.of(shortName(writer, tongue)), dashes);
    }

    /** English letters to Germans have the greetings of the German section: formal ones. */
    private String code(Talk talk, Topic.Step step) {
        boolean formal = talk.tongue() != step.tongue() && manners.has(talk.tongue().code() + " hello S");
        return formal ? talk.tongue().code() : step.tongue().code();
    }

    /** A greeting names who wrote before, be it a colleague. */
    private static String greeted(Talk talk, int turn, String greeting, Tongue tongue) {
        int parent = talk.parent(turn);
        boolean other = parent >= 0 && talk.turn(turn).voice() == Talk.Voice.SELLER && talk.turn(parent)
                .voice() == Talk.Voice.COLLEAGUE;
        Correspondent colleague = talk.colleague();
        return !other || colleague == null
                ? greeting
                : greeting.replace(talk.with().formally(tongue), colleague
                        .formally(tongue)).replace(talk.with().byFirstName(), colleague.byFirstName());
    }

    private static String shortName(Writer writer, Tongue tongue) {
        Correspondent who = writer.correspondent();
        if (who == null) {
            return tongue.chinese() ? "林悦" : "Lin Yue";
        }
        return tongue == Tongue.EN && who.tongue().wide() ? who.latinGiven() : who.person().name();
    }

    private static List<String> signature(Writer writer, Talk talk) {
        Correspondent who = writer.correspondent();
        boolean chinese = talk.tongue().chinese();
        if (who == null) {
            return chinese
                    ? List.of("林悦 Lin Yue", "外贸销售经理 | Export Sales Manager", Facts.HOUSE + " " + Facts.HOUSE_LATIN,
                            "电话：+86 574 5550 0188　手机：+86 139 0000 0158", "邮箱：sales@example.test　网址：www.example.test")
                    : List.of("Lin Yue", "Export Sales Manager", Facts.HOUSE_LATIN,
                            "Phone +86 574 5550 0188 | Mobile +86 139 0000 0158",
                            "sales@example.test | www.example.test");
        }
        if (talk.tongue().wide()) {
            return wideSignature(who, writer.address());
        }
        return latinSignature(who, writer.address(), talk.tongue());
    }

    private static List<String> wideSignature(Correspondent who, String address) {
        SamplePerson person = who.person();
        String phone = who.tongue() == Tongue.JA ? "TEL " : who.tongue() == Tongue.ZH ? "电话：" : "電話：";
        String mobile = who.tongue() == Tongue.JA ? "携帯 " : who.tongue() == Tongue.ZH ? "手机：" : "手機：";
        return switch (who.number() % 4) {
            case 0 -> List.of(person.name() + "  " + person.title(), person.company(), phone + person.phone(), mobile
                    + person.mobile());
            case 1 -> List.of(person.name() + " " + person.latinName(), person.title() + " / " + who.latinTitle(),
                    person
                            .company(),
                    person.companyLatin(), "Tel: " + person.phone() + "  Mobile: " + person.mobile(),
                    "E-mail: " + address);
            case 2 -> List.of(person.name(), person.company() + " " + person.title(), mobile + person.mobile());
            default -> List.of("------------------", person.name(), person.title(), person.company(), phone + person
                    .phone(), "www." + who.company().domain());
        };
    }

    private static List<String> latinSignature(Correspondent who, String address, Tongue tongue) {
        SamplePerson person = who.person();
        String title = tongue == who.tongue() ? person.title() : who.latinTitle();
        String name = who.tongue().wide() ? person.latinName() : person.name();
        String company = who.tongue().wide() ? person.companyLatin() : person.company();
        String phone = switch (tongue) {
            case DE -> "Tel.: ";
            case FR -> "Tél. : ";
            default -> "Phone: ";
        };
        return switch (who.number() % 3) {
            case 0 -> List.of(name, title, company, phone + person.phone());
            case 1 -> List.of(name, title + " | " + company, "T " + person.phone() + " | M " + person.mobile(), "www."
                    + who.company().domain());
            default -> List.of(name, company, title, who.company().cityLatin(), phone + person.phone(), address);
        };
    }
}
