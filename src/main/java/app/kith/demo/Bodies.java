package app.kith.demo;

/** The whole text of a letter: what was typed, and the history below it as the writer's program quotes it. */
final class Bodies {
    private static final int DEPTH = 4;

    private Bodies() {}

    static String plain(Scene scene, int turn) {
        return plain(scene, turn, DEPTH);
    }

    private static String plain(Scene scene, int turn, int depth) {
        Writer writer = scene.writer(turn);
        boolean marks = Attribution.marksLines(writer.program());
        String own = PlainText.of(scene.letter(turn), marks && !scene.talk().tongue().wide());
        int parent = quoted(scene, turn, depth);
        if (parent < 0) {
            return own;
        }
        String inner = plain(scene, parent, depth - 1);
        Attribution attribution = attribution(scene, parent);
        if (marks) {
            return own + "\n" + attribution.sentence(writer) + "\n" + PlainText.marked(inner);
        }
        String rule = Attribution.rule(writer, scene.talk().dice(turn, 43));
        return own + "\n\n" + PlainText.head(rule, attribution.head(writer)) + "\n" + inner;
    }

    /** {@return the HTML without its document; the logo is a Content-ID or empty} */
    static String html(Scene scene, int turn, String logo) {
        return html(scene, turn, logo, DEPTH);
    }

    private static String html(Scene scene, int turn, String logo, int depth) {
        Writer writer = scene.writer(turn);
        Program program = writer.program();
        String own = HtmlText.of(scene.letter(turn), program, logo);
        int parent = quoted(scene, turn, depth);
        if (parent < 0) {
            return own;
        }
        String inner = html(scene, parent, "", depth - 1);
        Attribution attribution = attribution(scene, parent);
        if (Attribution.marksLines(program)) {
            return own + HtmlText.marked(attribution.sentence(writer), inner, program);
        }
        String rule = Attribution.rule(writer, scene.talk().dice(turn, 43));
        return own + HtmlText.headed(rule, attribution.head(writer), inner, program);
    }

    /** {@return the letter that is quoted; -1 for none} */
    private static int quoted(Scene scene, int turn, int depth) {
        return depth > 0 && scene.talk().dice(turn, 42).chance(0.9) ? scene.talk().parent(turn) : -1;
    }

    private static Attribution attribution(Scene scene, int parent) {
        Writer from = scene.writer(parent);
        String to = from.isSeller()
                ? Writer.customer(scene.talk()).shown()
                : SampleMailbox.USER_NAME + " <"
                        + SampleMailbox.USER_ADDRESS + ">";
        return new Attribution(from, to, scene.talk().turn(parent).at(), scene.subject(parent));
    }
}
