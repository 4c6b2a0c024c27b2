package ma.mowakaba.chat;

import java.util.Locale;

/** Where a conversation stands. */
enum RoomState {
    /** With the knowledge base only. */
    GUIDED,
    /** In the line for an advisor. */
    WAITING,
    TALKING,
    CLOSED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
