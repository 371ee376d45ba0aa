package app.kith.ui.look;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the user wants the customers listed.
 *
 * @param columns whether in columns; else in two lines
 * @param shown the columns in their order, from the left
 * @param sort id of the column by which the list is ordered; empty for the usual order
 * @param turned whether that order is turned round
 * @param board whether as a board, in lanes by stage; this goes before columns
 */
public record ListLook(boolean columns, List<Shown> shown, String sort, boolean turned, boolean board) {
    /** What a new user gets. */
    public static final ListLook USUAL = new ListLook(false, List.of(), "", false, false);

    /**
     * A column.
     *
     * @param id which
     * @param width in pixels
     */
    public record Shown(String id, int width) {}

    /** Fills what a file may lack. */
    public ListLook(boolean columns, @Nullable List<Shown> shown, @Nullable String sort, boolean turned,
            boolean board) {
        this.columns = columns;
        this.shown = shown == null ? List.of() : List.copyOf(shown);
        this.sort = sort == null ? "" : sort;
        this.turned = turned;
        this.board = board;
    }
}
