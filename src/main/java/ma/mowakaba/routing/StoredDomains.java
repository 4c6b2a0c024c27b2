package ma.mowakaba.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The routing tree in the database, read again every ten seconds since another node may have changed it. */
@Service
class StoredDomains implements Domains {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Known NOTHING = new Known(Instant.MIN, Map.of());

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Known known = NOTHING;

    StoredDomains(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Names(String arabic, String french, String english) {

        String in(Language language) {
            return switch (language) {
                case AR, ZGH -> arabic;
                case FR -> french;
                case EN -> english;
            };
        }
    }

    private record Known(Instant at, Map<DomainCode, Names> names) {}

    @Override
    public List<DomainCode> all() {
        return List.copyOf(names().keySet());
    }

    @Override
    public boolean exists(DomainCode domain) {
        return names().containsKey(domain);
    }

    @Override
    public String name(DomainCode domain, Language language) {
        Names names = names().get(domain);
        return names == null ? domain.value() : names.in(language);
    }

    @Override
    public void put(DomainCode domain, int position, String arabic, String french, String english) {
        for (String name : List.of(arabic, french, english)) {
            if (name.isBlank() || name.length() > 120) {
                throw Problem.invalid("domain.name-missing");
            }
        }
        jdbc.sql("insert into routing_domain (code, position, arabic, french, english) values (?, ?, ?, ?, ?)"
                        + " on duplicate key update position = values(position), arabic = values(arabic),"
                        + " french = values(french), english = values(english)")
                .params(domain.value(), position, arabic.strip(), french.strip(), english.strip())
                .update();
        known = NOTHING;
    }

    @Override
    public void remove(DomainCode domain) {
        if (domain.equals(DomainCode.GENERAL)) {
            throw Problem.conflict("domain.general-stays");
        }
        jdbc.sql("delete from routing_domain where code = ?")
                .param(domain.value())
                .update();
        known = NOTHING;
    }

    private Map<DomainCode, Names> names() {
        Known last = known;
        if (last == NOTHING || Duration.between(last.at(), clock.instant()).compareTo(FRESH) >= 0) {
            last = new Known(clock.instant(), read());
            known = last;
        }
        return last.names();
    }

    private Map<DomainCode, Names> read() {
        Map<DomainCode, Names> names = new LinkedHashMap<>();
        jdbc.sql("select code, arabic, french, english from routing_domain order by code = 'general', position, code")
                .query(row -> {
                    names.put(
                            new DomainCode(row.getString("code")),
                            new Names(row.getString("arabic"), row.getString("french"), row.getString("english")));
                });
        return names;
    }
}
