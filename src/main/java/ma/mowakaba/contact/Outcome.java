package ma.mowakaba.contact;

import java.util.Locale;

/** How a contact ended: the terminal states of the figures, and those that never reached a queue. */
public enum Outcome {
    ANSWERED,
    ABANDONED,
    TIMEOUT,
    FULL,
    CLOSED,
    JOIN_EMPTY,
    LEAVE_EMPTY,
    CALLBACK,
    VOICEMAIL,
    /** The caller left before he entered a queue. */
    IVR_HANGUP,
    /** A chat that nobody was there for, or that the visitor turned into a case. */
    LEFT_MESSAGE,
    /** The exchange broke down in mid-contact. */
    INTERRUPTED;

    /** @return the word outside programs use, as in {@code join-empty} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
