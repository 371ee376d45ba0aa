package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An import that is kept to be done again: which files, and how they are understood.
 *
 * @param name its name; not blank, without a slash
 * @param folder the folder in which the files lie, absolute
 * @param pattern which of them: a name, in which {@code *} stands for any text and {@code ?} for one character; case does not count
 * @param choice how they are read
 * @param options how their rows are taken
 * @param account whose mail it is, for files of mail; empty for the first account
 * @param watched whether the folder is looked at by itself
 */
public record ImportJob(String name, Path folder, String pattern, ImportFile.Choice choice, Importer.Options options,
        String account, boolean watched) {
    private static final JsonMapper JSON = new JsonMapper();
    /** Names of files that a program is still writing, and of the locks of Office programs. */
    private static final Pattern UNFINISHED = Pattern.compile("[.~].*|.*\\.(tmp|part|partial|crdownload|download|lock)",
            Pattern.CASE_INSENSITIVE);

    private record Text(String folder, String pattern, String preset, Map<String, String> fields, String key,
            String mode, String account, boolean watched) {}

    /**
     * Makes the folder absolute.
     *
     * @throws KithException USAGE where the name cannot be one
     */
    public ImportJob {
        name = name.strip();
        if (name.isEmpty() || name.contains("/")) {
            throw new KithException(Problem.USAGE, name);
        }
        folder = folder.toAbsolutePath().normalize();
        pattern = pattern.isBlank() ? "*" : pattern.strip();
    }

    /** {@return the job as a text, to be kept} */
    public String text() {
        return JSON.writeValueAsString(new Text(folder.toString(), pattern, choice.preset(),
                new LinkedHashMap<>(choice.fields()), word(options.key()), word(options.mode()), account, watched));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a job that was kept.
     *
     * @param name its name
     * @param text what {@link #text} gave
     * @return the job; empty where the text is none
     */
    public static Optional<ImportJob> of(String name, String text) {
        try {
            Text read = JSON.readValue(text, Text.class);
            return Optional.of(new ImportJob(name, Path.of(read.folder()), read.pattern(),
                    new ImportFile.Choice(read.preset(), read.fields()),
                    new Importer.Options(Importer.Key.valueOf(read.key().toUpperCase(Locale.ROOT)),
                            Importer.Mode.valueOf(read.mode().toUpperCase(Locale.ROOT))),
                    read.account(), read.watched()));
        } catch (JacksonException | IllegalArgumentException | NullPointerException | KithException e) {
            return Optional.empty();
        }
    }

    /**
     * The same job, looked at by itself or not.
     *
     * @param other whether it is
     * @return the job
     */
    public ImportJob watched(boolean other) {
        return new ImportJob(name, folder, pattern, choice, options, account, other);
    }

    /**
     * Whether a file is one of the job's.
     *
     * @param file the file
     * @return true where its name fits and it is not one that is still being written
     */
    public boolean takes(Path file) {
        Path last = file.getFileName();
        return last != null && !UNFINISHED.matcher(last.toString()).matches()
                && expression(pattern).matcher(last.toString()).matches();
    }

    private static Pattern expression(String pattern) {
        String expression = pattern.codePoints().mapToObj(c -> switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(c));
        }).collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /**
     * Looks which files there are. Blocks.
     *
     * @return the files, by their names
     * @throws KithException DISK where the folder cannot be read
     */
    public List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> takes(file) && Files.isRegularFile(file)).sorted().toList();
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, folder, e.getClass().getSimpleName());
        }
    }
}
