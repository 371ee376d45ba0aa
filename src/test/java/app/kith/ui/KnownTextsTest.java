package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.ui.look.KnownTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proposed below a field of a rule. */
class KnownTextsTest {
    private static final List<String> TAGS = List.of("VIP", "展会 2026", "Fair 2026", "Unfair terms", "Café");

    @Test
    void whatBeginsSoComesFirst() {
        assertThat(KnownTexts.fitting(TAGS, "fair")).containsExactly("Fair 2026", "Unfair terms");
        assertThat(KnownTexts.fitting(TAGS, "展")).containsExactly("展会 2026");
        assertThat(KnownTexts.fitting(TAGS, "cafe ")).as("it is there already").isEmpty();
        assertThat(KnownTexts.fitting(TAGS, "")).hasSize(5);
        assertThat(KnownTexts.fitting(TAGS, "nothing like it")).isEmpty();
    }
}
