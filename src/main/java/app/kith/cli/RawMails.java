package app.kith.cli;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Raw messages in files, folders and mbox files, one after another, in path order. */
final class RawMails {
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private RawMails() {}

    /** Visits every message below some paths. Files that cannot be read are told with the reason. */
    static void each(List<Path> paths, boolean splitMbox, Visitor visitor) {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new KithException(Problem.NOT_FOUND, path);
            }
            for (Path file : files(path)) {
                String name = Files.isDirectory(path)
                        ? path.relativize(file).toString().replace('\\', '/')
                        : path.toString();
                visit(file, name, splitMbox, visitor);
            }
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile)
                    .sorted((a, b) -> path.relativize(a).toString().compareTo(path.relativize(b).toString())).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new KithException(e, Problem.DISK, path, String.valueOf(e.getMessage()));
        }
    }

    private static void visit(Path file, String name, boolean splitMbox, Visitor visitor) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException | OutOfMemoryError e) {
            visitor.message(name, null, "the file cannot be read");
            return;
        }
        List<int[]> parts = splitMbox ? split(bytes) : List.of();
        boolean mbox = splitMbox && (parts.size() > 1 || name.endsWith(".mbox"));
        if (!mbox) {
            visitor.message(name, bytes, null);
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            visitor.message(name + "#" + (i + 1), java.util.Arrays.copyOfRange(bytes, parts.get(i)[0], parts.get(i)[1]),
                    null);
        }
    }

    /** The messages of an mbox file: each begins with a line "From …" behind an empty line (RFC 4155). */
    private static List<int[]> split(byte[] bytes) {
        List<Integer> starts = new ArrayList<>();
        boolean blankBefore = true;
        int line = 0;
        while (line < bytes.length) {
            int end = line;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (blankBefore && startsWith(bytes, line)) {
                starts.add(line);
            }
            blankBefore = end - line == 0 || end - line == 1 && bytes[line] == '\r';
            line = end + 1;
        }
        List<int[]> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            parts.add(new int[]{starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : bytes.length});
        }
        return starts.isEmpty() || starts.getFirst() != 0 ? List.of() : parts;
    }

    private static boolean startsWith(byte[] bytes, int at) {
        for (int i = 0; i < FROM.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != FROM[i]) {
                return false;
            }
        }
        return true;
    }

    /** Takes one message, or the reason why it cannot be had. */
    interface Visitor {
        void message(String name, byte @Nullable [] raw, @Nullable String error);
    }
}
