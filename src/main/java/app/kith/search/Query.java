package app.kith.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A query as it was understood. Every line can be read: what is not understood is looked for as text.
 *
 * @param clauses what must hold, all of it; empty for everything
 * @param open whether the last word may still be growing under the hand
 */
public record Query(List<Clause> clauses, boolean open) {

    /** Keeps its own copy. */
    public Query {
        clauses = List.copyOf(clauses);
    }

    /**
     * Something that must hold, or must not.
     *
     * @param excluded whether it must not hold
     * @param anyOf of which one is enough; never empty
     */
    public record Clause(boolean excluded, List<Term> anyOf) {

        /** Keeps its own copy. */
        public Clause {
            anyOf = List.copyOf(anyOf);
        }

        private String text() {
            return (excluded ? "-" : "") + anyOf.stream().map(Term::text).collect(Collectors.joining(" OR "));
        }
    }

    /**
     * What is looked for.
     *
     * @param field where
     * @param value the words, the day or the state
     * @param phrase whether it was put in quotation marks
     */
    public record Term(Field field, String value, boolean phrase) {

        private String text() {
            String quoted = phrase ? '"' + value + '"' : value;
            return field == Field.ANY ? quoted : field.usual() + ":" + quoted;
        }
    }

    /**
     * Reads a typed line. Never fails.
     *
     * @param typed what was typed
     * @return the query
     */
    public static Query parse(String typed) {
        return new QueryReader(typed).read();
    }

    /** {@return whether nothing is looked for} */
    public boolean isEmpty() {
        return clauses.isEmpty();
    }

    /** {@return the query in its usual spelling; reading it gives the same query} */
    public String text() {
        String text = clauses.stream().map(Clause::text).collect(Collectors.joining(" "));
        return open ? text : text + " ";
    }
}
