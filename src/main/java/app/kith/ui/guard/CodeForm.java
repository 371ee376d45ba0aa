package app.kith.ui.guard;

import app.kith.ui.look.Controls;
import app.kith.ui.look.Outside;
import app.kith.ui.work.Background;
import app.kith.vault.SafeFile;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Shows a recovery code, this once: it can be printed, saved and copied, and is kept nowhere. */
final class CodeForm extends VBox {
    private static final double PAPER = 48;

    private final String code;
    private final Background background;
    private final Outside outside;
    private final Words words;
    private final Label trouble = Typed.trouble();

    CodeForm(String code, Background background, Outside outside, Words words, Runnable done) {
        super(12);
        this.code = code;
        this.background = background;
        this.outside = outside;
        this.words = words;
        getStyleClass().add("form");
        TextField shown = new TextField(code);
        shown.setEditable(false);
        shown.setAccessibleText(words.get("guard.code"));
        shown.getStyleClass().add("recovery-code");
        Button kept = Controls.button(words.get("guard.code.kept"), done, "accent");
        getChildren().setAll(Controls.label(words.get("guard.code"), "form-title"), shown,
                Controls.paragraph(words.get("guard.code.what")),
                Controls.flow(8, Controls.button(words.get("guard.code.print"), this::print),
                        Controls.button(words.get("guard.code.save"), this::save),
                        Controls.button(words.get("guard.code.copy"), () -> outside.copy(code))),
                Controls.paragraph(words.get("guard.code.once"), "muted"), trouble,
                Controls.row(8, Controls.spring(), kept));
    }

    private String paper() {
        return words.get("guard.code.paper", code);
    }

    private void print() {
        outside.paper(words.get("guard.code")).ifPresent(paper -> {
            Label sheet = Controls.paragraph(paper());
            sheet.setStyle("-fx-text-fill: black; -fx-font-size: 13px;");
            VBox page = new VBox(sheet);
            page.setStyle("-fx-background-color: white; -fx-padding: " + PAPER + "px;");
            page.setPrefSize(paper.width(), paper.height());
            paper.page(page);
            paper.done();
        });
    }

    private void save() {
        outside.file(words.get("guard.code.file") + ".txt").ifPresent(file -> background.run("recovery-code", () -> {
            write(file);
            return file;
        }, written -> outside.say(words.get("guard.code.written", written)),
                failure -> Typed.failed(trouble, failure, words)));
    }

    private void write(Path file) {
        try {
            SafeFile.write(file, paper().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, e.getClass().getSimpleName());
        }
    }
}
