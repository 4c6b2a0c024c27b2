package ma.mowakaba.calendar;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Makes one zone of ours known to {@code java.time}. */
final class CorrectedZones extends ZoneRulesProvider {

    private final String id;
    private final ZoneRules rules;

    private CorrectedZones(String id, ZoneRules rules) {
        this.id = id;
        this.rules = rules;
    }

    static ZoneId register(String id, ZoneRules rules) {
        if (!getAvailableZoneIds().contains(id)) {
            registerProvider(new CorrectedZones(id, rules));
        }
        return ZoneId.of(id);
    }

    @Override
    protected Set<String> provideZoneIds() {
        return Set.of(id);
    }

    @Override
    protected ZoneRules provideRules(String zone, boolean forCaching) {
        return rules;
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
        return new TreeMap<>(java.util.Map.of("2026b", rules));
    }
}
