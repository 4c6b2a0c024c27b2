package ma.mowakaba.web.kb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.mowakaba.kb.Approval;
import ma.mowakaba.kb.ArticleKey;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.web.Words;

/** What became of texts that were to be published together: how many were, and which were refused for which reason. */
record PublicationReport(int published, int refused, Map<Reason, List<Text>> refusals) {

    /** In the viewer's words. */
    record Reason(String title, String detail) {}

    /** @param title its slug where it has none */
    record Text(ArticleKey at, String title) {}

    static PublicationReport of(List<Approval.Outcome> outcomes, List<ArticleRows.Row> rows, Words words) {
        Map<Reason, List<Text>> refusals = new LinkedHashMap<>();
        outcomes.forEach(outcome -> outcome.refusal()
                .ifPresent(refusal -> refusals.computeIfAbsent(reason(refusal, words), _ -> new ArrayList<>())
                        .add(new Text(outcome.at(), title(outcome.at(), rows)))));
        int refused = refusals.values().stream().mapToInt(List::size).sum();
        return new PublicationReport(outcomes.size() - refused, refused, refusals);
    }

    public boolean nothingChosen() {
        return published + refused == 0;
    }

    private static Reason reason(Problem refusal, Words words) {
        String key = "problem." + refusal.subject();
        return new Reason(
                words.say(key + ".title", refusal.arguments()), words.say(key + ".detail", refusal.arguments()));
    }

    private static String title(ArticleKey at, List<ArticleRows.Row> rows) {
        return rows.stream()
                .filter(row -> row.slug().equals(at.slug()))
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.language() == at.language())
                .map(ArticleRows.Cell::title)
                .filter(title -> !title.isBlank())
                .findFirst()
                .orElse(at.slug());
    }
}
