package app.kith.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces of a message's body in their order, each in its plain and its HTML form, of which one may be missing. */
final class BodyBlocks {
    private final List<Block> blocks = new ArrayList<>(2);

    /** One piece of the body. */
    static final class Block {
        private @Nullable String plain;
        private @Nullable String html;

        /**
         * Sets in text.
         *
         * @param type its media type
         * @param oneOfMany whether it only says again what the piece says already
         */
        void add(String type, String text, boolean oneOfMany) {
            if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
                html = join(html, text, oneOfMany);
            } else if (type.equals("text/plain") || plain == null) {
                // Enriched text beside plain text says the same.
                plain = join(plain, text, oneOfMany);
            }
        }

        /** Sets another piece behind this one. */
        void append(Block other) {
            plain = other.plain == null ? plain : join(plain, other.plain, false);
            html = other.html == null ? html : join(html, other.html, false);
        }

        private static String join(@Nullable String before, String text, boolean oneOfMany) {
            if (before == null || before.isBlank()) {
                return text;
            }
            return oneOfMany || text.isBlank() ? before : before + "\n" + text;
        }
    }

    /** {@return a new piece behind the others} */
    Block next() {
        Block block = new Block();
        blocks.add(block);
        return block;
    }

    /** Sets in another form of the whole body: it stands where nothing else does, and its HTML beside a single plain text. */
    void offer(String text, @Nullable String html) {
        boolean empty = text().isEmpty() && html() == null;
        Block block = blocks.size() == 1 ? blocks.getFirst() : empty ? next() : null;
        if (block == null) {
            return;
        }
        if (block.plain == null || block.plain.isBlank()) {
            block.plain = text;
        }
        if (block.html == null || block.html.isBlank()) {
            block.html = html;
        }
    }

    void addAll(BodyBlocks others) {
        blocks.addAll(others.blocks);
    }

    /** {@return the text to read: of each piece the plain form, else the words of its HTML} */
    String text() {
        String all = "";
        for (Block block : blocks) {
            String plain = block.plain;
            String text = plain != null && !plain.isBlank() ? plain : block.html == null ? "" : HtmlText.of(block.html);
            String trimmed = PlainText.trimLines(text);
            all = all.isEmpty() ? trimmed : trimmed.isEmpty() ? all : all + "\n\n" + trimmed;
        }
        return all;
    }

    /** {@return the HTML body, plain pieces beside it set in; null where no piece is HTML} */
    @Nullable
    String html() {
        boolean any = false;
        for (Block block : blocks) {
            any |= block.html != null && !block.html.isBlank();
        }
        if (!any) {
            return null;
        }
        String all = null;
        for (Block block : blocks) {
            String piece = block.html != null && !block.html.isBlank() ? block.html : escaped(block.plain);
            all = all == null ? piece : all + "\n" + piece;
        }
        return all;
    }

    private static String escaped(@Nullable String plain) {
        return plain == null || plain.isBlank()
                ? ""
                : "<pre style=\"white-space:pre-wrap\">" + plain.replace("&", "&amp;").replace("<", "&lt;") + "</pre>";
    }
}
