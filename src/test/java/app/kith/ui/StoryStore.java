package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.exchange.ImportFile;
import app.kith.exchange.Importer;
import app.kith.support.Cable;
import app.kith.support.SecondClient;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the stories begin from: a mailbox on a server of its own, pulled once, and a list of customers taken in once. Each story gets a
 * copy of the data folder; the server and the cable to it are the same for all.
 */
final class StoryStore implements AutoCloseable {
    static final int MAILS = Integer.getInteger("kith.stories.mails", 300);
    static final int CUSTOMERS = Integer.getInteger("kith.stories.customers", 100);
    /** Every so manieth mail carries an office file. */
    private static final int WITH_FILES = 10;

    private final DemoServer server;
    private final Cable imap;
    private final Cable smtp;
    private final Path home;
    private final Instant now = Instant.now();

    StoryStore(Path folder) throws Exception {
        int withFiles = MAILS / WITH_FILES;
        server = DemoServer.start(SampleMailbox.of(11, MAILS - withFiles, now));
        imap = new Cable(server.port());
        smtp = new Cable(server.smtpPort());
        home = folder.resolve("home");
        List<StoryCustomer> customers = StoryCustomer.many(CUSTOMERS);
        try (SecondClient client = new SecondClient(server)) {
            client.append("INBOX", StoryMails.many(withFiles, now, customers));
            client.append("INBOX", StoryMails.told(now));
        }
        TestDesk.keys(home);
        try (Desk desk = TestDesk.open(home)) {
            desk.accounts().add(new Account(0, server.address(), SampleMailbox.USER_NAME,
                    new Server(server.host(), imap.port(), Security.NONE),
                    new Server(server.host(), smtp.port(), Security.NONE), server.address(), null, null, null),
                    server.password());
            assertThat(TestDesk.sync(desk).status()).isEqualTo(Status.OK);
            take(desk, Files.writeString(folder.resolve("customers.csv"), StoryCustomer.csv(customers)));
            add(desk, "Anna Keller", "anna.keller@nordwind.example", "+49 170 5551234");
            add(desk, "Keller, Anna", "a.keller@web.example", "+49 170 5551234");
            add(desk, "魏东升", "wei.ds@ningbo.example", "13800138000");
            assertThat(desk.search().await(Duration.ofMinutes(20))).isTrue();
        }
    }

    private static void take(Desk desk, Path csv) {
        Importer.Options options = new Importer.Options(Importer.Key.AUTO, Importer.Mode.BOTH);
        desk.transfers().imports().enter(desk.transfers().imports().plan(
                List.of(ImportFile.open(csv, desk.transfers().imports().presets(), ImportFile.Choice.AUTOMATIC)),
                options, _ -> {},
                () -> false), options);
    }

    private static void add(Desk desk, String name, String email, String phone) {
        List<Value> values = new ArrayList<>(List.of(Value.of(Property.NAME, "", name),
                Value.of(Property.EMAIL, "", email), Value.of(Property.PHONE, "mobile", phone)));
        if (name.contains("Keller")) {
            values.add(Value.of(Property.COMPANY, "", "Nordwind GmbH"));
        }
        desk.records().add(values);
    }

    /** A data folder of its own for a story. */
    Path copy(Path to) {
        TestDesk.copy(home, to);
        return to;
    }

    DemoServer server() {
        return server;
    }

    void unplug() {
        imap.pull();
        smtp.pull();
    }

    void plug() {
        imap.plug();
        smtp.plug();
    }

    @Override
    public void close() throws IOException {
        imap.close();
        smtp.close();
        server.close();
    }
}
