package app.kith.ui.today;

import app.kith.assist.FollowUp;

/** A row of the list. */
sealed interface Row {

    /** The sections, in their order. */
    enum Section {
        OVERDUE,
        DUE,
        DAY,
        TURN,
        WAITING,
        INTERVAL,
        PROMISE,
        AHEAD,
        LATER,
        SYSTEM;

        /** Whether it is of today, and not of later days or of the program itself. */
        boolean isToday() {
            return compareTo(AHEAD) < 0;
        }

        /** Whether what stands in it is counted as something to do today. */
        boolean counts() {
            return this == OVERDUE || this == DUE || this == TURN || this == INTERVAL;
        }
    }

    /** Where the row stands. */
    Section section();

    /** By what it is known when the list is read again. */
    String key();

    /** The heading of a section. */
    record Head(Section section, int count) implements Row {
        @Override
        public String key() {
            return section.name();
        }
    }

    /** Nothing is left for today, though something comes later or needs a look. */
    record Done() implements Row {
        @Override
        public Section section() {
            return Section.OVERDUE;
        }

        @Override
        public String key() {
            return "done";
        }
    }

    /** Something to follow up. */
    record Item(Section section, FollowUp followUp) implements Row {
        @Override
        public String key() {
            return followUp.id();
        }
    }

    /** Something else that needs a look. */
    record Look(String text, String icon, Runnable open) implements Row {
        @Override
        public Section section() {
            return Section.SYSTEM;
        }

        @Override
        public String key() {
            return icon;
        }
    }
}
