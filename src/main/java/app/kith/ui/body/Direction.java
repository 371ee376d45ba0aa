package app.kith.ui.body;

import app.kith.ui.body.Inline.Run;
import java.util.List;

/** Tells the direction of writing by the first letter that has one. */
final class Direction {
    private Direction() {}

    /** {@return whether a paragraph is written from right to left} */
    static boolean rightToLeft(List<Inline> inlines) {
        for (Inline inline : inlines) {
            int found = inline instanceof Run run ? of(run.text()) : 0;
            if (found != 0) {
                return found > 0;
            }
        }
        return false;
    }

    /** {@return the direction of an item, by its flow or else by its first paragraph} */
    static boolean of(Flow flow, List<Block> blocks) {
        boolean first = !blocks.isEmpty() && blocks.getFirst() instanceof Block.Paragraph paragraph
                && paragraph.rightToLeft();
        return flow.direction() == 0 ? first : flow.direction() > 0;
    }

    /** {@return 1 from right to left, -1 from left to right, 0 where no letter tells} */
    static int of(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (Character.getDirectionality(text.charAt(i))) {
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                        Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return 1;
                }
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return -1;
                }
                default -> {
                }
            }
        }
        return 0;
    }
}
