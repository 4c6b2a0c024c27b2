package ma.mowakaba.kb;

import java.util.List;
import java.util.stream.Stream;

/** Makes the forms of a Darija verb from the line of {@code kb/analysis/verbs.tsv} that gives its stems. */
final class DarijaVerb {

    private static final List<String> TENSES = List.of("", "ك", "كا", "ت", "تا", "غ", "غا");
    private static final List<String> PERSONS = List.of("ن", "ت", "ي");
    private static final List<String> PRESENT_ENDINGS = List.of("", "و", "وا", "وه", "وها", "وش", "ش");
    private static final List<String> PAST_ENDINGS =
            List.of("", "ت", "نا", "تي", "تو", "و", "ات", "ناه", "وه", "ناش", "وش");

    private DarijaVerb() {}

    /** @param row key, stems of the present, stems of the past, further forms */
    static Stream<String> forms(List<String> row) {
        return Stream.of(
                        Tables.variants(row.get(1)).stream().flatMap(DarijaVerb::present),
                        Tables.variants(row.get(2)).stream()
                                .flatMap(stem -> PAST_ENDINGS.stream().map(stem::concat)),
                        Tables.variants(row.size() > 3 ? row.get(3) : "").stream())
                .flatMap(forms -> forms);
    }

    private static Stream<String> present(String stem) {
        return TENSES.stream()
                .flatMap(tense -> PERSONS.stream().map(tense::concat))
                .flatMap(start -> PRESENT_ENDINGS.stream().map(ending -> start + stem + ending));
    }
}
