package app.kith.ui.compose;

import app.kith.account.Account;
import app.kith.compose.Draft;
import java.util.List;
import java.util.Map;

/**
 * What a window for writing opens with.
 *
 * @param id number of the draft; 0 for a new letter
 * @param draft what it says
 * @param quoted where in its text the quoted part begins; the text's length where there is none
 * @param account who sends it
 * @param accounts who could
 * @param signatures by numbers of accounts
 * @param templates by name
 */
record Beginning(long id, Draft draft, int quoted, Account account, List<Account> accounts,
        Map<Long, String> signatures, Map<String, String> templates) {
    String signature(Account of) {
        return signatures.getOrDefault(of.id(), "");
    }
}
