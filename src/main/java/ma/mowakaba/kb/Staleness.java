package ma.mowakaba.kb;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import ma.mowakaba.kernel.Language;

/** Which languages of an article may not say any more what the others say. */
final class Staleness {

    private Staleness() {}

    /** @return those of which another language has a newer text that nobody has said they still agree with */
    static Set<Language> of(Map<Language, VersionStore.Text> texts) {
        Set<Language> stale = EnumSet.noneOf(Language.class);
        for (VersionStore.Text text : texts.values()) {
            int holds = Math.max(text.since(), text.confirmed());
            if (texts.values().stream().anyMatch(other -> other.since() > holds)) {
                stale.add(text.language());
            }
        }
        return stale;
    }
}
