package ma.mowakaba.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Door of the module: who is here, and in what state. Kept in the database, so every node sees the same. */
public interface PresenceBoard {

    /** Reason of a pause that nobody chose. */
    String MISSED = "missed-call";

    /** @return OFFLINE for somebody who never came */
    Presence of(StaffId advisor);

    /** @return of those of them who are not offline */
    Map<StaffId, Presence> of(Collection<StaffId> advisors);

    /** @return everybody who is not offline */
    Map<StaffId, Presence> present();

    /** @return what a pause may be for, each with a message {@code presence.reason.<reason>} */
    List<String> pauseReasons();

    void available(StaffId advisor);

    /** @param reason one of the configured pause reasons; INVALID {@code presence.reason-unknown} otherwise */
    void pause(StaffId advisor, String reason);

    /** On a call: the exchange or the router says so, never the advisor. Leaves a pause, and who is offline, untouched. */
    void busy(StaffId advisor);

    /** After a call, until he says he is available again. */
    void wrapUp(StaffId advisor);

    /** He has hung up: who is busy has his wrap-up now. Leaves any other state untouched. */
    void hungUp(StaffId advisor);

    /** His telephone rang and he did not pick it up: a pause, so that it rings somebody else, until he is back. */
    void missed(StaffId advisor);

    void offline(StaffId advisor);
}
