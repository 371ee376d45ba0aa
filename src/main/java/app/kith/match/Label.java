package app.kith.match;

/**
 * What the user said of two records as they were at that time. It moves the weights and holds for no record that is there now.
 *
 * @param first a record, made by the schema of the scan
 * @param second another
 * @param same whether they are one
 */
public record Label(Profile first, Profile second, boolean same) {}
