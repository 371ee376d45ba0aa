package app.kith.ui.record;

import app.kith.desk.Erasures;
import app.kith.desk.Erasures.Plan;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Outside;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Erases a customer for good: says exactly what goes and what stays, and begins when the user says so. JavaFX thread only. */
public final class EraseAct {
    private final Supplier<Erasures> erasures;
    private final Background background;
    private final Outside outside;
    private final Words words;
    private final Runnable reopen;

    private record Plans(Plan alone, Plan withMails) {}

    /**
     * Makes the act.
     *
     * @param erasures erases
     * @param background where work is done
     * @param outside where it is asked
     * @param words the language
     * @param reopen closes the data folder and opens it again, by which what was begun is done
     */
    public EraseAct(Supplier<Erasures> erasures, Background background, Outside outside, Words words,
            Runnable reopen) {
        this.erasures = erasures;
        this.background = background;
        this.outside = outside;
        this.words = words;
        this.reopen = reopen;
    }

    /**
     * Begins: asks whether it is to be so.
     *
     * @param contact number of the customer
     */
    public void begin(long contact) {
        background.run("erase-plan",
                () -> new Plans(erasures.get().plan(contact, false), erasures.get().plan(contact, true)), this::ask,
                failure -> outside.say(words.sentence(failure)));
    }

    private void ask(Plans plans) {
        Plan plan = plans.alone();
        CheckBox mails = new CheckBox(words.get("erase.mails", plans.withMails().mails(),
                plans.withMails().letters()));
        mails.setWrapText(true);
        Label stays = Controls.paragraph("", "muted");
        mails.selectedProperty().subscribe(with -> stays
                .setText(words.get("erase.stays", (with ? plans.withMails() : plan).shared())));
        VBox content = Controls.column(12,
                Controls.paragraph(words.get("erase.goes", plan.cards(), plan.values(), plan.entries())));
        if (plans.withMails().mails() > 0) {
            content.getChildren().add(mails);
        }
        content.getChildren().add(stays);
        if (!plan.backups().isEmpty()) {
            content.getChildren().add(Controls.paragraph(words.get("erase.backups") + "\n"
                    + String.join("\n", plan.backups().stream().map(String::valueOf).toList()), "muted"));
        }
        Button button = Controls.button(words.get("erase.begin"), () -> {}, "danger");
        button.setOnAction(_ -> {
            button.setDisable(true);
            background.run("erase", () -> erasures.get().begin(plan.contact(), mails.isSelected()), _ -> reopen.run(),
                    failure -> {
                        button.setDisable(false);
                        outside.say(words.sentence(failure));
                    });
        });
        content.getChildren().addAll(Controls.paragraph(words.get("erase.how"), "muted"), Controls.row(8, button));
        outside.show(words.get("erase.title", plan.name()), content);
    }
}
