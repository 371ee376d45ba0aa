package app.kith.demo;

import java.util.List;

/**
 * What a person has typed: the text above the quoted history.
 *
 * @param blocks greeting, paragraphs, close
 * @param signature lines of the signature, the name first; never empty
 * @param dashes whether the program sets {@code -- } before the signature
 */
record Letter(List<Block> blocks, List<String> signature, boolean dashes) {

    /** A piece of a letter. */
    sealed interface Block {}

    /** A paragraph of text. */
    record Paragraph(String text) implements Block {}

    /** A table; the first row is its head. */
    record Table(List<List<String>> rows) implements Block {}
}
