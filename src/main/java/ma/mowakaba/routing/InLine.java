package ma.mowakaba.routing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.staff.StaffId;

/**
 * A contact that waits, as a decision sees it.
 *
 * @param rank its place: when its wait began, less the head start of its priority, see {@link HeadStarts}
 * @param preferred the advisor who knows the case
 * @param avoided the advisor who gave it back a moment ago
 */
record InLine(
        ContactId contact,
        Channel channel,
        DomainCode domain,
        Language language,
        Instant since,
        Instant rank,
        Optional<StaffId> preferred,
        Optional<StaffId> avoided) {

    static final Comparator<InLine> ORDER_OF_SERVICE =
            Comparator.comparing(InLine::rank).thenComparing(InLine::contact, Comparator.comparing(ContactId::value));

    boolean call() {
        return channel == Channel.CALL;
    }
}
