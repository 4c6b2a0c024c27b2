package ma.mowakaba.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Outcome;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketId;

/** Door of the module: the calls, and what an advisor can do with one. */
public interface Switchboard {

    /** @return NOT_FOUND {@code call.unknown} */
    Call get(CallId call);

    Optional<Call> ofContact(ContactId contact);

    Page<Call> list(CallFilter filter, Page.Request page);

    /** @return calls that are not over, oldest first */
    List<Call> live();

    /** @return those of them that exist, asked for at once */
    List<Call> all(Collection<CallId> calls);

    /** @return NOT_FOUND {@code call.unknown} */
    Journal journal(CallId call);

    /** Rings the advisor, then dials. FORBIDDEN {@code call.prefix}, CONFLICT {@code call.no-extension}, UNAVAILABLE {@code exchange.away}. */
    CallId dial(StaffId advisor, PhoneNumber to, Optional<TicketId> ticket);

    /** FORBIDDEN {@code call.not-yours} unless he is talking in it. */
    void hangUp(CallId call, StaffId by);

    /** @param extension of the colleague; INVALID {@code call.extension-unknown}, FORBIDDEN {@code call.not-yours} */
    void transfer(CallId call, StaffId by, String extension);

    /** @return whether the live links to all exchanges are up, and since when not */
    ExchangeState exchange();

    /** @return exchanges of which nothing has been heard for longer than is allowed */
    List<Silence> silent();

    /**
     * An exchange that is missed.
     *
     * @param journalOnly whether its live link tells of calls, and only its journal does not
     */
    record Silence(String exchange, boolean journalOnly, Instant since) {}

    record CallFilter(
            Optional<Instant> from, Optional<Instant> to, Optional<String> state, Optional<PhoneNumber> number) {}

    record ExchangeState(boolean connected, Instant since, String version) {}

    /**
     * @param state {@code ivr}, {@code queued}, {@code ringing}, {@code talking} while it lasts, else the outcome's code
     * @param satisfaction 1 to 5, empty when the caller said nothing
     * @param unanswered why nobody answered a call we made
     * @param waited from queue entry to answer or end
     * @param talk from answer to end without what advisors held, which is {@code hold}
     * @param holds each of them, in the order of their beginning
     */
    record Call(
            CallId id,
            ContactId contact,
            Optional<TicketId> ticket,
            String direction,
            Optional<PhoneNumber> caller,
            String dialled,
            Optional<String> queue,
            String state,
            Optional<Outcome> outcome,
            Instant startedAt,
            Optional<Instant> queuedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> endedAt,
            Optional<Duration> waited,
            Optional<Duration> talk,
            Duration hold,
            Optional<Boolean> recordingConsent,
            Optional<String> recording,
            Optional<Integer> satisfaction,
            Optional<Unanswered> unanswered,
            Optional<StaffId> advisor,
            List<Leg> legs,
            List<Hold> holds) {

        /** @return whether an advisor makes the other side wait now */
        public boolean held() {
            return holds.stream()
                    .anyMatch(hold -> hold.advisor().isPresent() && hold.until().isEmpty());
        }
    }

    /**
     * @param kind of the leg that made the others wait
     * @param until empty while it lasts
     */
    record Hold(String uniqueid, String kind, Optional<StaffId> advisor, Instant from, Optional<Instant> until) {}

    /**
     * What the exchange wrote of a call.
     *
     * @param lines oldest first
     * @param conferences when more than two talked together, in the order of their beginning
     */
    record Journal(List<String> lines, List<Conference> conferences) {}

    /**
     * @param parties channels by their unique ids, in the order in which they came
     * @param until empty while it lasts
     */
    record Conference(List<String> parties, Instant from, Optional<Instant> until) {}

    /** @param kind {@code caller}, {@code advisor}, {@code transfer}, {@code outbound} */
    record Leg(
            String uniqueid,
            String channel,
            String kind,
            Optional<StaffId> advisor,
            Instant startedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> endedAt) {}
}
