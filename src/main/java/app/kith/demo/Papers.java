package app.kith.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes the files that letters carry: small, valid, and about the matter of the conversation. */
final class Papers {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private Papers() {}

    static Paper of(Topic.Paper wanted, Scene scene, int turn) {
        Tongue tongue = scene.talk().tongue();
        Facts facts = scene.facts();
        String name = facts.fill(wanted.name(), tongue, scene.day(turn)).replace('/', '-');
        return switch (wanted.kind()) {
            case "pdf" -> new Paper(name + ".pdf", "application/pdf", Pdf.page(english(name, scene)));
            case "xlsx" -> new Paper(name + ".xlsx", OFFICE + "spreadsheetml.sheet", Office.sheet(facts.table(tongue)));
            case "docx" -> new Paper(name + ".docx", OFFICE + "wordprocessingml.document", Office.document(List.of(name,
                    scene.talk().with().person().company(), Facts.HOUSE)));
            case "img" -> new Paper(name + ".png", "image/png", Pictures.part(scene.talk().dice(turn, 61)));
            case "ics" -> new Paper("invite.ics", "application/ics", Calendars.invitation(wanted, scene, turn).getBytes(
                    StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("no such paper: " + wanted.kind());
        };
    }

    /** The PDF has no Chinese font in it, so its lines are in English. */
    private static List<String> english(String name, Scene scene) {
        Facts facts = scene.facts();
        List<String> lines = new ArrayList<>();
        lines.add(Coding.ascii(name) ? name : facts.model() + "  " + facts.order());
        lines.add(scene.talk().with().person().companyLatin() + " / " + Facts.HOUSE_LATIN);
        for (List<String> row : facts.table(Tongue.EN)) {
            lines.add(String.join("   ", row));
        }
        return lines;
    }
}
