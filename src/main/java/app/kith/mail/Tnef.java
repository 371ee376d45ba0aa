package app.kith.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code winmail.dat} holds.
 *
 * @param text plain body; empty where there is none
 * @param html HTML body; null where there is none
 * @param files attachments
 * @param invitation the meeting that the message is about; null where it is about none
 */
record Tnef(String text, @Nullable String html, List<Attachment> files, @Nullable Invitation invitation) {}
