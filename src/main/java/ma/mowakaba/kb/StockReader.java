package ma.mowakaba.kb;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads articles, their versions and drafts for editors. */
@Component
@Transactional(readOnly = true)
class StockReader implements ArticleStock {

    private static final int EVENTS = 100;

    private final VersionStore versions;
    private final DraftReader reader;
    private final Asides asides;
    private final ArticleLog log;
    private final Clock clock;

    StockReader(VersionStore versions, DraftReader reader, Asides asides, ArticleLog log, Clock clock) {
        this.versions = versions;
        this.reader = reader;
        this.asides = asides;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public List<Standing> all() {
        Map<String, Map<Language, VersionStore.Text>> texts = new TreeMap<>();
        versions.texts()
                .forEach(text -> texts.computeIfAbsent(text.slug(), _ -> new EnumMap<>(Language.class))
                        .put(text.language(), text));
        Map<String, Map<Language, StoredDraft>> open = new HashMap<>();
        reader.stored()
                .forEach(draft -> open.computeIfAbsent(draft.key().slug(), _ -> new EnumMap<>(Language.class))
                        .put(draft.key().language(), draft));
        open.keySet().forEach(slug -> texts.putIfAbsent(slug, Map.of()));
        return texts.entrySet().stream()
                .map(article -> Sides.standing(
                        article.getKey(), article.getValue(), open.getOrDefault(article.getKey(), Map.of())))
                .toList();
    }

    @Override
    public boolean has(ArticleKey at) {
        return reader.find(at).isPresent() || versions.texts(at.slug()).containsKey(at.language());
    }

    @Override
    public Standing of(String slug) {
        Map<Language, StoredDraft> open = new EnumMap<>(Language.class);
        for (Language language : List.of(Language.AR, Language.FR)) {
            reader.find(new ArticleKey(slug, language)).ifPresent(draft -> open.put(language, draft));
        }
        Map<Language, VersionStore.Text> texts = versions.texts(slug);
        if (texts.isEmpty() && open.isEmpty()) {
            throw Problem.notFound("article.unknown", slug);
        }
        return Sides.standing(slug, texts, open);
    }

    @Override
    public List<VersionRow> versions(ArticleKey at) {
        return versions.versions(at);
    }

    @Override
    public List<ArticleEvent> events(String slug) {
        return log.of(slug, EVENTS);
    }

    @Override
    public Manuscript text(ArticleKey at, int version) {
        return Manuscript.of(markdown(at, version));
    }

    @Override
    public int agreesWith(ArticleKey at) {
        return Optional.ofNullable(versions.texts(at.slug()).get(at.language()))
                .map(text -> versions.textAt(at.pair(), Math.max(text.since(), text.confirmed())))
                .orElse(0);
    }

    @Override
    public Article preview(ArticleKey at, Optional<Integer> version) {
        try {
            ArticleText text = version.map(number -> ArticleReader.stored(at.file(), markdown(at, number)))
                    .orElseGet(() -> ArticleReader.read(at.file(), draft(at).markdown()));
            return text.at(version.orElse(next(at)), clock.instant());
        } catch (MalformedArticle wrong) {
            throw Problem.conflict("draft.faults");
        }
    }

    @Override
    public Differences differences(ArticleKey at, int from, Optional<Integer> to) {
        String after =
                to.map(number -> markdown(at, number)).orElseGet(() -> draft(at).markdown());
        return Comparison.of(Manuscript.of(markdown(at, from)), Manuscript.of(after));
    }

    @Override
    public Differences aside(ArticleKey at, EditorId by) {
        StoredDraft draft = draft(at);
        return asides.find(at, by)
                .map(mine -> Comparison.of(Manuscript.of(draft.markdown()), mine))
                .orElseThrow(() -> Problem.notFound("draft.unknown"));
    }

    private int next(ArticleKey at) {
        return versions.texts(at.slug()).values().stream()
                        .mapToInt(VersionStore.Text::version)
                        .max()
                        .orElse(0)
                + 1;
    }

    private String markdown(ArticleKey at, int version) {
        return versions.markdown(at, version).orElseThrow(() -> Problem.notFound("article.unknown", at.slug()));
    }

    private StoredDraft draft(ArticleKey at) {
        return reader.find(at).orElseThrow(() -> Problem.notFound("draft.unknown"));
    }
}
