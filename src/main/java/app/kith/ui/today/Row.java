package app.kith.ui.today;

import app.kith.assist.FollowUp;

/** A row of the list. */
sealed interface Row {

    /** The sections, in their order. */
    enum Section {
        OVERDUE,
        DUE,
        TURN,
        WAITING,
        INTERVAL,
        PROMISE,
        SYSTEM;

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
