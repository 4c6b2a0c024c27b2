package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {

    @ParameterizedTest
    @ValueSource(strings = {"تأمين", "التامين", "ta2min", "taemin", "lasorans", "assurance"})
    void insuranceHasItsNamesInEveryWriting(String name) {
        assertThat(ideas(name)).containsExactly("assurance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"الثمن", "نسبة", "طعن في القرار", "تسيير"})
    void aWordInArabicLettersDoesNotNameWhatOnlyHasItsConsonants(String words) {
        assertThat(ideas(words)).doesNotContain("assurance", "quorum", "coopérative", "photo");
    }

    @ParameterizedTest
    @CsvSource({"jam3iya, association", "ljam3iyat, association", "jama3a, commune", "ljama3a, commune"})
    void ofTwoNamesWithTheSameConsonantsTheOneSpelledLikeItIsMeant(String word, String idea) {
        assertThat(ideas(word)).containsExactly(idea);
    }

    @Test
    void theObjectOfASentenceIsTheSameWord() {
        assertThat(ideas("نفتح فرعا")).containsExactly("section");
    }

    private static List<String> ideas(String text) {
        return Shelves.ANALYSIS.read(text).namings().stream()
                .map(Glossary.Naming::idea)
                .toList();
    }
}
