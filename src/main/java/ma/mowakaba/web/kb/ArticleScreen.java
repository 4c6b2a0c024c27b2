package ma.mowakaba.web.kb;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.kb.ArticleEvent;
import ma.mowakaba.kb.ArticleStock;
import ma.mowakaba.kb.Draft;
import ma.mowakaba.kb.EditorId;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** Versions, drafts and events with the names of those whose hands they went through. */
@Component
class ArticleScreen {

    private final Accounts accounts;

    ArticleScreen(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param writers names, empty where it came with the files */
    record Version(int number, Instant at, String writers, String publisher, boolean shown) {}

    /** @param by a name, empty where the program did it; @param note a reason, a version or a time, ready to be read */
    record Line(Instant at, String what, String language, String by, String note) {}

    List<Version> versions(List<ArticleStock.VersionRow> rows) {
        Map<StaffId, String> names =
                names(rows.stream().flatMap(row -> Stream.concat(row.writers().stream(), row.publishedBy().stream())));
        return rows.stream()
                .map(row -> new Version(
                        row.version(),
                        row.at(),
                        joined(row.writers(), names),
                        row.publishedBy().map(by -> name(by, names)).orElse(""),
                        row.shown()))
                .toList();
    }

    List<Line> lines(List<ArticleEvent> events, Words words) {
        Map<StaffId, String> names = names(events.stream().flatMap(event -> event.by().stream()));
        return events.stream()
                .map(event -> new Line(
                        event.at(),
                        event.what().code(),
                        event.language().map(words::tongue).orElse(""),
                        event.by().map(by -> name(by, names)).orElse(""),
                        note(event, words)))
                .toList();
    }

    String writers(Draft draft) {
        return joined(draft.writers(), names(draft.writers().stream()));
    }

    String changedBy(Draft draft) {
        return draft.changedBy().map(by -> name(by, names(Stream.of(by)))).orElse("");
    }

    private static String note(ArticleEvent event, Words words) {
        return switch (event.what()) {
            case SCHEDULED -> words.time(Instant.parse(event.note()));
            case OFFERED -> "";
            case OPENED,
                    WRITTEN,
                    DISCARDED,
                    SUBMITTED,
                    SENT_BACK,
                    UNSCHEDULED,
                    PUBLISHED,
                    WITHDRAWN,
                    CONFIRMED,
                    REBASED,
                    IMPORTED -> event.note();
        };
    }

    private Map<StaffId, String> names(Stream<EditorId> editors) {
        return accounts.names(editors.map(ArticleScreen::account).collect(Collectors.toCollection(HashSet::new)));
    }

    private static StaffId account(EditorId editor) {
        return new StaffId(editor.value());
    }

    private static String name(EditorId editor, Map<StaffId, String> names) {
        return Optional.ofNullable(names.get(account(editor))).orElse("");
    }

    private static String joined(Set<EditorId> editors, Map<StaffId, String> names) {
        return editors.stream().map(editor -> name(editor, names)).sorted().collect(Collectors.joining(" · "));
    }
}
