package app.kith.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A quiet notice by the system's own means, where it has them: {@code notify-send} on Linux, the notification centre on macOS, a toast
 * on Windows, which Windows PowerShell can show and no program of ours has to be registered for. Wherever that program is missing
 * nothing is shown here: what is said is said at the foot of the window too. AWT is not asked, since it would need a second toolkit
 * beside JavaFX.
 *
 * <p>What is said is never part of a command: it goes along as an argument of its own, on Windows in the environment.
 */
final class SystemNotice {
    private static final Logger LOG = LoggerFactory.getLogger(SystemNotice.class);
    private static final String ON_MAC = "on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run";
    private static final String TITLE = "KITH_NOTICE_TITLE";
    private static final String TEXT = "KITH_NOTICE_TEXT";
    /** The texts become text nodes, so that nothing in them is taken for markup. The name is that of PowerShell, which Windows knows. */
    private static final String ON_WINDOWS = """
            $ErrorActionPreference = 'Stop'
            $null = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
            $xml = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)
            $lines = $xml.GetElementsByTagName('text')
            $null = $lines.Item(0).AppendChild($xml.CreateTextNode($env:KITH_NOTICE_TITLE))
            $null = $lines.Item(1).AppendChild($xml.CreateTextNode($env:KITH_NOTICE_TEXT))
            $toast = New-Object Windows.UI.Notifications.ToastNotification $xml
            $name = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
            [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($name).Show($toast)
            """;

    private SystemNotice() {}

    /**
     * A program to run.
     *
     * @param command program and arguments
     * @param environment what it finds in its environment besides
     */
    record Call(List<String> command, Map<String, String> environment) {}

    /** Shows a notice. Returns at once; nothing is ever taken as a command that stands in the texts. */
    static void show(String title, String text) {
        Call call = call(System.getProperty("os.name", ""), System.getenv(), title, text);
        if (call.command().isEmpty() || Boolean.getBoolean("kith.quiet")) {
            return;
        }
        Thread.ofVirtual().name("notice").start(() -> {
            try {
                ProcessBuilder builder = new ProcessBuilder(call.command()).redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
                builder.environment().putAll(call.environment());
                builder.start().getOutputStream().close();
            } catch (IOException e) {
                LOG.info("The system shows no notices: {}", e.getClass().getSimpleName());
            }
        });
    }

    /**
     * What shows a notice on a system.
     *
     * @param system its name as Java has it
     * @param environment its environment
     * @return the call; without a command where there is none
     */
    static Call call(String system, Map<String, String> environment, String title, String text) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return new Call(List.of("osascript", "-e", ON_MAC, title, text), Map.of());
        }
        if (name.startsWith("windows")) {
            String folder = environment.getOrDefault("SystemRoot", "C:\\Windows");
            return new Call(List.of(folder + "\\System32\\WindowsPowerShell\\v1.0\\powershell.exe", "-NoLogo",
                    "-NoProfile", "-NonInteractive", "-WindowStyle", "Hidden", "-EncodedCommand",
                    Base64.getEncoder().encodeToString(ON_WINDOWS.getBytes(StandardCharsets.UTF_16LE))),
                    Map.of(TITLE, title, TEXT, text));
        }
        return name.startsWith("linux")
                ? new Call(List.of("notify-send", "--app-name=Kith", "--", title, text), Map.of())
                : new Call(List.of(), Map.of());
    }
}
