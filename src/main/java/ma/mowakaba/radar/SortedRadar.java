package ma.mowakaba.radar;

import java.util.List;
import java.util.UUID;
import ma.mowakaba.kb.Library;
import org.springframework.stereotype.Component;

/** The door, opened. */
@Component
class SortedRadar implements GapRadar {

    private final Noting noting;
    private final Needs needs;
    private final Round round;

    SortedRadar(Noting noting, Needs needs, Round round) {
        this.noting = noting;
        this.needs = needs;
        this.round = round;
    }

    @Override
    public void asked(Asked question, Library.SearchResult found) {
        noting.later(question, found);
    }

    @Override
    public List<Need> needs(State state) {
        return needs.in(state);
    }

    @Override
    public Need need(UUID id) {
        return needs.one(id);
    }

    @Override
    public void move(UUID id, State state, String by) {
        needs.move(id, state, by);
    }

    @Override
    public void refresh() {
        round.run();
    }
}
