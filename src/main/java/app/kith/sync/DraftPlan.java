package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.State;
import app.kith.store.OutboxView.DraftCopy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the copies of one letter in an account's folder of drafts. The Message-ID of a copy names the letter and its version,
 * so that what is there tells what is to be done.
 *
 * @param now Message-ID that the copy of the version kept here has; empty where there is to be none
 * @param put whether that copy is not there and never was
 * @param remove copies that are there and are not to be
 */
record DraftPlan(String now, boolean put, List<DraftCopy> remove) {
    private static final String MARK = "kith-draft.";

    DraftPlan {
        remove = List.copyOf(remove);
    }

    /**
     * Plans for one letter.
     *
     * @param account the account
     * @param letter the letter
     * @param all what lies, or lay, in the account's folder of drafts
     * @param drafts the letters
     */
    static DraftPlan of(Account account, Outgoing letter, List<DraftCopy> all, Drafts drafts) {
        List<DraftCopy> copies = all.stream().filter(copy -> isOf(copy, letter)).toList();
        boolean wanted = letter.state() == State.DRAFT && letter.account() == account.id();
        if (!wanted && copies.stream().noneMatch(DraftCopy::lies)) {
            return new DraftPlan("", false, List.of());
        }
        String now = wanted ? id(letter, version(drafts.raw(letter))) : "";
        return new DraftPlan(now, wanted && copies.stream().noneMatch(copy -> copy.headerId().equals(now)),
                copies.stream().filter(copy -> copy.lies() && !copy.headerId().equals(now)).toList());
    }

    /** The Message-ID of the copy of a version of a letter. */
    static String id(Outgoing letter, String version) {
        return MARK + version + "." + letter.messageId();
    }

    private static boolean isOf(DraftCopy copy, Outgoing letter) {
        return copy.headerId().startsWith(MARK) && copy.headerId().endsWith("." + letter.messageId());
    }

    /** A word for what a draft says; another one for anything else. */
    private static String version(byte[] raw) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it comes to, in one word; empty where nothing is to be done. */
    Optional<DraftStep.Kind> kind() {
        if (put) {
            return Optional.of(remove.isEmpty() ? DraftStep.Kind.PUT : DraftStep.Kind.REPLACE);
        }
        return remove.isEmpty() ? Optional.empty() : Optional.of(DraftStep.Kind.REMOVE);
    }
}
