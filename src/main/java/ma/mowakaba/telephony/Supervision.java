package ma.mowakaba.telephony;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.staff.StaffId;

/** Door for supervisors: hears calls, moves those that wait. Everything done here is kept with who did it. */
public interface Supervision {

    /**
     * Rings his own telephone and connects it. FORBIDDEN {@code supervision.no-consent}, {@code supervision.role}, CONFLICT
     * {@code supervision.not-talking}, {@code call.no-extension}, {@code supervision.elsewhere}, UNAVAILABLE {@code exchange.away}.
     */
    void hear(CallId call, StaffId supervisor, Ear how);

    /** The caller waits for another domain, in his language. CONFLICT {@code supervision.not-waiting}, {@code exchange.refused}. */
    void move(CallId call, StaffId supervisor, DomainCode domain);

    /** Before everybody else in his queue. CONFLICT {@code supervision.not-waiting}. */
    void first(CallId call, StaffId supervisor);

    /** @return whether the settings and the caller let it be heard */
    boolean mayBeHeard(Switchboard.Call call);

    /** @return what supervisors did with a call, newest first */
    List<Act> acts(CallId call);

    /** How a supervisor is in a call. */
    enum Ear {
        /** Nobody hears him. */
        LISTEN,
        /** The advisor hears him. */
        WHISPER,
        /** Both hear him. */
        BARGE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param act {@code listen}, {@code whisper}, {@code barge}, {@code move}, {@code first}; @param detail the queue or extension */
    record Act(StaffId supervisor, String act, String detail, Instant at) {}
}
