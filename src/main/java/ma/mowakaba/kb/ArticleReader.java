package ma.mowakaba.kb;

import java.util.List;
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
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(FENCE)) {
            throw new MalformedArticle(file, 1, "the file must begin with a line of three hyphens");
        }
        int end = lines.subList(1, lines.size()).indexOf(FENCE);
        if (end < 0) {
            throw new MalformedArticle(file, lines.size(), "the front matter is not closed by three hyphens");
        }
        String head = String.join("\n", lines.subList(1, end + 1));
        String body = String.join("\n", lines.subList(end + 2, lines.size()));
        return new ArticleText(
                slug(file), language(file), FrontMatter.read(file, head), ArticleParts.read(file, end + 2, body));
    }

    private static String slug(String file) {
        String slug = file.replaceFirst("/[^/]*$", "");
        if (!slug.matches("[a-z][a-z0-9-]{1,79}")) {
            throw new MalformedArticle(file, 1, "the folder must be a slug of a–z, 0–9 and hyphens");
        }
        return slug;
    }

    private static Language language(String file) {
        return switch (file.replaceFirst("^.*/", "")) {
            case "ar.md" -> Language.AR;
            case "fr.md" -> Language.FR;
            default -> throw new MalformedArticle(file, 1, "the file must be called ar.md or fr.md");
        };
    }
}
