package ma.mowakaba.telephony;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Language;

/** How a language says numbers from 0 to 999 and what they count, as keys of {@code telephony/prompts/prompts.tsv} in their order. */
interface NumberGrammar {

    /** What is counted. */
    enum Noun {
        PERSON("person", false, true),
        MINUTE("minute", true, true);

        private final String key;
        private final boolean feminineInArabic;
        private final boolean feminineInFrench;

        Noun(String key, boolean feminineInArabic, boolean feminineInFrench) {
            this.key = key;
            this.feminineInArabic = feminineInArabic;
            this.feminineInFrench = feminineInFrench;
        }

        boolean feminine(Language language) {
            return language == Language.AR ? feminineInArabic : feminineInFrench;
        }

        /** @param form {@code one}, {@code two}, {@code few}, {@code many}, {@code hundred} */
        String form(String form) {
            return key + "-" + form;
        }
    }

    List<String> number(int number, boolean feminine);

    /** @param number 1 to 999 */
    List<String> counted(int number, Noun noun);

    /** @return empty for a language whose numbers we do not speak */
    static Optional<NumberGrammar> of(Language language) {
        return switch (language) {
            case AR -> Optional.of(new ArabicNumbers());
            case FR -> Optional.of(new FrenchNumbers());
            case EN, ZGH -> Optional.empty();
        };
    }

    static int checked(int number) {
        if (number < 0 || number > 999) {
            throw new IllegalArgumentException("not from 0 to 999: " + number);
        }
        return number;
    }
}
