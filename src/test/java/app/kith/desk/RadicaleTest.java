package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.AddressBook;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.support.NeedsRadicale;
import app.kith.support.RadicaleServer;
import app.kith.support.TestDesk;
import app.kith.sync.StopSignal;
import app.kith.sync.carddav.BookReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server, which writes the cards that it is given in its own way. */
@NeedsRadicale
class RadicaleTest {
    @TempDir
    private Path folder;

    @Test
    void bothSidesComeTogetherAndThenNothingIsDone() {
        try (RadicaleServer server = new RadicaleServer(); Desk desk = TestDesk.open(folder)) {
            for (int i = 0; i < 8; i++) {
                server.put("p" + i + ".vcf",
                        AddressBooksCase.card("u" + i, "Person " + i, "TEL;TYPE=CELL:+49 171 10" + i,
                                "X-LINE;X-P=1:kept " + i, "item1.EMAIL:p" + i + "@nord.example",
                                "item1.X-ABLabel:Desk"));
            }
            Account account = desk.accounts().add(new Account(0, server.user(), "", new Server("localhost", 993,
                    Security.TLS), null, server.user(), null, server.url(), null), server.password()).account();
            BookReport first = desk.addressBooks().pass(account, true, new StopSignal()).getFirst();
            assertThat(first.error()).isNull();
            assertThat(first.local()).as(String.valueOf(first)).isEqualTo(8);
            AddressBook book = desk.addressBooks().of(account.id()).getFirst();
            assertThat(book.name()).isEqualTo("People");
            desk.addressBooks().set(book.tagged("phone"));

            long person = contact(desk, "Person 1");
            desk.records().edit(person, List.of(Value.of(Property.TITLE, "", "Head"), Value.of(Property.PHONE, "",
                    "+49 30 555")), List.of());
            desk.records().add(List.of(Value.of(Property.NAME, "", "李雷"), Value.of(Property.TAG, "", "phone")));
            server.put("p2.vcf", server.text("p2.vcf").replace("+49 171 102", "+49 171 999"));
            server.remove("p3.vcf");
            BookReport second = desk.addressBooks().pass(account, false, new StopSignal()).getFirst();
            assertThat(second.error()).isNull();
            assertThat(second.sent()).isEqualTo(2);
            assertThat(second.removed()).isEqualTo(1);
            assertThat(second.onServer()).isEqualTo(8);
            assertThat(server.text("p1.vcf")).contains("TITLE:Head", "+49 30 555", "X-LINE;X-P=1:kept 1",
                    "p1@nord.example", "Desk");
            assertThat(desk.customers().find(contact(desk, "Person 2")).orElseThrow().values().stream()
                    .map(ShownValue::value).map(Value::raw)).contains("+49 171 999");

            long ledger = desk.history().list(0, 0, 1).getFirst().sequence();
            BookReport third = desk.addressBooks().pass(account, false, new StopSignal()).getFirst();
            BookReport fourth = desk.addressBooks().pass(account, false, new StopSignal()).getFirst();
            assertThat(third.sent() + third.fetched() + fourth.sent() + fourth.fetched()).isZero();
            assertThat(desk.history().list(0, 0, 1).getFirst().sequence()).isEqualTo(ledger);
        }
    }

    private static long contact(Desk desk, String name) {
        return java.util.Arrays.stream(desk.customers().ids("", app.kith.store.Customers.Order.NAME, 0))
                .filter(id -> desk.customers().find(id).orElseThrow().values().stream().map(ShownValue::value)
                        .anyMatch(value -> value.raw().equals(name)))
                .findFirst().orElseThrow();
    }
}
