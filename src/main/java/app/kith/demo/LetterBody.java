package app.kith.demo;

import java.util.List;
import java.util.Objects;

/** Makes the body of one letter as its writer's program builds it: text, HTML, pictures, attachments. */
final class LetterBody {
    private final Scene scene;
    private final int turn;
    private final Coding coding;
    private final Writer writer;
    private final Program program;
    private final Tongue tongue;
    private final Dice dice;

    LetterBody(Scene scene, int turn, Coding coding) {
        this.scene = scene;
        this.turn = turn;
        this.coding = coding;
        writer = scene.writer(turn);
        program = writer.program();
        tongue = scene.talk().tongue();
        dice = scene.talk().dice(turn, 49);
    }

    Part whole() {
        Topic.Step step = Objects.requireNonNull(scene.talk().turn(turn).step());
        Topic.Paper wanted = step.way(scene.talk().strand()).paper();
        if (wanted == null) {
            return text();
        }
        Part first = wanted.kind().equals("ics") ? invitation(wanted) : text();
        Part file = Part.file(Papers.of(wanted, scene, turn), program, coding);
        return multipart("mixed", List.of(first, file));
    }

    private Part multipart(String subtype, List<Part> parts) {
        return Part.multipart(subtype, program.boundary(dice), parts);
    }

    private Part invitation(Topic.Paper wanted) {
        String calendar = Calendars.invitation(wanted, scene, turn).replace("\r\n", "\n");
        return multipart("alternative", List.of(plain(), Part.text("calendar", "; method=REQUEST", calendar,
                Coding.UTF_8, Transfer.BASE64)));
    }

    private Part text() {
        if (program == Program.THUNDERBIRD || (program == Program.APPLE && dice.chance(0.6))) {
            return plain();
        }
        Correspondent who = writer.correspondent();
        boolean onlyHtml = who != null && (program == Program.OUTLOOK || program == Program.QQMAIL)
                && dice.chance(0.25);
        boolean logo = who != null && who.number() % 4 == 1 && turn < 2;
        String contentId = logo ? "image001.png@01DB" + dice.hex(4) + "." + dice.hex(8) : "";
        Part html = html(contentId);
        Part both = onlyHtml ? html : multipart("alternative", List.of(plain(), html));
        if (who == null || !logo) {
            return both;
        }
        byte[] picture = Pictures.logo(who.company().domain().hashCode());
        return multipart("related", List.of(both, Part.inline(picture, contentId)));
    }

    private Part plain() {
        String text = Bodies.plain(scene, turn);
        Coding fitting = coding.fit(text);
        String flowed = program == Program.THUNDERBIRD ? "; format=flowed" : "";
        return Part.text("plain", flowed, text, fitting, Transfer.of(program, fitting, tongue));
    }

    private Part html(String contentId) {
        String html = Bodies.html(scene, turn, contentId);
        Coding fitting = coding.fit(html);
        String document = HtmlText.document(html, program, fitting.label());
        return Part.text("html", "", document, fitting, Transfer.of(program, fitting, tongue));
    }
}
