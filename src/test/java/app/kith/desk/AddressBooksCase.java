package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.AddressBook;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.support.BookServer;
import app.kith.support.TestDesk;
import app.kith.sync.StopSignal;
import app.kith.sync.carddav.BookPlan;
import app.kith.sync.carddav.BookReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk with one address book on a server inside the test, and what the tests of it ask. */
abstract class AddressBooksCase {
    @TempDir
    Path folder;

    final BookServer server = new BookServer();
    Desk desk;
    Account account;

    @BeforeEach
    void open() {
        desk = TestDesk.open(folder);
        account = add(server.url());
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    Account add(String url) {
        return desk.accounts().add(new Account(0, BookServer.USER, "", new Server("localhost", 993, Security.TLS), null,
                BookServer.USER, null, url, null), BookServer.PASSWORD).account();
    }

    static String card(String uid, String name, String... lines) {
        return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid + "\r\nFN:" + name + "\r\nN:" + name + ";;;;\r\n"
                + String.join("", List.of(lines).stream().map(line -> line + "\r\n").toList()) + "END:VCARD\r\n";
    }

    BookReport pass() {
        return desk.addressBooks().pass(account, false, new StopSignal()).getFirst();
    }

    AddressBook book() {
        return desk.addressBooks().of(account.id()).getFirst();
    }

    BookReport accept() {
        if (desk.addressBooks().of(account.id()).isEmpty()) {
            pass();
        }
        return desk.addressBooks().accept(account, book(), new StopSignal());
    }

    BookPlan plan() {
        return desk.addressBooks().plan(account, book(), new StopSignal());
    }

    long contact(String name) {
        return java.util.Arrays.stream(desk.customers().ids("", app.kith.store.Customers.Order.NAME, 0))
                .filter(id -> shown(id, Property.NAME).toString().startsWith("[" + name)).findFirst().orElseThrow();
    }

    int contacts() {
        return desk.customers().ids("", app.kith.store.Customers.Order.NAME, 0).length;
    }

    List<String> shown(long contact, Property property) {
        return desk.customers().find(contact).orElseThrow().values().stream().map(ShownValue::value)
                .filter(value -> value.property() == property).map(Value::raw).toList();
    }

    static Value value(Property property, String raw) {
        return Value.of(property, "", raw);
    }

    /** Two more passes change nothing on either side. */
    void assertSettled() {
        pass();
        long last = ledger();
        var there = server.texts();
        pass();
        assertThat(server.texts()).as("what is on the server after one pass more").isEqualTo(there);
        assertThat(ledger()).as("change sets after one pass more").isEqualTo(last);
    }

    /** The number of the last change set. */
    long ledger() {
        return desk.history().list(0, 0, 1).getFirst().sequence();
    }
}
