package ma.mowakaba.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.staff.StaffId;

/**
 * Door of the module: who gets a contact, and why. The waiting line and the loads are in the database; decisions are taken after the
 * caller's transaction, one node at a time, and by a tick, so that nothing waits that an advisor could take.
 */
public interface Router {

    /**
     * Somebody waits for an advisor.
     *
     * @param since when the wait began; kept across a return to the line
     * @param preferred the advisor who knows the case, taken first when he is free
     */
    record Request(
            ContactId contact,
            Channel channel,
            DomainCode domain,
            Language language,
            Priority priority,
            Instant since,
            Optional<StaffId> preferred) {}

    /** A contact in the line. */
    record Waiting(
            ContactId contact,
            Channel channel,
            DomainCode domain,
            Language language,
            Priority priority,
            Instant since) {}

    /**
     * A contact somebody has.
     *
     * @param reason in words, as message key and arguments, see {@link Reason}
     */
    record Assignment(ContactId contact, StaffId advisor, Reason reason, Instant at, Optional<Instant> releasedAt) {}

    /**
     * Where a call goes.
     *
     * @param queue name of the Asterisk queue, {@code <domain>-<language>}
     * @param priority for {@code QUEUE_PRIO}
     */
    record CallPlan(String queue, int priority, Optional<StaffId> preferred, Reason reason) {}

    /** How many wait for the same. */
    record Queue(Channel channel, DomainCode domain, Language language, int waiting, Instant oldest) {}

    /**
     * Puts a contact in the line; the same contact twice is there once. Joins the caller's transaction. A call or chat that has ended is
     * not put there.
     */
    void request(Request request);

    /** The contact waits no longer: he left, or the case was closed. Does nothing when somebody has it. */
    void cancel(ContactId contact);

    /** Somebody took it outside the router: the exchange rang him, he picked it himself, a supervisor gave it to him. */
    void took(ContactId contact, Channel channel, StaffId advisor, Reason reason);

    /** The advisor has done with it; he is free for the next. Does nothing when nobody has it. */
    void release(ContactId contact);

    /** Back into the line with its first arrival time: the advisor left, was not there, or handed it over. */
    void giveBack(ContactId contact, Reason reason);

    /** A colleague gets it at once; the line of another domain keeps its first arrival time, and not back to whoever handed it over. */
    void handOver(ContactId contact, Recipient to);

    /** Where a call of this domain and language goes. */
    CallPlan plan(DomainCode domain, Language language, Optional<StaffId> preferred);

    /** @return whether anybody who could answer is present, so that waiting makes sense */
    boolean staffed(DomainCode domain, Language language, Channel channel);

    boolean waits(ContactId contact);

    /** @return the first of the line, in the order of service */
    List<Waiting> waiting(int most);

    /** @return how many wait in each queue; the whole line is counted for it */
    List<Queue> queues();

    /**
     * @return those of them whom the exchange may ring: available, without call and chat, with a registered telephone. That changes with
     *     presence, with {@link RoutingEvent}s and with {@link TelephoneChanged}
     */
    Set<StaffId> ringable(Collection<StaffId> advisors);

    default boolean mayRing(StaffId advisor) {
        return ringable(List.of(advisor)).contains(advisor);
    }

    /** @return what he has now */
    List<Assignment> current(StaffId advisor);

    /** @return every advisor's current assignments */
    List<Assignment> current();

    /** @return who had this contact, oldest first */
    List<Assignment> history(ContactId contact);
}
