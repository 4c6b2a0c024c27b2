package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingDetectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "بغيت ندير جمعية | ARABIC",
                "kifach ndir jam3iya | ARABIZI",
                "bghit nsowel 3la lwasl | ARABIZI",
                "fin kayn lmaktab dyalkom | ARABIZI",
                "salam khoya wach momkin | ARABIZI",
                "Comment créer une association ? | FRENCH",
                "statuts | FRENCH",
                "agrement jeunesse et sports | FRENCH",
                "recepisse provisoire | FRENCH",
                "How can we register our association, please? | ENGLISH",
                "ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ | TIFINAGH",
                "سلام، بغيت نعرف فين نحط dossier de subvention | ARABIC",
                "Bonjour, notre association «الأمل» n'a pas reçu son récépissé | FRENCH",
                "'' | ARABIC",
                "2026 | ARABIC"
            })
    void aLineIsToldByItsLetters(String text, Writing writing) {
        assertThat(Shelves.ANALYSIS.read(text).writing()).isEqualTo(writing);
    }

    @Test
    void theQuestionsOfEachKindAreToldApart() {
        List<RelevanceQuestion> wrong = RelevanceQuestion.all().stream()
                .filter(question -> Shelves.ANALYSIS.read(question.text()).writing() != expected(question.writing()))
                .toList();

        assertThat(wrong).isEmpty();
    }

    private static Writing expected(String kind) {
        return switch (kind) {
            case "fr" -> Writing.FRENCH;
            case "arabizi" -> Writing.ARABIZI;
            default -> Writing.ARABIC;
        };
    }
}
