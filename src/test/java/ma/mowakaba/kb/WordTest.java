package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"loi 06-18", "loi 06.18", "loi 6-18", "قانون 06.18", "القانون رقم 18/06", "loi n° 06-18", "٠٦.١٨"
            })
    void aLawIsTheSameHoweverItsNumberIsWritten(String text) {
        assertThat(texts(text)).contains("n18.6");
    }

    @Test
    void aDahirIsTheSameTurnedRound() {
        assertThat(texts("dahir 1-58-376")).contains("n1.58.376");
        assertThat(texts("الظهير 376.58.1")).contains("n1.58.376");
    }

    @Test
    void wordsOfAllScriptsAreFoundInOneLine() {
        assertThat(texts("L'association d’Agadir: jam3iya جمعيتنا ⴰⵣⵓⵍ 60 jours, 4 000 signatures"))
                .containsExactly(
                        "association", "agadir", "jam3iya", "جمعيتنا", "ⴰⵣⵓⵍ", "60", "jours", "4000", "signatures");
    }

    @Test
    void accentsDoNotSeparateFrenchWords() {
        assertThat(FrenchWords.stems("agrément")).containsAnyElementsOf(FrenchWords.stems("agrement"));
        assertThat(FrenchWords.stems("associations")).isEqualTo(FrenchWords.stems("association"));
        assertThat(FrenchWords.stems("déclarée")).containsAnyElementsOf(FrenchWords.stems("declarer"));
    }

    @Test
    void theFirstKeyOfAWordIsTheSameWithAndWithoutAccents() {
        assertThat(FrenchWords.stems("déclarée")).hasSize(2).first().isEqualTo("declare");
        assertThat(FrenchWords.stems("declaree")).containsExactly("declare");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "جمعية jam3iya",
                "القايد l9ayed",
                "المكتب lmaktab",
                "وصل wasl",
                "عريضة 3arida",
                "تطوع tatawo3",
                "خاصني khassni",
                "شكاية chikaya",
                "غرامة ghrama",
                "الجائزة ljaiza",
                "ملف milaf"
            })
    void bothScriptsHaveOneSkeleton(String pair) {
        String[] words = pair.split(" ");
        assertThat(Skeleton.ofLatin(words[1])).isEqualTo(Skeleton.ofArabic(words[0]));
    }

    private static List<String> texts(String text) {
        return Word.of(text).stream().map(Word::text).toList();
    }
}
