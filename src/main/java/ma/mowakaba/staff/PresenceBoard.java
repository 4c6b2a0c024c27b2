package ma.mowakaba.staff;

import java.util.Map;

/** Door of the module: who is here, and in what state. Kept in the database, so every node sees the same. */
public interface PresenceBoard {

    /** @return OFFLINE for somebody who never came */
    Presence of(StaffId advisor);

    /** @return everybody who is not offline */
    Map<StaffId, Presence> present();

    void available(StaffId advisor);

    /** @param reason one of the configured pause reasons; INVALID otherwise */
    void pause(StaffId advisor, String reason);

    /** On a call: the exchange or the router says so, never the advisor. Leaves a pause untouched. */
    void busy(StaffId advisor);

    /** After a call, until he says he is available again. */
    void wrapUp(StaffId advisor);

    void offline(StaffId advisor);
}
