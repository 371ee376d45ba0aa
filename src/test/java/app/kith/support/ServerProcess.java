package app.kith.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server's process with its own folder. It hangs on a pipe from this JVM: when the JVM ends, in whatever way, so does the server, and
 * its files go.
 */
final class ServerProcess implements AutoCloseable {
    /** Ends the server when its input ends: at close, or with the JVM that held the other end. */
    private static final String WATCH = "home=$1; shift; \"$@\" & pid=$!; cat >/dev/null; kill $pid; wait $pid; rm -rf \"$home\"";

    private final Path home;
    private final Process process;

    private ServerProcess(Path home, Process process) {
        this.home = home;
        this.process = process;
    }

    /** Makes a folder for a server that anybody may read. Names of Unix sockets are limited to about 100 characters: no deep folder. */
    static Path folder(String name) throws IOException {
        Path base = Path.of(System.getProperty("java.io.tmpdir"));
        Path home = Files.createTempDirectory(base.toString().length() > 50 ? Path.of("/tmp") : base, name);
        return Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Starts a program that stays in the foreground. */
    static ServerProcess start(Path home, String... program) throws IOException {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", WATCH, "sh", home.toString()));
        words.addAll(List.of(program));
        return new ServerProcess(home, new ProcessBuilder(words).redirectErrorStream(true).start());
    }

    /** Two ports that nobody has. */
    static int[] freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new int[]{one.getLocalPort(), two.getLocalPort()};
        }
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            delete(home);
        }
    }

    /** Deletes a folder with all that is in it, if it is there. */
    static void delete(Path home) {
        if (!Files.exists(home)) {
            return;
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
