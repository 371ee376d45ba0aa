package app.kith.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation is about: a little play for customer and seller.
 *
 * @param id its name, the same in every language
 * @param subjects ways to put the subject
 * @param steps the letters in their order
 */
record Topic(String id, List<String> subjects, List<Step> steps) {

    /**
     * One letter of the play. The ways belong together by their places: who begins with the first way goes on with the first way.
     *
     * @param fromCustomer whether the customer writes it
     * @param tongue language of this letter
     * @param ways the ways to put it
     */
    record Step(boolean fromCustomer, Tongue tongue, List<Way> ways) {

        Way way(int strand) {
            return ways.get(strand % ways.size());
        }
    }

    /**
     * One way to put a letter.
     *
     * @param paragraphs its paragraphs, with words in braces to be filled in; {@code {table}} stands alone
     * @param paper the attachment; null for none
     */
    record Way(List<String> paragraphs, @Nullable Paper paper) {}

    /**
     * An attachment to be made.
     *
     * @param kind {@code pdf}, {@code xlsx}, {@code docx}, {@code img} or {@code ics}
     * @param name its name without extension, with words in braces
     */
    record Paper(String kind, String name) {}
}
