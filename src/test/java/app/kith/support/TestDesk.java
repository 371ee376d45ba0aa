package app.kith.support;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.demo.DemoServer;
import app.kith.desk.Desk;
import app.kith.desk.DeskOptions;
import app.kith.sync.StopSignal;
import app.kith.sync.SyncReport;
import app.kith.vault.Argon2;
import app.kith.vault.KeyRing;
import java.nio.file.Path;

/** Desks for tests, whose passphrase is cheap to try. */
public final class TestDesk {
    private TestDesk() {}

    public static DeskOptions options(Path home) {
        return DeskOptions.of(home, "open sesame".toCharArray(), KeyRing.none()).costing(new Argon2(64, 1, 1));
    }

    public static Desk open(Path home) {
        return Desk.open(options(home));
    }

    public static Account account(DemoServer server) {
        return new Account(0, server.address(), "", new Server(server.host(), server.port(), Security.NONE), null,
                server.address(), null, null, null);
    }

    public static Account add(Desk desk, DemoServer server) {
        return desk.accounts().add(account(server), server.password()).account();
    }

    public static SyncReport sync(Desk desk) {
        return desk.sync().pass(desk.accounts().list(), "", new StopSignal(), _ -> {}).getFirst();
    }
}
