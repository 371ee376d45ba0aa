package app.kith.ui.board;

import app.kith.contact.Stage;
import app.kith.store.CustomerList.Listed;
import app.kith.ui.list.Rows;

/**
 * A lane of the board.
 *
 * @param stage its stage; with an empty name for customers who stand at none
 * @param rows the customers who stand there
 */
public record Lane(Stage stage, Rows<Listed> rows) {

    /** {@return whether it is that of customers who stand at no stage} */
    public boolean isNone() {
        return stage.name().isEmpty();
    }
}
