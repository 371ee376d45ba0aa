package app.kith.desk;

import app.kith.words.KithException;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.format.DateTimeFormatter;

/**
 * One line an event, then of an exception its kinds and places. Messages of exceptions are left out, since they may quote mail;
 * those of {@link KithException} are the program's own words.
 */
final class PlainLayout extends LayoutBase<ILoggingEvent> {
    private static final int FRAMES = 20;

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder out = new StringBuilder(200);
        out.append(DateTimeFormatter.ISO_INSTANT.format(event.getInstant())).append(' ').append(event.getLevel())
                .append(' ')
                .append(shortName(event.getLoggerName())).append(' ').append(event.getFormattedMessage()).append('\n');
        for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            append(out, thrown);
        }
        return out.toString();
    }

    private static String shortName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static void append(StringBuilder out, IThrowableProxy thrown) {
        out.append("  ").append(thrown.getClassName());
        if (thrown.getClassName().equals(KithException.class.getName())) {
            out.append(": ").append(thrown.getMessage());
        }
        out.append('\n');
        StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
        int shown = Math.min(FRAMES, frames.length - thrown.getCommonFrames());
        for (int i = 0; i < shown; i++) {
            out.append("    ").append(frames[i].getSTEAsString()).append('\n');
        }
    }
}
