package app.kith.ui.record;

import app.kith.store.Timeline.Changed;
import app.kith.store.Timeline.Item;
import app.kith.store.Timeline.Logged;
import app.kith.store.Timeline.Meeting;
import app.kith.store.Timeline.Talk;

/** What of a timeline is shown. */
public enum TimelineFilter {
    /** Everything. */
    ALL,
    /** Conversations. */
    MAIL,
    /** Conversations of which a mail is pinned to the customer's file. */
    PINNED,
    /** Calls, meetings, notes and tasks. */
    ACTIVITIES,
    /** Quotations, orders, contracts and service cases. */
    RECORDS,
    /** Changes to what is known. */
    CHANGES;

    boolean takes(Item item) {
        return this == ALL || this == of(item) || this == PINNED && item instanceof Talk talk && talk.pinned();
    }

    private static TimelineFilter of(Item item) {
        return switch (item) {
            case Talk _ -> MAIL;
            case Meeting _ -> ACTIVITIES;
            case Logged logged -> logged.entry().kind().isRecord() ? RECORDS : ACTIVITIES;
            case Changed _ -> CHANGES;
        };
    }
}
