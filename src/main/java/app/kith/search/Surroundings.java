package app.kith.search;

import app.kith.change.LogPosition;
import app.kith.contact.KeptFile;
import app.kith.mail.Mail;
import app.kith.store.SearchView;
import app.kith.store.StoreChange;
import java.time.Clock;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * What the search room needs of the house.
 *
 * @param view what the store holds
 * @param mails reads a message by its number; throws where it cannot be read
 * @param files reads a file that is kept with an entry; throws where it cannot be read
 * @param known tells whether positions of ledger and mail log, noted earlier, are places in the logs of today
 * @param subscribe adds a listener of the store's transactions, and gives what takes it off again
 * @param clock the time, and the zone in which days begin
 */
public record Surroundings(SearchView view, LongFunction<Mail> mails, Function<KeptFile, byte[]> files,
        BiPredicate<LogPosition, LogPosition> known,
        Function<Consumer<StoreChange>, AutoCloseable> subscribe, Clock clock) {}
