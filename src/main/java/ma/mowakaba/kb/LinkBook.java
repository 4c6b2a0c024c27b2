package ma.mowakaba.kb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each address answered last. */
@Component
class LinkBook implements LinkWatch {

    private final VersionStore versions;
    private final LinkSettings settings;
    private final JdbcClient jdbc;

    LinkBook(VersionStore versions, LinkSettings settings, JdbcClient jdbc) {
        this.versions = versions;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Override
    public boolean on() {
        return !settings.hosts().isEmpty();
    }

    @Override
    public List<Link> of(Manuscript text) {
        Map<String, Link> known = known();
        return InternalLinks.addresses(text).stream()
                .map(address -> known.getOrDefault(address, unchecked(address)))
                .toList();
    }

    @Override
    public Map<ArticleKey, Long> broken() {
        Map<String, Link> known = known();
        known.values().removeIf(link -> !link.result().broken());
        if (known.isEmpty()) {
            return Map.of();
        }
        Map<ArticleKey, Long> broken = new HashMap<>();
        versions.texts().stream().filter(text -> text.published() > 0).forEach(text -> {
            long count = InternalLinks.addresses(Manuscript.of(text.markdown())).stream()
                    .filter(known::containsKey)
                    .count();
            if (count > 0) {
                broken.put(new ArticleKey(text.slug(), text.language()), count);
            }
        });
        return broken;
    }

    /** @return of everything that editors see, each address with what it answered, those never asked first, then the oldest */
    List<Link> all(List<String> drafts) {
        Map<String, Link> known = known();
        return java.util.stream.Stream.concat(
                        versions.texts().stream().map(VersionStore.Text::markdown), drafts.stream())
                .flatMap(markdown -> InternalLinks.addresses(Manuscript.of(markdown)).stream())
                .distinct()
                .map(address -> known.getOrDefault(address, unchecked(address)))
                .sorted(java.util.Comparator.comparing(link -> link.checkedAt().orElse(Instant.EPOCH)))
                .toList();
    }

    void note(String address, LinkCheck.Answer answer, Instant now) {
        jdbc.sql("INSERT INTO article_link (hash, address, result, moved_to, checked_at) VALUES (sha2(?, 256),"
                        + " ?, ?, ?, ?) ON DUPLICATE KEY UPDATE result = VALUES(result), moved_to ="
                        + " VALUES(moved_to), checked_at = VALUES(checked_at)")
                .params(address, address, answer.result().name(), answer.movedTo(), Columns.utc(now))
                .update();
    }

    private Map<String, Link> known() {
        return jdbc
                .sql("SELECT address, result, moved_to, checked_at FROM article_link")
                .query(LinkBook::link)
                .list()
                .stream()
                .collect(Collectors.toMap(Link::address, Function.identity(), (first, _) -> first, HashMap::new));
    }

    private static Link unchecked(String address) {
        return new Link(address, Result.UNCHECKED, "", Optional.empty());
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getString("address"),
                Result.valueOf(row.getString("result")),
                row.getString("moved_to"),
                Optional.of(Columns.instant(row, "checked_at")));
    }
}
