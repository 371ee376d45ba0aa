package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.exchange.ExportProfile;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Export profiles: those that come with Kith, and the user's own, which are kept in the ledger and go first. Blocks. */
public final class Profiles {
    private static final String PROFILE = "profile/";

    private final UserTextView texts;
    private final Journal journal;

    Profiles(UserTextView texts, Journal journal) {
        this.texts = texts;
        this.journal = journal;
    }

    /** {@return the user's own, by name} */
    public List<ExportProfile> own() {
        return texts.all(PROFILE).entrySet().stream()
                .flatMap(each -> ExportProfile.read(each.getKey(), each.getValue()).stream()).toList();
    }

    /** {@return all that can be chosen: those that come with Kith, then the user's own; each name once} */
    public List<ExportProfile> all() {
        List<ExportProfile> own = own();
        return Stream.concat(
                ExportProfile.builtIn().stream()
                        .filter(one -> own.stream().noneMatch(mine -> mine.id().equals(one.id()))),
                own.stream()).toList();
    }

    /**
     * Finds a profile, or makes one of a list of properties.
     *
     * @param name name of a profile, or properties with commas between them
     * @return the profile
     * @throws KithException PROFILE_UNKNOWN
     */
    public ExportProfile find(String name) {
        return ExportProfile.of(name, own());
    }

    /**
     * Keeps a profile, or changes the one of its name.
     *
     * @param profile the profile; its name without commas and slashes
     * @return number of the change set; 0 if it was kept so already
     * @throws KithException USAGE where the name cannot be one, or nothing would go out
     */
    public long save(ExportProfile profile) {
        String id = profile.id().strip();
        if (id.isEmpty() || id.contains(",") || id.contains("/") || profile.properties().isEmpty()) {
            throw new KithException(Problem.USAGE, id);
        }
        return enter("profile-saved " + id, id, profile.text());
    }

    /**
     * Removes one of the user's own.
     *
     * @param name its name
     * @return number of the change set
     * @throws KithException NOT_FOUND
     */
    public long remove(String name) {
        if (own().stream().noneMatch(one -> one.id().equals(name))) {
            throw new KithException(Problem.NOT_FOUND, name);
        }
        return enter("profile-removed " + name, name, "");
    }

    private long enter(String reason, String id, String after) {
        return journal.enter(Actor.USER, reason, _ -> {
            String before = texts.all(PROFILE).getOrDefault(id, "");
            return before.equals(after)
                    ? List.<Change>of()
                    : List.<Change>of(new TextChange(PROFILE + id, before, after));
        }).orElse(0);
    }
}
