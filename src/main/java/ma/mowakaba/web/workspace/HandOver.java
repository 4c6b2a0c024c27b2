package ma.mowakaba.web.workspace;

import java.util.UUID;
import ma.mowakaba.chat.ChatId;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Recipient;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.telephony.CallId;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.TicketNumber;
import ma.mowakaba.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Handing a case, a chat or a call to a colleague, or to whoever answers another domain; always with a reason. */
@Controller
class HandOver {

    private final Successors successors;
    private final Helpdesk helpdesk;
    private final ChatRooms chats;
    private final Switchboard switchboard;
    private final Reception reception;

    HandOver(Successors successors, Helpdesk helpdesk, ChatRooms chats, Switchboard switchboard, Reception reception) {
        this.successors = successors;
        this.helpdesk = helpdesk;
        this.chats = chats;
        this.switchboard = switchboard;
        this.reception = reception;
    }

    @GetMapping("/tickets/{number}/handover")
    String ofCase(@PathVariable String number, Model model, Advisor viewer, Words words) {
        helpdesk.get(new TicketNumber(number));
        return form("/tickets/" + number + "/handover", successors.ofCase(viewer, words), model);
    }

    @PutMapping("/tickets/{number}/handover")
    ResponseEntity<Void> handCase(
            @PathVariable String number, @RequestParam String to, @RequestParam String why, Advisor viewer) {
        helpdesk.handOver(helpdesk.get(new TicketNumber(number)).id(), viewer.id(), Successors.recipient(to), why);
        return ResponseEntity.noContent().header("HX-Trigger", "live:ticket").build();
    }

    @GetMapping("/chats/{id}/handover")
    String ofChat(@PathVariable UUID id, Model model, Advisor viewer, Words words) {
        return form("/chats/" + id + "/handover", successors.ofChat(viewer, words), model);
    }

    /** The conversation is not his any more: he goes back to his work. */
    @PutMapping("/chats/{id}/handover")
    ResponseEntity<Void> handChat(
            @PathVariable UUID id, @RequestParam String to, @RequestParam String why, Advisor viewer) {
        chats.handOver(new ChatId(id), viewer.id(), Successors.recipient(to), why);
        return ResponseEntity.noContent().header("HX-Redirect", "/").build();
    }

    @GetMapping("/workspace/calls/{linkedid}/handover")
    String ofCall(@PathVariable String linkedid, Model model, Advisor viewer, Words words) {
        Switchboard.Call call = switchboard.get(new CallId(linkedid));
        return form(
                "/workspace/calls/" + linkedid + "/handover", successors.ofCall(viewer, spoken(call), words), model);
    }

    @PutMapping("/workspace/calls/{linkedid}/handover")
    ResponseEntity<Void> handCall(
            @PathVariable String linkedid, @RequestParam String to, @RequestParam String why, Advisor viewer) {
        if (why.isBlank()) {
            throw Problem.invalid("ticket.no-reason");
        }
        Switchboard.Call call = switchboard.get(new CallId(linkedid));
        Recipient recipient = Successors.recipient(to);
        switchboard.transfer(call.id(), viewer.id(), successors.extension(recipient, viewer, spoken(call)));
        call.ticket()
                .or(() -> helpdesk.ofContact(call.contact()).map(ticket -> ticket.id()))
                .ifPresent(ticket -> helpdesk.handOver(ticket, viewer.id(), recipient, why));
        return ResponseEntity.noContent().header("HX-Trigger", "live:ticket").build();
    }

    private Language spoken(Switchboard.Call call) {
        return reception.get(call.contact()).language();
    }

    private static String form(String action, Successors.Choices choices, Model model) {
        model.addAttribute("action", action);
        model.addAttribute("choices", choices);
        return "workspace/handover";
    }
}
