package app.kith.exchange;

/**
 * A column of a table, and how it is understood.
 *
 * @param index its place, from 0
 * @param header its header as the file has it; empty where there is none
 * @param target what it is taken for
 * @param how why it is taken for that
 * @param looks what most of its texts look like
 * @param percent how many of a hundred of its texts look so
 * @param filled how many of the rows that were looked at have a text there
 */
public record Column(int index, String header, Field target, How how, Looks looks, int percent, int filled) {

    /** Why a column is taken for what it is. */
    public enum How {
        /** The preset says so. */
        PRESET,
        /** Columns of that name usually are. */
        ALIAS,
        /** Its texts look so; its name tells nothing. */
        CONTENT,
        /** The user says so. */
        CHOSEN,
        /** Nothing is known of it: it is kept under its own name. */
        KEPT,
        /** It is left out. */
        LEFT_OUT
    }

    /** {@return the field as presets write it: {@code phone:mobile}, {@code -}} */
    public String field() {
        return target.spec();
    }

    /** {@return the column as spreadsheets call it: A, B … AA} */
    public String letters() {
        return Row.column(index);
    }

    /** {@return whether its texts contradict what it is taken for: most are filled and look like something else that is sure} */
    public boolean isDoubtful() {
        Field sure = looks.field();
        return sure != null && sure.property() != target.property() && !target.isLeftOut() && percent >= 70
                && filled >= 3
                && how != How.CHOSEN && how != How.CONTENT && target.property() != app.kith.contact.Property.OWN
                && looks != Looks.NAME && looks != Looks.COMPANY;
    }
}
