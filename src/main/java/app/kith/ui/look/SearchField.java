package app.kith.ui.look;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field that searches as one types. Escape ends the search, Down goes on to what was found. */
public final class SearchField extends CustomTextField {
    private Runnable down = () -> {};

    /**
     * Makes a field.
     *
     * @param prompt what can be searched
     * @param query what is searched for; both ways
     * @param ended ends the search
     */
    public SearchField(String prompt, StringProperty query, Runnable ended) {
        setPromptText(prompt);
        setAccessibleText(prompt);
        setLeft(Controls.icon("fth-search"));
        Node clear = Controls.icon("fth-x");
        clear.getStyleClass().add("clear-icon");
        clear.setOnMouseClicked(_ -> ended.run());
        clear.visibleProperty().bind(query.isNotEmpty());
        setRight(clear);
        getStyleClass().add("search-field");
        textProperty().bindBidirectional(query);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !query.get().isEmpty()) {
                ended.run();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                down.run();
                event.consume();
            }
        });
    }

    /**
     * Says where Down and Enter go on to.
     *
     * @param act goes there
     */
    public void onDown(Runnable act) {
        down = act;
    }
}
