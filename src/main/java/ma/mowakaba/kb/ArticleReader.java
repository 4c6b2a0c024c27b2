package ma.mowakaba.kb;

import java.util.List;
import java.util.function.BiFunction;
import ma.mowakaba.kernel.Language;

/** Reads an article file: YAML between two lines of three hyphens, then Markdown. */
final class ArticleReader {

    private static final String FENCE = "---";

    private ArticleReader() {}

    /**
     * @param file such as {@code create-association/fr.md}: the slug and the language
     * @throws MalformedArticle with the line
     */
    static ArticleText read(String file, String text) {
        return read(file, text, FrontMatter::read);
    }

    /** @param text of a version that is stored: it was right by the rules of its day */
    static ArticleText stored(String file, String text) {
        return read(file, text, FrontMatter::stored);
    }

    private static ArticleText read(String file, String text, BiFunction<String, String, ArticleText.Head> heads) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(FENCE)) {
            throw new MalformedArticle(file, 1, Fault.NO_HEAD);
        }
        int end = lines.subList(1, lines.size()).indexOf(FENCE);
        if (end < 0) {
            throw new MalformedArticle(file, lines.size(), Fault.HEAD_OPEN);
        }
        String head = String.join("\n", lines.subList(1, end + 1));
        String body = String.join("\n", lines.subList(end + 2, lines.size()));
        return new ArticleText(
                slug(file), language(file), heads.apply(file, head), ArticleParts.read(file, end + 2, body));
    }

    private static String slug(String file) {
        String slug = file.replaceFirst("/[^/]*$", "");
        if (!slug.matches("[a-z][a-z0-9-]{1,79}")) {
            throw new MalformedArticle(file, 1, Fault.SLUG);
        }
        return slug;
    }

    private static Language language(String file) {
        return switch (file.replaceFirst("^.*/", "")) {
            case "ar.md" -> Language.AR;
            case "fr.md" -> Language.FR;
            default -> throw new MalformedArticle(file, 1, Fault.FILE_NAME);
        };
    }
}
