package app.kith.search;

import app.kith.store.MessageStatus;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** States of a mail that can be asked for. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are.
enum State {
    UNREAD(MessageStatus.UNREAD, true, "unread", "未读", "未讀"),
    READ(MessageStatus.UNREAD, false, "read", "已读", "已讀"),
    FLAGGED(MessageStatus.FLAGGED, true, "flagged", "starred", "已标记", "星标", "标记"),
    ANSWERED(MessageStatus.ANSWERED, true, "answered", "replied", "已回复"),
    SENT(MessageStatus.OUTGOING, true, "sent", "outgoing", "已发送", "发出"),
    RECEIVED(MessageStatus.OUTGOING, false, "received", "incoming", "收到");

    final int bit;
    final boolean set;
    final List<String> names;

    State(int bit, boolean set, String... names) {
        this.bit = bit;
        this.set = set;
        this.names = List.of(names);
    }

    static @Nullable State named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (State state : values()) {
            if (state.names.contains(lower)) {
                return state;
            }
        }
        return null;
    }
}
