package ma.mowakaba.kb;

import java.util.Map;
import java.util.Set;
import ma.mowakaba.kernel.Problem;

/** How far a draft is. Only {@code DRAFT} may be written in; from {@code REVIEW} and {@code SCHEDULED} it is published. */
public enum DraftState {
    DRAFT,
    REVIEW,
    SCHEDULED;

    private static final Map<DraftState, Set<DraftState>> ALLOWED =
            Map.of(DRAFT, Set.of(REVIEW), REVIEW, Set.of(DRAFT, SCHEDULED), SCHEDULED, Set.of(DRAFT, REVIEW));

    /** @throws Problem CONFLICT {@code draft.state} */
    DraftState to(DraftState next) {
        if (!ALLOWED.getOrDefault(this, Set.of()).contains(next)) {
            throw Problem.conflict("draft.state");
        }
        return next;
    }
}
