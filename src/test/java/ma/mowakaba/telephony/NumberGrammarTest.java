package ma.mowakaba.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.telephony.NumberGrammar.Noun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers as they are spoken, against ICU's rules for every number, and against grammar books where ICU has no rule. */
class NumberGrammarTest {

    private final Prompts prompts = Prompts.read();
    private final NumberGrammar arabic = NumberGrammar.of(Language.AR).orElseThrow();
    private final NumberGrammar french = NumberGrammar.of(Language.FR).orElseThrow();

    static IntStream everyNumber() {
        return IntStream.rangeClosed(0, 999);
    }

    @ParameterizedTest
    @MethodSource("everyNumber")
    void frenchNumbersAreThoseOfIcu(int number) {
        for (boolean feminine : List.of(false, true)) {
            String spoken = prompts.sentence(french.number(number, feminine), Language.FR);
            String icu = icu("fr", feminine ? "feminine" : "masculine", number);
            assertThat(spoken.replace('-', ' ')).isEqualTo(icu.replace('-', ' '));
        }
    }

    /** ICU writes إثنان with a hamza, parts the hundreds in two words, and says the feminine of eleven for both genders. */
    @ParameterizedTest
    @MethodSource("everyNumber")
    void arabicNumbersAreThoseOfIcu(int number) {
        String icu = icu("ar", "masculine", number)
                .replace("إثن", "اثن")
                .replace("إثنا", "اثنا")
                .replaceAll("ثمانية مائة", "ثمانمائة")
                .replaceAll("(ثلاث|أربع|خمس|ست|سبع|تسع)ة مائة", "$1مائة")
                .replace("إحدى عشر", "أحد عشر")
                .replace("مائة", "مئة")
                .replace("مائتان", "مئتان");
        assertThat(prompts.sentence(arabic.number(number, false), Language.AR).replace(" و ", " و"))
                .isEqualTo(icu);
    }

    /** ICU has no feminine for these; every number differs from its masculine exactly in its units. */
    @ParameterizedTest
    @MethodSource("everyNumber")
    void arabicNumbersOfFeminineNounsDifferInTheirUnits(int number) {
        int rest = number % 100;
        boolean same = rest == 0 || rest >= 20 && rest % 10 == 0;
        String masculine = prompts.sentence(arabic.number(number, false), Language.AR);
        String feminine = prompts.sentence(arabic.number(number, true), Language.AR);
        assertThat(feminine.equals(masculine)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1   | دقيقة واحدة
        2   | دقيقتان
        3   | ثلاث دقائق
        8   | ثماني دقائق
        10  | عشر دقائق
        11  | إحدى عشرة دقيقة
        12  | اثنتا عشرة دقيقة
        13  | ثلاث عشرة دقيقة
        18  | ثماني عشرة دقيقة
        20  | عشرون دقيقة
        21  | واحدة وعشرون دقيقة
        22  | اثنتان وعشرون دقيقة
        25  | خمس وعشرون دقيقة
        100 | مئة دقيقة
        101 | مئة و دقيقة واحدة
        102 | مئة و دقيقتان
        103 | مئة و ثلاث دقائق
        115 | مئة و خمس عشرة دقيقة
        200 | مئتا دقيقة
        202 | مئتان و دقيقتان
        300 | ثلاثمئة دقيقة
        999 | تسعمئة و تسع وتسعون دقيقة
        """)
    void arabicMinutesFollowTheirNumber(int number, String spoken) {
        assertThat(plain(arabic.counted(number, Noun.MINUTE), Language.AR)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1   | شخص واحد
        2   | شخصان
        3   | ثلاثة أشخاص
        10  | عشرة أشخاص
        11  | أحد عشر شخصا
        12  | اثنا عشر شخصا
        21  | واحد وعشرون شخصا
        99  | تسعة وتسعون شخصا
        100 | مئة شخص
        103 | مئة و ثلاثة أشخاص
        """)
    void arabicPersonsFollowTheirNumber(int number, String spoken) {
        assertThat(plain(arabic.counted(number, Noun.PERSON), Language.AR)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1   | une minute
        2   | deux minutes
        21  | vingt et une minutes
        71  | soixante et onze minutes
        80  | quatre-vingts minutes
        81  | quatre-vingt une minutes
        201 | deux cent une minutes
        """)
    void frenchMinutesFollowTheirNumber(int number, String spoken) {
        assertThat(plain(french.counted(number, Noun.MINUTE), Language.FR)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @MethodSource("everyNumber")
    void everyPromptOfEveryCountIsThere(int number) {
        for (Language language : List.of(Language.AR, Language.FR)) {
            NumberGrammar grammar = NumberGrammar.of(language).orElseThrow();
            Stream<String> counted = number == 0
                    ? Stream.of()
                    : Stream.of(Noun.values()).flatMap(noun -> grammar.counted(number, noun).stream());
            assertThat(counted).allMatch(key -> prompts.has(key, language), "is in prompts.tsv in " + language);
        }
    }

    @Test
    void aLanguageWhoseNumbersAreNotSpokenHasNoGrammar() {
        assertThat(NumberGrammar.of(Language.ZGH)).isEmpty();
    }

    private String plain(List<String> keys, Language language) {
        return prompts.sentence(keys, language).replaceAll("[.:]", "");
    }

    private static String icu(String language, String gender, int number) {
        return new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT)
                .format(number, "%spellout-cardinal-" + gender);
    }
}
