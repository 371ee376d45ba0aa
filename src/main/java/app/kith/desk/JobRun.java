package app.kith.desk;

import app.kith.exchange.EntryPlan;
import app.kith.exchange.ImportPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a saved import came to.
 *
 * @param contacts what was planned for files of contacts; null where there were none
 * @param entries what was planned for files of activities and records; null where there were none
 * @param mail what came of files of mail
 * @param taken what was taken in
 * @param aside what cannot be read
 */
public record JobRun(@Nullable ImportPlan contacts, @Nullable EntryPlan entries, List<MailImports.Done> mail,
        List<Jobs.Taken> taken, List<Jobs.Aside> aside) {
    static final JobRun NOTHING = new JobRun(null, null, List.of(), List.of(), List.of());

    /** Keeps its own copies. */
    public JobRun {
        mail = List.copyOf(mail);
        taken = List.copyOf(taken);
        aside = List.copyOf(aside);
    }

    /** {@return whether anything was refused or set aside} */
    public boolean hasRefused() {
        return !aside.isEmpty() || contacts != null && contacts.hasRefused() || entries != null && entries.hasRefused()
                || mail.stream().anyMatch(done -> !done.aside().isEmpty());
    }
}
