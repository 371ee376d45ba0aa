package app.kith.exchange;

/**
 * A column of a table of activities and records.
 *
 * @param index its place, from 0
 * @param header its header as the file has it; empty where there is none
 * @param field what it is taken for
 */
public record EntryColumn(int index, String header, EntryField field) {

    /** {@return the column as spreadsheets call it: A, B … AA} */
    public String letters() {
        return Row.column(index);
    }
}
