package ma.mowakaba.telephony;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.mowakaba.calendar.BusinessCalendar;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.routing.Domains;
import ma.mowakaba.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What the menu offers: whether we are open, the domains, the state of a known caller's case, a callback. */
@Component
class CallerMenu {

    private final KnownCallers known;
    private final Domains domains;
    private final BusinessCalendar calendar;
    private final Callbacks callbacks;
    private final TelephonySettings settings;
    private final Clock clock;

    CallerMenu(
            KnownCallers known,
            Domains domains,
            BusinessCalendar calendar,
            Callbacks callbacks,
            TelephonySettings settings,
            Clock clock) {
        this.known = known;
        this.domains = domains;
        this.calendar = calendar;
        this.callbacks = callbacks;
        this.settings = settings;
        this.clock = clock;
    }

    Hotline.Welcome welcome(Hotline.Arrival arrival) {
        Optional<Directory.Known> caller = known.whoIs(arrival.number());
        return new Hotline.Welcome(
                calendar.open(settings.line().calendar(arrival.dialled()), clock.instant()),
                caller.map(Directory.Known::language).orElse(Language.AR),
                caller.map(person -> known.casesOf(person).size()).orElse(0),
                domains.all().stream().map(DomainCode::value).collect(Collectors.joining("/")));
    }

    String status(Hotline.Arrival arrival) {
        List<Ticket> cases = known.whoIs(arrival.number()).map(known::casesOf).orElse(List.of());
        return Speech.playback(cases.stream()
                .findFirst()
                .map(ticket -> Speech.status(
                        arrival.language(),
                        ticket.number().value(),
                        ticket.state().code()))
                .orElse(List.of("status-none")));
    }

    Hotline.CallbackAnswer callback(Hotline.Arrival arrival) {
        Optional<PhoneNumber> number = PhoneNumber.parse(arrival.number()).filter(settings::mayDial);
        if (number.isEmpty()) {
            return Hotline.CallbackAnswer.REFUSED;
        }
        return callbacks.owed(number.get()) ? Hotline.CallbackAnswer.KNOWN : Hotline.CallbackAnswer.KEPT;
    }
}
