package app.kith.match;

/**
 * What one field says about two records being one.
 *
 * @param field the field, as the user calls it
 * @param level how far it agrees, in plain English
 * @param weight bits for it; below 0 against it
 */
public record Reason(String field, String level, double weight) {}
