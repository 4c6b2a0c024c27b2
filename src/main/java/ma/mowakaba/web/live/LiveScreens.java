package ma.mowakaba.web.live;

import static org.springframework.transaction.event.TransactionPhase.AFTER_COMMIT;

import java.time.Duration;
import java.util.List;
import ma.mowakaba.chat.ChatEvent;
import ma.mowakaba.contact.ContactEvent;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.RoutingEvent;
import ma.mowakaba.routing.TelephoneChanged;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.PresenceChanged;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.telephony.CallEvent;
import ma.mowakaba.ticket.TicketEvent;
import ma.mowakaba.web.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Turns what happened into paintings for those who look. Losing an event costs a moment: every later one paints the whole part. */
@Component
class LiveScreens {

    static final List<Language> SPOKEN = List.of(Language.AR, Language.FR, Language.EN);

    private static final Duration SHORT = Duration.ofMillis(25);

    private final Parts parts;
    private final Streams streams;
    private final Coalescer coalescer;
    private final Accounts accounts;
    private final Wording wording;

    LiveScreens(Parts parts, Streams streams, Coalescer coalescer, Accounts accounts, Wording wording) {
        this.parts = parts;
        this.streams = streams;
        this.coalescer = coalescer;
        this.accounts = accounts;
        this.wording = wording;
    }

    @TransactionalEventListener(
            phase = AFTER_COMMIT,
            fallbackExecution = true,
            classes = {
                RoutingEvent.class,
                PresenceChanged.class,
                TelephoneChanged.class,
                TicketEvent.class,
                CallEvent.class,
                ChatEvent.class,
                ContactEvent.class,
                PartMoved.class
            })
    void happened(Object event) {
        if (streams.anybody()) {
            coalescer.now(() -> spread(event));
        }
    }

    private void spread(Object event) {
        parts.shared().stream()
                .filter(part -> part.movedBy(event))
                .forEach(part -> repaint(part, part.hurriedBy(event)));
        parts.personal().forEach(part -> part.movedBy(event).forEach(who -> repaint(part, who)));
        if (event instanceof TicketEvent ticket) {
            notice("ticket", ticket.ticket().toString());
        } else if (event instanceof ChatEvent chat) {
            notice("chat", chat.chat().toString());
        } else if (event instanceof CallEvent call) {
            notice("call", call.call().linkedid());
        }
    }

    private void repaint(SharedPart part, boolean hurry) {
        coalescer.ask(
                part.name(),
                part.rest(),
                hurry,
                () -> SPOKEN.forEach(language -> streams.send(
                        destination(part, language), part.name(), () -> parts.paint(part, wording.in(language)))));
    }

    private void repaint(PersonalPart part, StaffId who) {
        coalescer.ask(part.name() + "@" + who, SHORT, () -> {
            var viewer = accounts.get(who);
            SPOKEN.forEach(language -> streams.sendTo(
                    viewer.username(),
                    personal(language),
                    part.name(),
                    () -> parts.paint(part, viewer, wording.in(language))));
        });
    }

    private void notice(String kind, String id) {
        String destination = "/topic/live/" + kind + "/" + id;
        coalescer.ask(destination, SHORT, () -> streams.notice(destination, kind));
    }

    static String destination(SharedPart part, Language language) {
        return "/topic/" + part.audience().code() + "/" + language.code() + "/" + part.name();
    }

    static String personal(Language language) {
        return "/queue/live." + language.code();
    }
}
