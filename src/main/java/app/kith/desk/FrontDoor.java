package app.kith.desk;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a second start finds the first window: a Unix-domain socket in the data folder, or in the temporary folder where the data
 * folder's path is too long for one. Nothing but a knock passes through it.
 */
public final class FrontDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int LONGEST_PATH = 100;

    private final Path path;
    private final ServerSocketChannel server;

    private FrontDoor(Path path, ServerSocketChannel server) {
        this.path = path;
        this.server = server;
    }

    private static Path path(Path home) {
        Path inside = home.resolve("front");
        if (inside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
            return inside;
        }
        String name = "kith-" + HexFormat.of().toHexDigits(inside.toString().hashCode());
        return Path.of(System.getProperty("java.io.tmpdir")).resolve(name);
    }

    /**
     * Opens the door of a data folder that this process has locked.
     *
     * @param home the data folder
     * @param knocked run on a thread of the door's own for each knock
     * @return the door
     * @throws IOException where the system has no such sockets; one can live without
     */
    public static FrontDoor open(Path home, Runnable knocked) throws IOException {
        Path path = path(home);
        Files.deleteIfExists(path); // Left by a process that was killed: the lock is ours, so nobody listens there.
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        FrontDoor door = new FrontDoor(path, server);
        Thread.ofVirtual().name("front-door").start(() -> door.listen(knocked));
        return door;
    }

    private void listen(Runnable knocked) {
        while (server.isOpen()) {
            try (SocketChannel guest = server.accept()) {
                knocked.run();
                guest.write(ByteBuffer.wrap(new byte[]{'!'}));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.debug("A knock went wrong", e);
            }
        }
    }

    /**
     * Knocks at the window that has a data folder open.
     *
     * @param home the data folder
     * @return whether somebody was there
     */
    public static boolean knock(Path home) {
        try (SocketChannel channel = SocketChannel
                .open(UnixDomainSocketAddress.of(path(home.toAbsolutePath().normalize())))) {
            return channel.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
    }
}
