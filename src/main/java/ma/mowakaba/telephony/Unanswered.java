package ma.mowakaba.telephony;

import java.util.Locale;
import java.util.Set;

/** Why nobody answered a call we made. */
public enum Unanswered {
    BUSY,
    NO_ANSWER,
    REFUSED,
    /** No such number, or no way to it. */
    UNREACHABLE,
    /** The advisor hung up before anybody could answer. */
    CANCELLED,
    /** The advisor did not pick up his own telephone, so that the number was never dialled. */
    ADVISOR_NO_ANSWER;

    private static final int USER_BUSY = 17;
    private static final int CALL_REJECTED = 21;

    /** Normal clearing, and a telephone that rang without anybody there; else the network said why. @see ITU-T Q.850 */
    private static final Set<Integer> RANG_IN_VAIN = Set.of(0, 16, 18, 19);

    /**
     * Asterisk says NOANSWER of a number that does not exist and of one that refuses too; the cause tells.
     *
     * @param status DIALSTATUS, empty when nothing was dialled
     * @param cause of the hang-up, as in Q.850
     * @param pickedUp whether the advisor had
     */
    static Unanswered of(String status, int cause, boolean pickedUp) {
        return switch (status) {
            case "" -> pickedUp ? CANCELLED : ADVISOR_NO_ANSWER;
            case "CANCEL" -> CANCELLED;
            case "BUSY" -> BUSY;
            default -> byCause(cause);
        };
    }

    private static Unanswered byCause(int cause) {
        if (cause == CALL_REJECTED) {
            return REFUSED;
        }
        if (cause == USER_BUSY) {
            return BUSY;
        }
        return RANG_IN_VAIN.contains(cause) ? NO_ANSWER : UNREACHABLE;
    }

    /** @return the word outside programs use, as in {@code no-answer} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
