package ma.mowakaba.telephony;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketId;
import org.springframework.stereotype.Component;

/** The door. What talks to the exchange runs outside transactions. */
@Component
class AsteriskSwitchboard implements Switchboard {

    private final CallLists lists;
    private final CallViews views;
    private final JournalStore journal;
    private final Dialling dialling;
    private final ExchangeWatch watch;

    AsteriskSwitchboard(
            CallLists lists, CallViews views, JournalStore journal, Dialling dialling, ExchangeWatch watch) {
        this.lists = lists;
        this.views = views;
        this.journal = journal;
        this.dialling = dialling;
        this.watch = watch;
    }

    @Override
    public Call get(CallId call) {
        return views.view(row(call));
    }

    @Override
    public Optional<Call> ofContact(ContactId contact) {
        return lists.ofContact(contact).map(views::view);
    }

    @Override
    public Page<Call> list(CallFilter filter, Page.Request page) {
        return lists.list(filter, page).map(views::view);
    }

    @Override
    public List<Call> live() {
        return views.views(lists.live());
    }

    @Override
    public List<Call> all(Collection<CallId> calls) {
        return views.views(lists.all(calls.stream().map(CallId::linkedid).toList()));
    }

    @Override
    public Journal journal(CallId call) {
        List<JournalLine> lines = journal.of(call.linkedid());
        return new Journal(
                lines.stream().map(JournalLine::text).toList(),
                Conferences.of(lines, row(call).endedAt()));
    }

    @Override
    public CallId dial(StaffId advisor, PhoneNumber to, Optional<TicketId> ticket) {
        return dialling.dial(advisor, to, ticket);
    }

    @Override
    public void hangUp(CallId call, StaffId by) {
        dialling.hangUp(row(call), by);
    }

    @Override
    public void transfer(CallId call, StaffId by, String extension) {
        dialling.transfer(row(call), by, extension);
    }

    @Override
    public ExchangeState exchange() {
        return dialling.exchange();
    }

    @Override
    public List<Silence> silent() {
        return watch.silent();
    }

    private CallRow row(CallId call) {
        return lists.get(call.linkedid()).orElseThrow(() -> Problem.notFound("call.unknown"));
    }
}
