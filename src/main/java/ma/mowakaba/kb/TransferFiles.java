package ma.mowakaba.kb;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.Language;
import org.springframework.stereotype.Component;

/** Says of each file of a zip what taking it would do. */
@Component
class TransferFiles {

    private static final Pattern NAME = Pattern.compile("(?:.*/)?([a-z][a-z0-9-]{1,79})/(ar|fr)\\.md");
    private static final Differences NONE = new Differences(List.of());

    private final VersionStore versions;
    private final DraftReader drafts;

    TransferFiles(VersionStore versions, DraftReader drafts) {
        this.versions = versions;
        this.drafts = drafts;
    }

    /** A file that is one of an article, as text. */
    record ArticleFile(String name, ArticleKey key, Optional<String> markdown) {}

    /** @return empty for a file that is no article's */
    static Optional<ArticleFile> file(String name, byte[] content) {
        Matcher parts = NAME.matcher(name);
        return name.contains("__MACOSX") || !parts.matches()
                ? Optional.empty()
                : Optional.of(new ArticleFile(
                        name, new ArticleKey(parts.group(1), Language.of(parts.group(2))), text(content)));
    }

    List<ArticleTransfer.Entry> entries(List<ArticleFile> files) {
        Set<String> slugs = new HashSet<>(versions.slugs());
        files.forEach(file -> slugs.add(file.key().slug()));
        return files.stream().map(file -> entry(file, slugs)).toList();
    }

    private ArticleTransfer.Entry entry(ArticleFile file, Set<String> slugs) {
        ArticleKey key = file.key();
        List<ArticleFault> faults = file.markdown()
                .map(markdown -> faults(key, markdown, slugs))
                .orElse(List.of(new ArticleFault(ArticleFault.BODY, 1, Fault.UNREADABLE.code(), List.of())));
        if (!faults.isEmpty()) {
            return new ArticleTransfer.Entry(
                    file.name(), Optional.of(key), ArticleTransfer.Outcome.MALFORMED, NONE, faults);
        }
        String markdown = file.markdown().orElse("");
        Optional<VersionStore.Text> now = seen(key);
        ArticleTransfer.Outcome outcome = outcome(key, markdown, now);
        Differences differences = now.filter(text -> outcome == ArticleTransfer.Outcome.CHANGED)
                .map(text -> Comparison.of(Manuscript.of(text.markdown()), Manuscript.of(markdown)))
                .orElse(NONE);
        return new ArticleTransfer.Entry(file.name(), Optional.of(key), outcome, differences, List.of());
    }

    private ArticleTransfer.Outcome outcome(ArticleKey key, String markdown, Optional<VersionStore.Text> now) {
        if (now.filter(text -> text.markdown().equals(markdown)).isPresent()) {
            return ArticleTransfer.Outcome.SAME;
        }
        if (drafts.find(key).isPresent()) {
            return ArticleTransfer.Outcome.BUSY;
        }
        return now.isPresent() ? ArticleTransfer.Outcome.CHANGED : ArticleTransfer.Outcome.NEW;
    }

    private Optional<VersionStore.Text> seen(ArticleKey key) {
        Map<Language, VersionStore.Text> texts = versions.texts(key.slug());
        return Optional.ofNullable(texts.get(key.language())).filter(text -> text.published() > 0);
    }

    private static List<ArticleFault> faults(ArticleKey key, String markdown, Set<String> slugs) {
        try {
            ArticleReader.read(key.file(), markdown);
            return InternalLinks.faults(Manuscript.of(markdown), key.slug(), slugs);
        } catch (MalformedArticle wrong) {
            return List.of(wrong.fault());
        }
    }

    /** @return with the line ends of the project, whatever the editor's program made of them; empty when it is not UTF-8 */
    private static Optional<String> text(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString()
                    .replace("\r\n", "\n")
                    .replaceFirst("^\\x{feff}", ""));
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
