package app.kith.search;

/**
 * How far the index has come.
 *
 * @param done things that are in the index
 * @param total things that the store has, as far as they were counted
 * @param files files whose text has still to be read
 * @param setAside files whose text could not be read: broken, hostile, too large or too slow
 * @param rebuilding whether it is being made anew
 * @param failed whether it cannot be kept, in this run of the program; what is there still answers
 * @param current whether it holds all that the store held a moment ago; files' texts may still follow
 */
public record Progress(long done, long total, long files, long setAside, boolean rebuilding, boolean failed,
        boolean current) {}
