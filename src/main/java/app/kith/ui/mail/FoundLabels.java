package app.kith.ui.mail;

import app.kith.ui.body.FindWords;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;

/** Marks the labels that have words which are looked for. */
final class FoundLabels {
    /** Style class of the labels that are searched. */
    static final String SEARCHED = "searched";

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("found-current");

    private FoundLabels() {}

    /** Marks what is below a node; the one that is looked at more than the others. */
    static void mark(Parent below, FindWords words, boolean current) {
        for (Node node : below.getChildrenUnmodifiable()) {
            if (node instanceof Label label) {
                mark(label, words, current);
            } else if (node instanceof Parent parent) {
                mark(parent, words, current);
            }
        }
    }

    static void mark(Label label, FindWords words, boolean current) {
        if (label.getStyleClass().contains(SEARCHED)) {
            boolean found = words.count(label.getText()) > 0;
            label.pseudoClassStateChanged(FOUND, found);
            label.pseudoClassStateChanged(CURRENT, found && current);
        }
    }
}
