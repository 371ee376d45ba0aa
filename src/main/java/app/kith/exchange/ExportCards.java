package app.kith.exchange;

import java.util.function.Consumer;

/** The contacts to be exported. They can be gone through more than once. */
public interface ExportCards {

    /**
     * Goes through them.
     *
     * @param each told of one contact after another, in an order that stays
     */
    void each(Consumer<ExportContact> each);
}
