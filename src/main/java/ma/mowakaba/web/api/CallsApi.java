package ma.mowakaba.web.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.telephony.CallId;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls, for programs. */
@RestController
class CallsApi {

    private final Switchboard switchboard;
    private final CallJson json;
    private final Helpdesk helpdesk;
    private final Accounts accounts;

    CallsApi(Switchboard switchboard, CallJson json, Helpdesk helpdesk, Accounts accounts) {
        this.switchboard = switchboard;
        this.json = json;
        this.helpdesk = helpdesk;
        this.accounts = accounts;
    }

    /** @param next cursor, empty on the last page */
    record Calls(List<CallJson.View> items, Optional<String> next) {}

    /**
     * @param to number to dial
     * @param ticket number of the case the call belongs to
     * @param advisor username of whose telephone rings; a person who is signed in may leave it out, a program may not
     */
    record NewCall(
            @Nullable String to,
            @Nullable String ticket,
            @Nullable String advisor) {

        PhoneNumber number() {
            if (to == null || to.isBlank()) {
                throw Problem.fields(List.of(new Problem.FieldError("to", "required")));
            }
            return PhoneNumber.parse(to).orElseThrow(() -> field("to"));
        }
    }

    @GetMapping("/api/calls")
    Calls list(
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> number,
            Paging paging) {
        Optional<PhoneNumber> caller = number.map(raw -> PhoneNumber.parse(raw).orElseThrow(() -> field("number")));
        Page<Switchboard.Call> found =
                switchboard.list(new Switchboard.CallFilter(from, to, state, caller), paging.request());
        return new Calls(json.views(found.items()), found.next());
    }

    /** @param cursor as the page before gave it */
    record Paging(@Nullable String cursor, @Nullable Integer size) {
        private static final int USUAL = 50;

        Page.Request request() {
            return new Page.Request(Optional.ofNullable(cursor), size == null ? USUAL : size);
        }
    }

    @GetMapping("/api/calls/{linkedid}")
    CallJson.Detail get(@PathVariable String linkedid) {
        CallId id = new CallId(linkedid);
        return json.detail(switchboard.get(id), switchboard.journal(id));
    }

    @PostMapping("/api/calls")
    ResponseEntity<CallJson.View> dial(@RequestBody NewCall call, @AuthenticationPrincipal @Nullable Object principal) {
        PhoneNumber to = call.number();
        Optional<Ticket> ticket =
                Optional.ofNullable(call.ticket()).map(TicketNumber::new).map(helpdesk::get);
        CallId id = switchboard.dial(advisor(call, principal), to, ticket.map(Ticket::id));
        return ResponseEntity.created(URI.create("/api/calls/" + id.linkedid())).body(json.view(switchboard.get(id)));
    }

    private StaffId advisor(NewCall call, @Nullable Object principal) {
        if (call.advisor() != null) {
            return accounts.byUsername(call.advisor())
                    .orElseThrow(() -> Problem.invalid("staff.unknown"))
                    .id();
        }
        if (principal instanceof SignedIn person) {
            return person.id();
        }
        throw Problem.invalid("call.advisor-required");
    }

    private static Problem field(String name) {
        return Problem.fields(List.of(new Problem.FieldError(name, "number")));
    }
}
