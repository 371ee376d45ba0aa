package app.kith.ui.find;

import app.kith.search.Hit;
import app.kith.search.Kind;
import app.kith.search.Results;
import app.kith.search.Suggestion;
import app.kith.ui.find.FindModel.Answer;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts an answer and the actions into the order in which they are shown. */
final class Lines {
    private static final int MOST_ACTIONS = 4;
    private static final int MOST_SUGGESTIONS = 3;
    private static final int MAILS = 8;
    private static final int OTHERS = 4;

    private final Words words;
    private final List<Command> commands;

    Lines(Words words, List<Command> commands) {
        this.words = words;
        this.commands = commands;
    }

    List<Line> of(Answer answer) {
        List<Line> lines = new ArrayList<>();
        String typed = answer.typed();
        if (typed.isBlank()) {
            part(lines, words.get("find.saved"), answer.saved().entrySet().stream()
                    .map(one -> (Line) new Line.Saved(one.getKey(), one.getValue())).toList());
            actions(lines, commands);
        } else if (typed.startsWith(">")) {
            String wanted = typed.substring(1);
            actions(lines,
                    wanted.isBlank() ? commands : commands.stream().filter(one -> one.isMeant(wanted)).toList());
        } else {
            found(lines, answer);
        }
        if (lines.isEmpty()) {
            lines.add(new Line.Said(words.get("find.nothing")));
        }
        return lines;
    }

    private void found(List<Line> lines, Answer answer) {
        answer.suggestions().stream().filter(one -> one.kind() != Suggestion.Kind.CONTACT).limit(MOST_SUGGESTIONS)
                .map(Line.Proposed::new).forEach(lines::add);
        List<Command> meant = commands.stream().filter(one -> one.isMeant(answer.typed())).limit(MOST_ACTIONS).toList();
        Results results = answer.results().orElse(null);
        if (results == null || results.hits().isEmpty()) {
            lines.add(new Line.Said(words.get("find.nothing")));
            actions(lines, meant);
            return;
        }
        if (results.similar()) {
            lines.add(new Line.Said(words.get("find.similar")));
        }
        Set<Kind> kinds = new LinkedHashSet<>();
        results.hits().forEach(hit -> kinds.add(hit.kind()));
        for (Kind kind : kinds) {
            List<Hit> hits = results.of(kind);
            int shown = Math.min(hits.size(), kind == Kind.MAIL ? MAILS : OTHERS);
            lines.add(new Line.Heading(words.get("find.kind." + kind.name().toLowerCase(Locale.ROOT)),
                    count(results.counts().get(kind), shown)));
            hits.stream().limit(shown).map(Line.Found::new).forEach(lines::add);
        }
        actions(lines, meant);
    }

    private String count(Results.@Nullable Count count, int shown) {
        if (count == null || count.number() <= shown && count.exact()) {
            return String.valueOf(shown);
        }
        return words.get(count.exact() ? "find.count" : "find.count-over", shown, count.number());
    }

    private void actions(List<Line> lines, List<Command> meant) {
        part(lines, words.get("find.actions"), meant.stream().map(one -> (Line) new Line.Doing(one)).toList());
    }

    private static void part(List<Line> lines, String heading, List<Line> part) {
        if (!part.isEmpty()) {
            lines.add(new Line.Heading(heading, ""));
            lines.addAll(part);
        }
    }
}
