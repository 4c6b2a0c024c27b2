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
    private final TelephonySettings settings;

    OutgoingCalls(
            CallBook book, Callers callers, CallTickets tickets, Callbacks callbacks, TelephonySettings settings) {
        this.callbacks = callbacks;
        this.book = book;
        this.callers = callers;
        this.tickets = tickets;
        this.settings = settings;
    }

    /** @param device of the advisor, as in {@code PJSIP/1001} */
    record Outgoing(String linkedid, StaffId advisor, String device, PhoneNumber to, Optional<TicketId> ticket) {}

    /** @throws Problem FORBIDDEN {@code call.prefix} */
    void check(PhoneNumber to) {
        if (!settings.mayDial(to)) {
            throw Problem.forbidden("call.prefix");
        }
    }

    boolean mayCallBack(Callbacks.Owed owed, String linkedid) {
        return callbacks.dial(owed, linkedid);
    }

    @Transactional
    public void open(Outgoing call, Instant at) {
        callers.callOut(call.linkedid(), call.to(), at);
        book.rang(
                call.linkedid(),
                new CallFact.Party(call.linkedid(), call.device()),
                LegRow.ADVISOR,
                Optional.of(call.advisor()),
                at);
        CallRow row = book.lock(call.linkedid()).orElseThrow();
        call.ticket().ifPresent(ticket -> tickets.attach(row, ticket));
    }

    List<LegRow> legs(CallRow call) {
        return book.legs(call.linkedid());
    }
}
