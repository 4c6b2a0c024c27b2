package ma.mowakaba.web.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketFilter;
import ma.mowakaba.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a program wants.
 *
 * @param state one or several, with commas between
 * @param advisor id or user name
 * @param sort {@code newest}, {@code oldest}, {@code updated} or {@code due}
 */
record TicketsAsked(
        @Nullable String state,
        @Nullable String domain,
        @Nullable String language,
        @Nullable String advisor,
        @Nullable String channel,
        @Nullable String q,
        @Nullable String since,
        @Nullable String until,
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable Integer size) {

    TicketFilter filter(Function<String, StaffId> staff) {
        FieldCheck check = new FieldCheck();
        check.atMost("q", q, 300);
        TicketFilter filter = new TicketFilter(
                check.read("state", state, TicketsAsked::states).orElse(Set.of()),
                check.read("domain", domain, DomainCode::new),
                check.read("language", language, Language::of),
                check.read("advisor", advisor, staff),
                check.read("channel", channel, code -> Channel.valueOf(word(code))),
                Optional.empty(),
                Optional.ofNullable(q).filter(text -> !text.isBlank()),
                check.read("since", since, Instant::parse),
                check.read("until", until, Instant::parse),
                check.read("sort", sort, code -> TicketFilter.Sort.valueOf(word(code)))
                        .orElse(TicketFilter.Sort.NEWEST));
        check.done();
        return filter;
    }

    Page.Request page() {
        return new Page.Request(Optional.ofNullable(cursor), size == null ? 50 : size);
    }

    private static Set<TicketState> states(String codes) {
        List<String> each = Arrays.asList(codes.split(","));
        return each.stream().map(String::strip).map(TicketState::of).collect(Collectors.toSet());
    }

    /** Codes are lower case; anything else is wrong. */
    private static String word(String code) {
        if (!code.equals(code.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(code);
        }
        return code.toUpperCase(Locale.ROOT);
    }
}
