package app.kith.log;

import java.util.List;

/**
 * What a look through a whole log found.
 *
 * @param damages what is wrong, in order; empty if nothing is
 * @param records how many records could be read
 * @param changed in how many of them something was erased or dropped since they were appended; the chain of hashes holds over these too
 */
public record LogCheck(List<Damage> damages, long records, long changed) {

    /** Keeps the list from being changed. */
    public LogCheck {
        damages = List.copyOf(damages);
    }
}
