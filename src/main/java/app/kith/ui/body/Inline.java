package app.kith.ui.body;

import org.jspecify.annotations.Nullable;

/** A piece of a line. */
sealed interface Inline {

    /** {@return where it leads, or null} */
    @Nullable
    Link link();

    /**
     * Words in one style.
     *
     * @param text the words; a newline breaks the line
     * @param style how they look
     * @param link where they lead
     */
    record Run(String text, TextStyle style, @Nullable Link link) implements Inline {}

    /**
     * A picture.
     *
     * @param source what its bytes are asked by
     * @param alt what stands for it
     * @param width as the mail says
     * @param height as the mail says, in pixels; 0 where it says nothing
     * @param link where it leads
     */
    record Picture(PictureSource source, String alt, @Nullable Length width, double height,
            @Nullable Link link) implements Inline {}
}
