package ma.mowakaba.kb;

import java.time.LocalDate;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;

/** An article in a list. */
public record ArticleSummary(
        String slug,
        Language language,
        int version,
        String title,
        String summary,
        DomainCode domain,
        LocalDate verifiedOn) {}
