package app.kith.match;

/**
 * One thing that is compared between two records.
 *
 * @param label what the user calls it: the column's header, or the trait in plain English
 * @param trait how it is compared
 * @param text which of a profile's texts it is; -1 where it is none
 */
record Field(String label, Trait trait, int text) {}
