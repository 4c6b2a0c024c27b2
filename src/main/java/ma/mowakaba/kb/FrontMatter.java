package ma.mowakaba.kb;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.resolver.Resolver;

/** The head of an article file; every key is required and no other is allowed. */
final class FrontMatter {

    private static final List<String> KEYS =
            List.of("title", "domain", "summary", "audience", "verified-on", "related", "keywords", "legal", "sources");

    private final String file;
    private final String yaml;
    private final Map<?, ?> values;

    private FrontMatter(String file, String yaml, Resolver resolver) {
        this.file = file;
        this.yaml = yaml;
        this.values = load(resolver);
    }

    static ArticleText.Head read(String file, String yaml) {
        return new FrontMatter(file, yaml, new TypedDays()).head();
    }

    /** @param yaml of a version that is stored; before there was a check, 31 February was taken for 3 March */
    static ArticleText.Head stored(String file, String yaml) {
        return new FrontMatter(file, yaml, new Resolver()).head();
    }

    /** @return everything that is wrong in a head that has every key */
    static List<ArticleFault> faults(String file, String yaml) {
        FrontMatter head = new FrontMatter(file, yaml, new TypedDays());
        List<Runnable> readings = List.of(
                () -> head.text("title"),
                head::domain,
                () -> head.text("summary"),
                () -> head.text("audience"),
                () -> head.day("verified-on"),
                () -> head.texts("related"),
                () -> head.texts("keywords"),
                () -> head.references("legal"),
                () -> head.references("sources"));
        List<ArticleFault> faults = new ArrayList<>();
        for (Runnable reading : readings) {
            try {
                reading.run();
            } catch (MalformedArticle wrong) {
                faults.add(wrong.fault());
            }
        }
        return faults;
    }

    private ArticleText.Head head() {
        checkKeys();
        return new ArticleText.Head(
                text("title"),
                domain(),
                text("summary"),
                text("audience"),
                day("verified-on"),
                texts("related"),
                texts("keywords"),
                references("legal"),
                references("sources"));
    }

    private Map<?, ?> load(Resolver resolver) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Object loaded = TypedDays.yaml(options, resolver).load(yaml);
            if (loaded instanceof Map<?, ?> map) {
                return map;
            }
        } catch (MarkedYAMLException e) {
            throw new MalformedArticle(file, e.getProblemMark().getLine() + 2, Fault.YAML, e.getProblem());
        } catch (YAMLException e) {
            throw new MalformedArticle(file, 2, Fault.YAML, String.valueOf(e.getMessage()));
        }
        throw new MalformedArticle(file, 2, Fault.KEYS);
    }

    private void checkKeys() {
        for (String key : KEYS) {
            if (values.get(key) == null) {
                throw new MalformedArticle(file, line(key), Fault.KEY_MISSING, key);
            }
        }
        TreeSet<String> unknown = new TreeSet<>();
        values.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new MalformedArticle(file, line(unknown.first()), Fault.KEY_UNKNOWN, unknown.first());
        }
    }

    private DomainCode domain() {
        try {
            return new DomainCode(text("domain"));
        } catch (Problem e) {
            throw new MalformedArticle(file, line("domain"), Fault.DOMAIN, "domain");
        }
    }

    private LocalDate day(String key) {
        if (values.get(key) instanceof Date date) {
            return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
        }
        try {
            return LocalDate.parse(String.valueOf(values.get(key)));
        } catch (DateTimeException noSuchDay) {
            throw new MalformedArticle(file, line(key), Fault.DAY, key);
        }
    }

    private String text(String key) {
        return string(key, values.get(key));
    }

    private List<?> list(String key) {
        if (values.get(key) instanceof List<?> list) {
            return list;
        }
        throw new MalformedArticle(file, line(key), Fault.LIST, key);
    }

    private List<String> texts(String key) {
        return list(key).stream().map(value -> string(key, value)).toList();
    }

    private List<Article.Reference> references(String key) {
        return list(key).stream().map(value -> reference(key, value)).toList();
    }

    private Article.Reference reference(String key, Object value) {
        if (!(value instanceof Map<?, ?> map) || !List.of("text", "url").containsAll(map.keySet())) {
            throw new MalformedArticle(file, line(key), Fault.ENTRY, key);
        }
        String url = map.get("url") == null ? "" : string(key, map.get("url"));
        if (!url.isEmpty() && !url.matches("https?://\\S+")) {
            throw new MalformedArticle(file, line(key), Fault.ADDRESS, key);
        }
        return new Article.Reference(string(key, map.get("text")), url);
    }

    private String string(String key, @org.jspecify.annotations.Nullable Object value) {
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new MalformedArticle(file, line(key), Fault.TEXT, key);
    }

    /** @return the line of the file where the key stands, the first line of the front matter when it is missing */
    private int line(String key) {
        List<String> lines = yaml.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(key + ":")) {
                return i + 2;
            }
        }
        return 1;
    }
}
