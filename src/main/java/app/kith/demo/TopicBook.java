package app.kith.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All topics in all languages, read from {@code topics.*.txt}; the form of those files is told in {@code topics.en.txt}. */
final class TopicBook {
    private final Map<Tongue, List<Topic>> topics = new EnumMap<>(Tongue.class);
    private final Map<Tongue, List<Topic>> exchanges = new EnumMap<>(Tongue.class);

    TopicBook() {
        for (Tongue tongue : Tongue.values()) {
            topics.put(tongue, new ArrayList<>());
            exchanges.put(tongue, new ArrayList<>());
            read(tongue);
        }
    }

    /** {@return the topics that can open a conversation} */
    List<Topic> topics(Tongue tongue) {
        return topics.getOrDefault(tongue, List.of());
    }

    /** {@return short exchanges that can follow any topic} */
    List<Topic> exchanges(Tongue tongue) {
        return exchanges.getOrDefault(tongue, List.of());
    }

    Optional<Topic> find(Tongue tongue, String id) {
        return topics(tongue).stream().filter(topic -> topic.id().equals(id)).findFirst();
    }

    private void read(Tongue tongue) {
        Topic topic = new Topic("", List.of(), List.of());
        Topic.Paper paper = null;
        for (String line : Sections.lines("topics." + tongue.code() + ".txt")) {
            String rest = line.substring(1).strip();
            switch (line.charAt(0)) {
                case '=', '+' -> {
                    topic = new Topic(rest, new ArrayList<>(), new ArrayList<>());
                    (line.charAt(0) == '=' ? topics : exchanges).getOrDefault(tongue, List.of()).add(topic);
                }
                case '~' -> topic.subjects().add(rest);
                case '>' -> {
                    int at = rest.indexOf('@');
                    paper = at < 0 ? null : paper(rest.substring(at + 1));
                    topic.steps().add(step((at < 0 ? rest : rest.substring(0, at)).strip(), tongue));
                }
                case '-' -> topic.steps().getLast().ways().add(way(rest, paper));
                default -> throw new IllegalStateException("no such line in a topic: " + line);
            }
        }
    }

    private static Topic.Step step(String head, Tongue tongue) {
        Tongue language = head.length() > 1 ? Tongue.of(head.substring(1).strip()) : tongue;
        return new Topic.Step(head.startsWith("C"), language, new ArrayList<>());
    }

    private static Topic.Way way(String line, Topic.@Nullable Paper shared) {
        int colons = line.startsWith("@") ? line.indexOf(" :: ") : -1;
        Topic.Paper paper = colons < 0 ? shared : paper(line.substring(1, colons));
        String text = colons < 0 ? line : line.substring(colons + 4);
        return new Topic.Way(Arrays.stream(text.split("¶", -1)).map(String::strip).toList(), paper);
    }

    private static Topic.Paper paper(String text) {
        int blank = text.indexOf(' ');
        return new Topic.Paper(text.substring(0, blank), text.substring(blank + 1).strip());
    }
}
