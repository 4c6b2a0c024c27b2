package ma.mowakaba.web.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketChange;
import ma.mowakaba.ticket.TicketState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to change; a missing field stays as it is.
 *
 * @param advisor id or user name; null takes the owner away
 */
record TicketPatch(
        @Nullable String state,
        @Nullable String priority,
        @Nullable String domain,
        @Nullable JsonNode advisor,
        @Nullable List<String> tags,
        @Nullable String subject) {
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 60;

    /** @throws ma.mowakaba.kernel.Problem INVALID with every field that is wrong */
    TicketChange read(Predicate<DomainCode> domainExists, Function<String, StaffId> staff) {
        FieldCheck check = new FieldCheck();
        check.atMost("subject", subject, NewTicketBody.LONGEST_SUBJECT);
        if (subject != null) {
            check.required("subject", subject);
        }
        TicketChange change = new TicketChange(
                check.read("state", state, TicketState::of),
                check.read("priority", priority, NewTicketBody::priority),
                check.read("domain", domain, code -> NewTicketBody.existing(new DomainCode(code), domainExists)),
                owner(check, staff),
                Optional.ofNullable(tags).map(given -> labels(check, given)),
                Optional.ofNullable(subject).map(String::strip));
        check.done();
        return change;
    }

    private Optional<Optional<StaffId>> owner(FieldCheck check, Function<String, StaffId> staff) {
        if (advisor == null) {
            return Optional.empty();
        }
        if (advisor.isNull()) {
            return Optional.of(Optional.empty());
        }
        if (!advisor.isString()) {
            check.wrong("advisor", "type");
            return Optional.empty();
        }
        return check.read("advisor", advisor.asString(), staff).map(Optional::of);
    }

    private static Set<String> labels(FieldCheck check, List<String> given) {
        Set<String> labels = new LinkedHashSet<>();
        for (String tag : given) {
            String clean = tag == null ? "" : tag.replaceAll("\\p{Cntrl}", " ").strip();
            if (clean.isEmpty() || clean.length() > LONGEST_TAG) {
                check.wrong("tags", "invalid");
            }
            labels.add(clean);
        }
        if (labels.size() > MOST_TAGS) {
            check.wrong("tags", "too-many");
        }
        return labels;
    }
}
