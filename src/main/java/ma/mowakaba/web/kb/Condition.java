package ma.mowakaba.web.kb;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kb.ArticleStock.Side;
import ma.mowakaba.kb.DraftState;

/** What can be said of one language of an article; the list is filtered by it. */
enum Condition {
    DRAFT,
    REVIEW,
    SCHEDULED,
    STALE,
    BROKEN,
    MISSING,
    WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Condition> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    static Condition of(DraftState state) {
        return switch (state) {
            case DRAFT -> DRAFT;
            case REVIEW -> REVIEW;
            case SCHEDULED -> SCHEDULED;
        };
    }

    /** @param broken addresses in it that do not answer */
    static Set<Condition> of(Side side, boolean withdrawn, long broken) {
        Set<Condition> all = EnumSet.noneOf(Condition.class);
        side.draft().map(draft -> of(draft.state())).ifPresent(all::add);
        if (side.stale()) {
            all.add(STALE);
        }
        if (broken > 0) {
            all.add(BROKEN);
        }
        if (withdrawn && side.version() > 0) {
            all.add(WITHDRAWN);
        }
        return all;
    }
}
