package app.kith.ui.start;

import app.kith.sync.OfferedFolder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is fetched first of a new mailbox: which of the folders that its server offers, and how far back. What is not chosen stays on the
 * server and can be had later. JavaFX thread only.
 */
public final class FirstFetchModel {
    /** Up to here everything is what most people want: it is a matter of minutes. */
    private static final long A_LOT = 50_000;

    private final FetchModel fetch;
    private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(this, "reach", Reach.ALL);
    private List<OfferedFolder> offered = List.of();

    /** How far back mail is fetched. */
    public enum Reach {
        /** All of it. */
        ALL,
        /** Of the last two years. */
        TWO_YEARS,
        /** Of the last thirty days. */
        MONTH,
        /** All of it, but the rest of each mail only when it is opened. */
        HEADERS
    }

    FirstFetchModel(FetchModel fetch) {
        this.fetch = fetch;
        reach.addListener((_, _, now) -> apply(now));
    }

    /** Names the folders, and proposes what most people want; who comes here again finds what he chose. */
    void offer(List<OfferedFolder> folders) {
        boolean first = offered.isEmpty();
        offered = folders;
        fetch.offer(folders);
        if (first) {
            reach.set(messages() > A_LOT ? Reach.TWO_YEARS : Reach.ALL);
        }
    }

    private void apply(Reach now) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        fetch.sinceProperty().set(switch (now) {
            case ALL, HEADERS -> null;
            case TWO_YEARS -> today.minusYears(2);
            case MONTH -> today.minusDays(30);
        });
        fetch.headersOnlyProperty().set(now == Reach.HEADERS);
    }

    /** {@return how far back} */
    public ObjectProperty<Reach> reachProperty() {
        return reach;
    }

    /** {@return what can be chosen of the folders} */
    FetchModel fetch() {
        return fetch;
    }

    /** {@return how many mails the folders have that are proposed, as far as the server says} */
    public long messages() {
        return offered.stream().filter(OfferedFolder::usual).mapToLong(each -> Math.max(0, each.messages())).sum();
    }
}
