package ma.mowakaba.telephony;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calls we make: which numbers are allowed, and the record that is there before the first telephone rings. */
@Component
class OutgoingCalls {

    private final CallBook book;
    private final Callers callers;
    private final CallTickets tickets;
    private final Callbacks callbacks;
    private final DialPermission permission;

    OutgoingCalls(CallBook book, Callers callers, CallTickets tickets, Callbacks callbacks, DialPermission permission) {
        this.callbacks = callbacks;
        this.book = book;
        this.callers = callers;
        this.tickets = tickets;
        this.permission = permission;
    }

    /** @param device of the advisor, as in {@code PJSIP/1001} */
    record Outgoing(String linkedid, StaffId advisor, String device, PhoneNumber to, Optional<TicketId> ticket) {}

    /** @throws Problem as {@link DialPermission#check} */
    void check(StaffId advisor, PhoneNumber to) {
        permission.check(advisor, to);
    }

    boolean mayCallBack(Callbacks.Owed owed, String linkedid, Instant now) {
        return permission.room(now) && callbacks.dial(owed, linkedid);
    }

    /** A call somebody asks for. @throws Problem as {@link DialPermission#admit} */
    @Transactional
    public void dial(Outgoing call, Instant at) {
        permission.admit(call.advisor(), at);
        open(call, at);
    }

    @Transactional
    public void open(Outgoing call, Instant at) {
        CallRow row = callers.callOut(call.linkedid(), call.to(), at);
        book.rang(LegRow.of(
                call.linkedid(),
                new CallFact.Party(call.linkedid(), call.device()),
                LegRow.ADVISOR,
                Optional.of(call.advisor()),
                at));
        call.ticket().ifPresent(ticket -> tickets.attach(row, ticket));
    }

    List<LegRow> legs(CallRow call) {
        return book.legs(call.linkedid());
    }
}
