package app.kith.ui.exchange;

import app.kith.desk.Destination;
import app.kith.desk.ExportedMail;
import app.kith.desk.HandOver;
import app.kith.exchange.ExportProfile;
import app.kith.mail.SafeFileName;
import app.kith.ui.look.Outside;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Hands a customer over: asks for a place, writes there in the background, and says so at the end. JavaFX thread only. */
public final class HandOverAct {
    private final Supplier<HandOver> handOver;
    private final Background background;
    private final Outside outside;
    private final Words words;
    private final ZoneId zone;

    /**
     * Makes the act.
     *
     * @param handOver writes
     * @param background where work is done
     * @param outside asks for the place
     * @param words the language of the notices and of what is written
     * @param zone where the user is
     */
    public HandOverAct(Supplier<HandOver> handOver, Background background, Outside outside, Words words, ZoneId zone) {
        this.handOver = handOver;
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
        outside.file(SafeFileName.of(name) + ".zip").ifPresent(out -> write(contact, name, out));
    }

    private void write(long contact, String name, Path out) {
        outside.say(words.get("handover.running", name));
        // Whoever chooses a file that is there has been asked about it by the system's dialog.
        Destination destination = new Destination(out, true, words, zone);
        background.run("hand-over-" + contact,
                () -> handOver.get().write(contact, ExportProfile.builtIn().getFirst(), destination),
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
