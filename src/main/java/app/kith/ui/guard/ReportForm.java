package app.kith.ui.guard;

import app.kith.desk.FaultReport;
import app.kith.ui.look.Controls;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows a report of a fault before it is saved; nothing sends it anywhere. */
final class ReportForm extends VBox {

    ReportForm(String text, Background background, Over over) {
        super(12);
        Words words = over.words().get();
        getStyleClass().addAll("form", "wide");
        TextArea shown = new TextArea(text);
        shown.setEditable(false);
        shown.getStyleClass().add("fault-report");
        shown.setAccessibleText(words.get("guard.report.title"));
        VBox.setVgrow(shown, Priority.ALWAYS);
        Label trouble = Typed.trouble();
        // Whoever chooses a file that is there has been asked about it by the system's dialog.
        Runnable save = () -> over.outside().file("kith-report.txt")
                .ifPresent(file -> background.run("save-report", () -> {
                    FaultReport.write(text, file, true);
                    return file;
                }, written -> {
                    over.hide().run();
                    over.outside().say(words.get("guard.report.saved", written));
                }, failure -> Typed.failed(trouble, failure, words)));
        getChildren().setAll(Controls.label(words.get("guard.report.title"), "form-title"),
                Controls.paragraph(words.get("guard.report.what"), "muted"), shown, trouble,
                Controls.row(8, Controls.spring(), Controls.button(words.get("screen.close"), over.hide()),
                        Controls.button(words.get("guard.report.save"), save, "accent")));
    }
}
