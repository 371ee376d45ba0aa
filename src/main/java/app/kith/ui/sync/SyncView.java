package app.kith.ui.sync;

import app.kith.account.Account;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The sync page: every account, what goes on, what was done, folder by folder. */
public final class SyncView extends ScrollPane {
    private final SyncModel model;
    private final Words words;
    private final Dates dates;
    private final Acts acts;
    private final VBox panels = Controls.column(16);
    private final Map<Account, AccountPanel> byAccount = new HashMap<>();

    /**
     * What can be done to accounts from here.
     *
     * @param add adds one
     * @param edit edits one
     * @param remove removes one
     */
    public record Acts(Runnable add, Consumer<Account> edit, Consumer<Account> remove) {}

    /**
     * Makes the page.
     *
     * @param model the state
     * @param words the language
     * @param dates writes dates
     * @param pending what waits for a server
     * @param books the address books on servers
     * @param acts what can be done to accounts
     */
    public SyncView(SyncModel model, Words words, Dates dates, PendingView pending, BooksView books,
            Acts acts) {
        this.model = model;
        this.words = words;
        this.dates = dates;
        this.acts = acts;
        getStyleClass().add("page");
        setFitToWidth(true);
        VBox page = Controls.column(16,
                Controls.row(8, Controls.label(words.get("screen.nav.sync"), "page-title"), Controls.spring(),
                        Controls.button(words.get("screen.account.add"), acts.add())),
                Controls.paragraph(words.get("screen.sync.intro"), "muted"), pending, panels, books);
        page.getStyleClass().add("page-body");
        setContent(page);
        model.allProperty().when(Controls.attached(this)).subscribe(_ -> show());
        model.foldersProperty().when(Controls.attached(this)).subscribe(_ -> show());
        model.passesProperty().when(Controls.attached(this)).subscribe(_ -> show());
        Controls.every(this, Duration.seconds(30), this::show);
    }

    private void show() {
        List<AccountSync> all = model.allProperty().get();
        List<Account> accounts = all.stream().map(AccountSync::account).toList();
        if (!byAccount.keySet().equals(java.util.Set.copyOf(accounts))) {
            byAccount.keySet().retainAll(accounts);
            accounts.forEach(account -> byAccount.computeIfAbsent(account,
                    each -> new AccountPanel(each, model, words, dates, acts)));
            panels.getChildren().setAll(accounts.stream().map(byAccount::get).toList());
        }
        if (all.isEmpty()) {
            panels.getChildren().setAll(Controls.empty("fth-inbox", words.get("screen.sync.no-account"),
                    words.get("screen.sync.no-account-text"),
                    Controls.button(words.get("screen.account.add"), acts.add(), "accent")));
        }
        for (AccountSync state : all) {
            AccountPanel panel = byAccount.get(state.account());
            if (panel != null) {
                panel.show(state, model.foldersProperty().get().getOrDefault(state.account().id(), List.of()),
                        model.passesProperty().get().getOrDefault(state.account().id(), List.of()));
            }
        }
    }
}
