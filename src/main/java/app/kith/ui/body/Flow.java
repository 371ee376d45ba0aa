package app.kith.ui.body;

import app.kith.ui.body.Block.Align;
import org.jspecify.annotations.Nullable;

/**
 * What the content of an element takes over from it.
 *
 * @param style how words look
 * @param link where they lead
 * @param align where lines stand
 * @param place where narrower boxes stand
 * @param direction 1 from right to left, -1 from left to right, 0 as the first letter tells
 * @param lineHeight as a multiple of the type size; 0 for the reader's own
 * @param indent of first lines
 * @param preserve whether spaces and line ends stay as they are
 * @param nowrap whether lines are not broken
 * @param upper whether small letters are shown as capitals
 */
record Flow(TextStyle style, @Nullable Link link, Align align, Align place, int direction, double lineHeight,
        double indent, boolean preserve, boolean nowrap, boolean upper) {
    static final Flow PLAIN = new Flow(TextStyle.PLAIN, null, Align.START, Align.START, 0, 0, 0, false, false, false);

    Flow style(TextStyle other) {
        return new Flow(other, link, align, place, direction, lineHeight, indent, preserve, nowrap, upper);
    }

    Flow link(@Nullable Link other) {
        return new Flow(style, other, align, place, direction, lineHeight, indent, preserve, nowrap, upper);
    }

    Flow align(Align other) {
        return new Flow(style, link, other, place, direction, lineHeight, indent, preserve, nowrap, upper);
    }

    Flow place(Align other) {
        return new Flow(style, link, align, other, direction, lineHeight, indent, preserve, nowrap, upper);
    }

    Flow direction(int other) {
        return new Flow(style, link, align, place, other, lineHeight, indent, preserve, nowrap, upper);
    }

    Flow lineHeight(double other) {
        return new Flow(style, link, align, place, direction, other, indent, preserve, nowrap, upper);
    }

    Flow indent(double other) {
        return new Flow(style, link, align, place, direction, lineHeight, other, preserve, nowrap, upper);
    }

    Flow preserve(boolean on) {
        return new Flow(style, link, align, place, direction, lineHeight, indent, on, nowrap, upper);
    }

    Flow nowrap(boolean on) {
        return new Flow(style, link, align, place, direction, lineHeight, indent, preserve, on, upper);
    }

    Flow upper(boolean on) {
        return new Flow(style, link, align, place, direction, lineHeight, indent, preserve, nowrap, on);
    }
}
