package app.kith.ui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proposed below a field of a rule. */
class ChoiceTest {
    private static final List<String> TAGS = List.of("VIP", "展会 2026", "Fair 2026", "Unfair terms", "Café");

    @Test
    void whatBeginsSoComesFirst() {
        assertThat(Choice.fitting(TAGS, "fair")).containsExactly("Fair 2026", "Unfair terms");
        assertThat(Choice.fitting(TAGS, "展")).containsExactly("展会 2026");
        assertThat(Choice.fitting(TAGS, "cafe ")).as("it is there already").isEmpty();
        assertThat(Choice.fitting(TAGS, "")).hasSize(5);
        assertThat(Choice.fitting(TAGS, "nothing like it")).isEmpty();
    }
}
