package app.kith.ui.body;

import app.kith.mail.SafeHtml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the mails of the tests, and looks into pages. */
final class Bodies {
    private static final Pattern CONTENT_ID = Pattern.compile("cid:([^\"'> ]+)");

    private Bodies() {}

    static String read(String name) {
        try (InputStream in = Bodies.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the page of HTML as it comes, with all its own pictures} */
    static BodyPage html(String html) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = CONTENT_ID.matcher(html);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return BodyPage.ofHtml(SafeHtml.of(html, ids).html());
    }

    static <T extends Block> List<T> all(BodyPage page, Class<T> type) {
        List<T> found = new ArrayList<>();
        walk(page.blocks(), type, found);
        return found;
    }

    private static <T extends Block> void walk(List<Block> blocks, Class<T> type, List<T> found) {
        for (Block block : blocks) {
            if (type.isInstance(block)) {
                found.add(type.cast(block));
            }
            switch (block) {
                case Block.Box box -> walk(box.blocks(), type, found);
                case Block.Item item -> walk(item.blocks(), type, found);
                case Block.History history -> walk(history.blocks(), type, found);
                case Block.Table table -> table.cells().forEach(cell -> walk(cell.blocks(), type, found));
                default -> {
                }
            }
        }
    }

    static List<Inline.Run> runs(BodyPage page) {
        return all(page, Block.Paragraph.class).stream().flatMap(paragraph -> paragraph.inlines().stream())
                .filter(Inline.Run.class::isInstance).map(Inline.Run.class::cast).toList();
    }

    /** {@return the run that holds some words} */
    static Inline.Run run(BodyPage page, String words) {
        return runs(page).stream().filter(run -> run.text().contains(words)).findFirst().orElseThrow();
    }

    static List<Link> links(BodyPage page) {
        return runs(page).stream().map(Inline.Run::link).filter(Objects::nonNull).toList();
    }

    static String history(BodyPage page) {
        return all(page, Block.History.class).stream().map(history -> PageText.of(history.blocks(), true)).reduce("",
                (one, other) -> one + other);
    }
}
