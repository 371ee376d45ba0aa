package app.kith.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Dovecot's programs as they are installed here.
 *
 * @param dovecot the server
 * @param doveadm its tool
 */
record DovecotBinary(Path dovecot, Path doveadm) {
    private static final List<String> PLACES = List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin",
            "/opt/homebrew/sbin", "/opt/homebrew/bin");
    private static final List<String> IMAP = List.of("/usr/lib/dovecot/imap", "/usr/libexec/dovecot/imap",
            "/usr/local/libexec/dovecot/imap", "/opt/homebrew/libexec/dovecot/imap");
    private static final Optional<DovecotBinary> FOUND = search();

    /** {@return the programs, if they are all there and of a version whose configuration we can write: 2.3} */
    static Optional<DovecotBinary> find() {
        return FOUND;
    }

    private static Optional<DovecotBinary> search() {
        if (IMAP.stream().noneMatch(path -> Files.isExecutable(Path.of(path)))) {
            return Optional.empty();
        }
        return program("dovecot").flatMap(server -> program("doveadm").map(tool -> new DovecotBinary(server, tool)))
                .filter(
                        found -> run(List.of(found.dovecot.toString(), "--version")).startsWith("2.3"));
    }

    private static Optional<Path> program(String name) {
        List<String> places = new ArrayList<>(
                List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
        places.addAll(PLACES);
        return places.stream().filter(place -> !place.isEmpty()).map(place -> Path.of(place, name)).filter(
                Files::isExecutable).findFirst();
    }

    /** {@return what a program prints; fails where it ends with an error that is not expected} */
    static String run(List<String> command, int... expected) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int state = process.waitFor();
            if (state != 0 && IntStream.of(expected).noneMatch(one -> one == state)) {
                throw new IllegalStateException(command + " ended with " + state + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }
}
