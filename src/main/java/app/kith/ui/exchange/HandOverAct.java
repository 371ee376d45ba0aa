package app.kith.ui.exchange;

import app.kith.desk.Destination;
import app.kith.desk.ExportedMail;
import app.kith.desk.HandOver;
import app.kith.desk.Profiles;
import app.kith.exchange.ExportProfile;
import app.kith.mail.SafeFileName;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Outside;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;

/** Hands a customer over: asks for a place, writes there in the background, and says so at the end. JavaFX thread only. */
public final class HandOverAct {
    private final Supplier<HandOver> handOver;
    private final Supplier<Profiles> profiles;
    private final Background background;
    private final Outside outside;
    private final Words words;
    private final ZoneId zone;

    /**
     * Makes the act.
     *
     * @param handOver writes
     * @param profiles what of the card goes out
     * @param background where work is done
     * @param outside asks for the place
     * @param words the language of the notices and of what is written
     * @param zone where the user is
     */
    public HandOverAct(Supplier<HandOver> handOver, Supplier<Profiles> profiles, Background background,
            Outside outside, Words words, ZoneId zone) {
        this.handOver = handOver;
        this.profiles = profiles;
        this.background = background;
        this.outside = outside;
        this.words = words;
        this.zone = zone;
    }

    /**
     * Begins.
     *
     * @param contact number of the customer
     * @param name the customer's name
     */
    public void begin(long contact, String name) {
        background.run("hand-over-profiles", () -> profiles.get().own(), own -> {
            if (own.isEmpty()) {
                place(contact, name, ExportProfile.builtIn().getFirst());
            } else {
                choose(contact, name, own);
            }
        }, failure -> outside.say(words.sentence(failure)));
    }

    /** Whoever has profiles of their own is asked what of the card goes out. */
    private void choose(long contact, String name, List<ExportProfile> own) {
        VBox choices = Controls.column(8, Controls.paragraph(words.get("profile.choose"), "muted"));
        Stream.concat(ExportProfile.builtIn().stream().limit(1), own.stream()).forEach(profile -> {
            String key = "profile.known." + profile.id();
            String known = words.get(key);
            choices.getChildren().add(Controls.button(known.equals(key) ? profile.id() : known,
                    () -> place(contact, name, profile)));
        });
        outside.show(words.get("profile.choose-title", name), choices);
    }

    private void place(long contact, String name, ExportProfile profile) {
        outside.file(SafeFileName.of(name) + ".zip").ifPresent(out -> write(contact, name, profile, out));
    }

    private void write(long contact, String name, ExportProfile profile, Path out) {
        outside.say(words.get("handover.running", name));
        // Whoever chooses a file that is there has been asked about it by the system's dialog.
        Destination destination = new Destination(out, true, words, zone);
        background.run("hand-over-" + contact,
                () -> handOver.get().write(contact, profile, destination),
                done -> outside.offer(told(name, done), words.get("handover.open"), () -> outside.openFile(out)),
                failure -> outside.say(words.sentence(failure)));
    }

    private String told(String name, ExportedMail done) {
        String text = words.get("handover.done", name, words.count("export.mails", done.mails()),
                words.count("handover.files", done.files()));
        long notWhole = done.headersOnly() + (long) done.aside().size();
        return notWhole == 0 ? text : text + " " + words.count("handover.not-whole", notWhole);
    }
}
