package app.kith.match;

/**
 * What the user said of two records.
 *
 * @param first id of a record
 * @param second id of another
 * @param same whether they are one
 */
public record Answer(String first, String second, boolean same) {}
