package ma.mowakaba.ticket;

import static ma.mowakaba.kernel.Columns.utc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Page;
import org.jspecify.annotations.Nullable;

/**
 * The statement of one piece of a list. The ids come first, from an index alone: the first rows of one range for each state, merged;
 * so the number of closed cases costs nothing. Nothing of the caller's text is in the statement, only in its parameters.
 */
final class TicketQuery {
    private static final Pattern NUMBER = Pattern.compile("\\[?#?(20[0-9]{2}-[0-9]{6,9})]?");

    private final TicketFilter filter;
    private final TicketOrder order;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private final StringBuilder conditions = new StringBuilder();

    TicketQuery(TicketFilter filter, Page.Request page) {
        this.filter = filter;
        this.order = TicketOrder.of(filter.sort());
        parameters.put("limit", page.size() + 1);
        equal("domain", filter.domain().map(domain -> domain.value()));
        equal("language", filter.language().map(Enum::name));
        equal("channel", filter.channel().map(Enum::name));
        equal("advisor_id", filter.advisor().map(advisor -> advisor.value()));
        equal("requester_id", filter.requester().map(person -> person.value()));
        put(" and created_at >= :since", "since", filter.since().map(at -> utc(at)));
        put(" and created_at < :until", "until", filter.until().map(at -> utc(at)));
        filter.q().ifPresent(this::words);
        page.cursor().map(Keyset::parse).ifPresent(this::after);
    }

    /** @return whether the question has words, but none that the index could know */
    static boolean findsNothing(TicketFilter filter) {
        return filter.q().isPresent()
                && !NUMBER.matcher(filter.q().get().strip()).matches()
                && SearchWords.query(filter.q().get()).isEmpty();
    }

    String text() {
        return "select " + TicketRow.COLUMNS + " from (" + ids() + ") p join ticket t on t.id = p.id order by p.sorted "
                + order.direction() + ", p.id " + order.direction();
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    private String ids() {
        Set<TicketState> states = filter.states();
        boolean narrow = filter.q().isPresent() || filter.requester().isPresent();
        boolean ranges = !narrow && (!states.isEmpty() || filter.sort() == TicketFilter.Sort.DUE || leads(filter));
        if (!ranges) {
            return range(states.isEmpty() ? "" : " and state in (" + names(states) + ")");
        }
        Set<TicketState> each = states.isEmpty() ? Set.of(TicketState.values()) : states;
        return each.stream()
                        .map(state -> "(" + range(" and state = '" + state.name() + "'") + ")")
                        .collect(Collectors.joining(" union all "))
                + ordered("sorted");
    }

    /** @return whether it names something an index begins with, before the state */
    private static boolean leads(TicketFilter filter) {
        return filter.domain().isPresent()
                || filter.language().isPresent()
                || filter.advisor().isPresent();
    }

    private String range(String state) {
        return "select id, " + order.column() + " as sorted from ticket where 1 = 1" + state + conditions
                + ordered(order.column());
    }

    private String ordered(String column) {
        return " order by " + column + " " + order.direction() + ", id " + order.direction() + " limit :limit";
    }

    private void words(String q) {
        var number = NUMBER.matcher(q.strip());
        if (number.matches()) {
            put(" and number = :q", "q", Optional.of(number.group(1)));
        } else {
            put(
                    " and id in (select coalesce(m.surviving_id, x.ticket_id) from message x left join ticket_merge m"
                            + " on m.ticket_id = x.ticket_id where match (x.words) against (:q in boolean mode))",
                    "q",
                    Optional.of(SearchWords.query(q)));
        }
    }

    private void after(Keyset keyset) {
        conditions.append(order.after());
        parameters.put("key", utc(keyset.at()));
        parameters.put("tie", keyset.id());
    }

    private void equal(String column, Optional<?> value) {
        put(" and " + column + " = :" + column, column, value);
    }

    private void put(String condition, String name, Optional<?> value) {
        value.ifPresent(wanted -> {
            conditions.append(condition);
            parameters.put(name, wanted);
        });
    }

    private static String names(Set<TicketState> states) {
        return states.stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(", "));
    }
}
