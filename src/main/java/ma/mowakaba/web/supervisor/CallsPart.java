package ma.mowakaba.web.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.contact.Contact;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.telephony.CallEvent;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.web.Words;
import ma.mowakaba.web.live.SharedPart;
import org.springframework.stereotype.Component;

/** The calls that are not over. */
@Component
public class CallsPart implements SharedPart {

    private final Switchboard switchboard;
    private final Accounts accounts;
    private final Reception reception;

    CallsPart(Switchboard switchboard, Accounts accounts, Reception reception) {
        this.reception = reception;
        this.switchboard = switchboard;
        this.accounts = accounts;
    }

    /** @param number empty when withheld */
    public record Line(
            String id, String state, String number, String domain, String tongue, String advisor, Instant since) {}

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public Audience audience() {
        return Audience.SUPERVISOR;
    }

    @Override
    public boolean movedBy(Object event) {
        return event instanceof CallEvent;
    }

    /** Shorter than for others: a call is shown while it still rings. */
    @Override
    public Duration rest() {
        return Duration.ofMillis(25);
    }

    @Override
    public List<Line> content(Words words) {
        List<Switchboard.Call> calls = switchboard.live();
        Map<ContactId, Contact> contacts =
                reception.all(calls.stream().map(Switchboard.Call::contact).toList()).stream()
                        .collect(Collectors.toMap(Contact::id, Function.identity()));
        Map<StaffId, String> names = accounts.names(
                calls.stream().flatMap(call -> call.advisor().stream()).collect(Collectors.toSet()));
        return calls.stream()
                .flatMap(call -> Stream.ofNullable(contacts.get(call.contact()))
                        .map(contact -> line(call, contact, names, words)))
                .toList();
    }

    private static Line line(Switchboard.Call call, Contact contact, Map<StaffId, String> names, Words words) {
        return new Line(
                call.id().linkedid(),
                call.held() ? "held" : call.state(),
                call.caller().map(PhoneNumber::national).orElse(""),
                words.domain(domain(call, contact)),
                words.tongue(contact.language()),
                call.advisor().map(names::get).orElse(""),
                call.answeredAt().or(call::queuedAt).orElse(call.startedAt()));
    }

    /** Where he waits now: a supervisor may have moved him. */
    private static DomainCode domain(Switchboard.Call call, Contact contact) {
        return call.queue()
                .filter(queue -> queue.matches("[a-z0-9]+(-[a-z0-9]+)*-(ar|fr|en|zgh)"))
                .map(queue -> new DomainCode(queue.substring(0, queue.lastIndexOf('-'))))
                .orElse(contact.domain());
    }
}
