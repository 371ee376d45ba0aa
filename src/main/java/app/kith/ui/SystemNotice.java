package app.kith.ui;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A quiet notice by the system's own means, where it has them: {@code notify-send} on Linux, the notification centre on macOS. On
 * Windows, where such a notice needs an icon in the tray, and wherever that program is missing, nothing is shown here: what is said is
 * said at the foot of the window too. AWT is not asked, since it would need a second toolkit beside JavaFX.
 */
final class SystemNotice {
    private static final Logger LOG = LoggerFactory.getLogger(SystemNotice.class);
    private static final String SCRIPT = "on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run";

    private SystemNotice() {}

    /** Shows a notice. Returns at once; nothing is ever taken as a command that stands in the texts. */
    static void show(String title, String text) {
        List<String> command = command(System.getProperty("os.name", ""), title, text);
        if (command.isEmpty() || Boolean.getBoolean("kith.quiet")) {
            return;
        }
        Thread.ofVirtual().name("notice").start(() -> {
            try {
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                LOG.info("The system shows no notices: {}", e.getClass().getSimpleName());
            }
        });
    }

    static List<String> command(String system, String title, String text) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of("osascript", "-e", SCRIPT, title, text);
        }
        return name.startsWith("linux") ? List.of("notify-send", "--app-name=Kith", "--", title, text) : List.of();
    }
}
