package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.support.TestDesk;
import app.kith.vault.KeyRing;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskTest {
    @TempDir
    private Path folder;

    @Test
    void oneDeskAtATimeHasAFolder() {
        try (Desk first = TestDesk.open(folder)) {
            assertThat(first.home()).isEqualTo(folder);
            assertProblem(() -> TestDesk.open(folder), Problem.STORE_IN_USE);
        }
        TestDesk.open(folder).close();
    }

    @Test
    void aWrongPassphraseOpensNothingAndChangesNothing() throws IOException {
        TestDesk.open(folder).close();
        byte[] store = Files.readAllBytes(folder.resolve("kith.mv.db"));
        assertProblem(() -> Desk.open(DeskOptions.of(folder, "wrong".toCharArray(), KeyRing.none())),
                Problem.WRONG_PASSPHRASE);
        assertThat(Files.readAllBytes(folder.resolve("kith.mv.db"))).isEqualTo(store);
        TestDesk.open(folder).close();
    }

    @Test
    void aFolderOfSomebodyElsesMakingIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("vault.json"), "{\"format\": 99, \"id\": \"x\", \"wraps\": []}");
        assertProblem(() -> TestDesk.open(folder), Problem.STORE_TOO_NEW);
        assertThat(folder.resolve("kith.mv.db")).doesNotExist();
    }

    @Test
    void aSecondStartIsHeardByTheFirst() throws Exception {
        CountDownLatch knocked = new CountDownLatch(1);
        assertThat(FrontDoor.knock(folder)).isFalse();
        try (FrontDoor door = FrontDoor.open(folder, knocked::countDown)) {
            assertThat(door).isNotNull();
            assertThat(FrontDoor.knock(folder)).isTrue();
            assertThat(knocked.await(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(FrontDoor.knock(folder)).isFalse();
    }

    @Test
    void aDoorIsOpenedAlsoInAFolderWithALongNameAndAfterAKill() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("很长的名字".repeat(12)));
        try (FrontDoor door = FrontDoor.open(deep, () -> {})) {
            assertThat(FrontDoor.knock(deep)).isTrue();
            // A killed process leaves its socket file behind; the next one that holds the lock opens the door anew.
            try (FrontDoor again = FrontDoor.open(deep, () -> {})) {
                assertThat(FrontDoor.knock(deep)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Linux, /home/li, , /home/li/.local/share/kith", "Linux, /home/li, /data, /data/kith",
            "Linux, /home/li, relative, /home/li/.local/share/kith",
            "Mac OS X, /Users/li, , /Users/li/Library/Application Support/Kith"})
    void theDataFolderLiesWhereThePlatformWantsIt(String system, String user, String xdg, Path expected) {
        Map<String, String> environment = xdg == null ? Map.of() : Map.of("XDG_DATA_HOME", xdg);
        Map<String, String> properties = Map.of("os.name", system, "user.home", user);
        assertThat(Home.usual(environment, properties::get)).isEqualTo(expected);
    }

    @Test
    void onWindowsItIsTheRoamingFolder() {
        Path home = Home.usual(Map.of("APPDATA", "/roaming"),
                Map.of("os.name", "Windows 11", "user.home", "/users/li")::get);
        assertThat(home).isEqualTo(Path.of("/roaming/Kith"));
    }

    @Test
    void theFolderIsItsOwnersOnly() throws IOException {
        Path home = folder.resolve("new");
        TestDesk.open(home).close();
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(home)).hasSize(3);
            assertThat(Files.getPosixFilePermissions(home.resolve("vault.json"))).hasSize(2);
        }
    }

    private static void assertProblem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Problem problem) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KithException.class,
                e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
