package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.rule.Rule;
import app.kith.store.OldStore;
import app.kith.support.TestDesk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of the form before rules is brought up to date, and rules find in it what was done before. */
class RuleSchemaTest {
    @TempDir
    private Path home;

    @Test
    void aStoreOfBeforeRulesFindsWhatWasDoneBefore() throws Exception {
        try (Desk desk = TestDesk.open(home)) {
            desk.records().add(List.of(Value.of(Property.NAME, "", "Anna"), Value.of(Property.STAGE, "", "won")));
        }
        OldStore.beforeRules(home);
        assertThat(OldStore.hasIndex(home, "CHANGE_CONTACT_SEQUENCE")).isFalse();
        try (Desk desk = TestDesk.open(home)) {
            Rule rule = desk.rules().add(Rule.parse(0, "name: W\nwhen: changed:stage=won\nthen: tag:won")).rule();
            assertThat(desk.rules().past(rule, 90, () -> false).firings()).hasSize(1);
            assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
        }
        assertThat(OldStore.hasIndex(home, "CHANGE_CONTACT_SEQUENCE")).isTrue();
    }
}
