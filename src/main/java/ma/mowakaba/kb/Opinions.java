package ma.mowakaba.kb;

import java.time.LocalDate;
import java.util.List;
import ma.mowakaba.kernel.Language;

/** What readers think of the articles, kept for the version they read. Nothing is kept about the readers. */
public interface Opinions {

    /**
     * @param words may be empty; numbers, addresses and names are taken out, and at most 1,000 characters kept
     * @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code article.unknown} when there is no such version
     */
    void tell(String slug, Language language, int version, boolean helped, String words);

    /** @return each version somebody told something about, those with most complaints first */
    List<Verdict> verdicts();

    /** @return what was said about an article in words, newest first, at most a hundred */
    List<Said> said(String slug);

    /** @param title empty when the article is no longer published @param published the version that readers see now */
    record Verdict(
            String slug,
            Language language,
            int version,
            String title,
            int published,
            long yes,
            long no,
            LocalDate last) {}

    record Said(Language language, int version, boolean helped, String words, LocalDate on) {}
}
