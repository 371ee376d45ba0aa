package app.kith.ui.find;

import app.kith.search.Hit;
import app.kith.search.Suggestion;

/** A line under the search field. */
sealed interface Line {

    /** Whether it can be chosen. */
    default boolean isChosen() {
        return true;
    }

    /**
     * What stands below.
     *
     * @param text what
     * @param count how many; empty where that says nothing
     */
    record Heading(String text, String count) implements Line {
        @Override
        public boolean isChosen() {
            return false;
        }
    }

    /**
     * Something that is said.
     *
     * @param text what
     */
    record Said(String text) implements Line {
        @Override
        public boolean isChosen() {
            return false;
        }
    }

    /**
     * Something that was found.
     *
     * @param hit what
     */
    record Found(Hit hit) implements Line {}

    /**
     * A way to go on typing.
     *
     * @param suggestion which
     */
    record Proposed(Suggestion suggestion) implements Line {}

    /**
     * A search that the user saved.
     *
     * @param name its name
     * @param typed the line
     */
    record Saved(String name, String typed) implements Line {}

    /**
     * Something to do.
     *
     * @param command what
     */
    record Doing(Command command) implements Line {}
}
