package app.kith.ui.review;

import app.kith.match.Learnt;
import app.kith.match.MatchWords;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What merges and refusals taught: which weights moved, from what to what, by how many answers; and the way to forget it. */
final class LearntPane extends VBox {
    private static final int SHOWN = 8;
    private final VBox lines = Controls.column(4);
    private final Words words;

    LearntPane(ReviewModel model, Words words, Runnable close) {
        super(8);
        this.words = words;
        getStyleClass().addAll("card", "learnt");
        Button forget = Controls.button(words.get("review.learnt.forget"), () -> {
            close.run();
            model.forgetLearnt();
        });
        forget.disableProperty().bind(model.learntProperty().map(List::isEmpty));
        getChildren().addAll(Controls.paragraph(words.get("review.learnt.text"), "fact-source"), lines,
                Controls.row(8, Controls.spring(), forget,
                        Controls.button(words.get("review.learnt.close"), close, "accent")));
        model.learntProperty().when(Controls.attached(this)).subscribe(this::show);
    }

    private void show(List<Learnt> learnt) {
        lines.getChildren().clear();
        if (learnt.isEmpty()) {
            lines.getChildren().add(Controls.paragraph(words.get("review.learnt.none")));
        }
        for (Learnt one : learnt) {
            lines.getChildren().add(Controls.paragraph(words.get("review.learnt.count", one.same(), one.apart()) + " "
                    + MatchWords.line(words, one)));
            one.moves().stream().limit(SHOWN).forEach(move -> lines.getChildren()
                    .add(Controls.paragraph(MatchWords.of(words, move), "muted")));
        }
    }
}
