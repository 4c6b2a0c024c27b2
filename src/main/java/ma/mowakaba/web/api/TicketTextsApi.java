package ma.mowakaba.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said in a case, for programs. */
@RestController
@RequestMapping("/api/tickets/{number}")
class TicketTextsApi {
    private static final int MOST_ARTICLES = 20;

    private final Helpdesk helpdesk;
    private final TimelineViews views;
    private final Actor actor;

    TicketTextsApi(Helpdesk helpdesk, TimelineViews views, Actor actor) {
        this.helpdesk = helpdesk;
        this.views = views;
        this.actor = actor;
    }

    /** @param articles slugs of what the text rests on @param copies addresses of those who get it too, at most 10; notes have neither */
    record TextBody(
            @Nullable String body,
            @Nullable List<String> articles,
            @Nullable List<String> copies) {
        Helpdesk.Answer checked() {
            FieldCheck check = new FieldCheck();
            String text = check.required("body", body);
            check.atMostBytes("body", body, NewTicketBody.BIGGEST_BODY);
            List<String> slugs = articles == null ? List.of() : articles;
            if (slugs.size() > MOST_ARTICLES) {
                check.wrong("articles", "too-many");
            }
            List<EmailAddress> others = Stream.ofNullable(copies)
                    .flatMap(List::stream)
                    .flatMap(other -> check.read("copies", other, EmailAddress::new).stream())
                    .toList();
            check.done();
            return new Helpdesk.Answer(text, slugs, List.of(), others);
        }
    }

    /** @param id of the message or note that was written */
    record Written(UUID id) {}

    @PostMapping("/replies")
    @ResponseStatus(HttpStatus.CREATED)
    Written reply(@PathVariable String number, @RequestBody TextBody body, Authentication caller) {
        Helpdesk.Answer answer = body.checked();
        Ticket ticket = helpdesk.get(new TicketNumber(number));
        return written(helpdesk.reply(ticket.id(), actor.author(caller, helpdesk.surviving(ticket.id())), answer));
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Written note(@PathVariable String number, @RequestBody TextBody body, Authentication caller) {
        String text = body.checked().text();
        Ticket ticket = helpdesk.get(new TicketNumber(number));
        return written(helpdesk.note(ticket.id(), actor.author(caller, helpdesk.surviving(ticket.id())), text));
    }

    @GetMapping("/timeline")
    TimelineViews.Items timeline(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        Ticket ticket = helpdesk.get(new TicketNumber(number));
        return views.page(helpdesk.timeline(ticket.id(), new Page.Request(Optional.ofNullable(cursor), size)), locale);
    }

    private static Written written(MessageId id) {
        return new Written(id.value());
    }
}
