package app.kith.cli;

import app.kith.match.Answer;
import app.kith.match.Duplicates;
import app.kith.match.Findings;
import app.kith.match.Match;
import app.kith.match.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How right proposals are before and after answers of a user who knows the truth, on tables that are named:
 * {@code FILE [--link FILE2] --truth column:NAME | clusters:FILE:ID:CLUSTER | pairs:FILE [--answers N] [--at-once N]}.
 */
public final class AnswersMeasure {
    private final ComparedRecords records;
    private final Set<Long> truth = new HashSet<>();

    private AnswersMeasure(ComparedRecords records) {
        this.records = records;
    }

    /** Prints a line of figures after each lot of answers. */
    public static void main(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        Path file = Path.of(args[0]);
        String link = options.get("--link");
        String[] truth = options.getOrDefault("--truth", "").split(":", -1);
        Set<String> hidden = truth[0].equals("column") ? Set.of(truth[1]) : Set.of();
        AnswersMeasure measure = new AnswersMeasure(ComparedRecords.read(file, link == null ? null : Path.of(link),
                options.getOrDefault("--id", ""), hidden));
        switch (truth[0]) {
            case "column" -> measure.clusters(column(RecordsFile.read(file), truth[1]));
            case "clusters" -> measure.clusters(measure.byId(RecordsFile.read(Path.of(truth[1])), truth[2], truth[3]));
            default -> measure.pairs(RecordsFile.read(Path.of(truth[1])));
        }
        measure.run(file.getFileName().toString(), Integer.parseInt(options.getOrDefault("--answers", "60")),
                Integer.parseInt(options.getOrDefault("--at-once", "10")));
    }

    private static List<String> column(RecordsFile file, String name) {
        int column = file.header().indexOf(name);
        return file.rows().stream().map(row -> row.get(column)).toList();
    }

    private List<String> byId(RecordsFile file, String id, String cluster) {
        Map<String, String> clusters = new HashMap<>();
        List<String> ids = column(file, id);
        List<String> values = column(file, cluster);
        for (int i = 0; i < ids.size(); i++) {
            clusters.put(ids.get(i), values.get(i));
        }
        return records.profiles().stream().map(profile -> clusters.getOrDefault(profile.id(), "?" + profile.id()))
                .toList();
    }

    private void clusters(List<String> owners) {
        Map<String, List<Integer>> members = new HashMap<>();
        for (int i = 0; i < owners.size(); i++) {
            List<Integer> others = members.computeIfAbsent(owners.get(i), _ -> new ArrayList<>());
            for (int other : others) {
                truth.add((long) other << 32 | i);
            }
            others.add(i);
        }
    }

    private void pairs(RecordsFile file) {
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> second = new HashMap<>();
        for (int i = 0; i < records.profiles().size(); i++) {
            (i < records.boundary() ? first : second).put(records.profiles().get(i).id(), i);
        }
        file.rows().forEach(row -> truth
                .add((long) first.getOrDefault(row.get(0), -1) << 32 | second.getOrDefault(row.get(1), -1)));
    }

    private void run(String name, int count, int atOnce) {
        List<Answer> answers = new ArrayList<>();
        Findings findings = scan(answers);
        System.out.println(name + "  " + line(findings, answers));
        while (answers.size() < count) {
            List<Match> asked = findings.instructive(Math.min(atOnce, count - answers.size()), known(answers));
            if (asked.isEmpty()) {
                break;
            }
            asked.forEach(match -> answers.add(answer(match)));
            findings = scan(answers);
            System.out.println("   " + line(findings, answers));
        }
        tell(findings);
    }

    private static void tell(Findings findings) {
        findings.learnt().moves().stream().limit(12).forEach(System.out::println);
    }

    private Set<String> known(List<Answer> answers) {
        Set<String> known = new HashSet<>();
        answers.forEach(answer -> {
            known.add(answer.first());
            known.add(answer.second());
        });
        return known;
    }

    private Answer answer(Match match) {
        List<Profile> profiles = records.profiles();
        return new Answer(profiles.get(match.first()).id(), profiles.get(match.second()).id(),
                truth.contains((long) match.first() << 32 | match.second()));
    }

    private Findings scan(List<Answer> answers) {
        return new Duplicates(records.schema(), records.profiles(), records.boundary(), List.of(), answers)
                .scan(_ -> {}, () -> false);
    }

    private @Nullable String line(Findings findings, List<Answer> answers) {
        long right = 0;
        List<Match> proposed = findings.pairs(Findings.PROPOSED);
        for (Match match : proposed) {
            right += truth.contains((long) match.first() << 32 | match.second()) ? 1 : 0;
        }
        double precision = right / (double) Math.max(1, proposed.size());
        double recall = right / (double) truth.size();
        return String.format(Locale.ROOT, "%3d answers (%d yes): P %.4f R %.4f F1 %.4f, line %+.2f", answers.size(),
                answers.stream().filter(Answer::same).count(), precision, recall,
                2 * precision * recall / Math.max(1e-9, precision + recall), findings.learnt().line());
    }
}
