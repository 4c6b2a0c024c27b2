package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImpersonalTest {

    @Test
    void addressesAndNumbersAreTakenOut() {
        assertThat(cleaned("Écrivez à s.alami@example.ma ou 06 12 34 56 78, dossier 2026-000123, CIN BE123456"))
                .doesNotContain("@", "alami", "12", "2026", "BE");
        assertThat(cleaned("voir https://example.ma/x?id=7 pour le cachet")).isEqualTo("voir … pour le cachet");
        assertThat(cleaned("اتصلوا بي على ٠٦١٢٣٤٥٦٧٨ بخصوص المخيم")).isEqualTo("اتصلوا بي على … بخصوص المخيم");
    }

    @Test
    void whoIntroducesHimselfIsNotNamed() {
        assertThat(cleaned("Je m'appelle Samira Benali et je veux un cachet"))
                .isEqualTo("Je m'appelle … et je veux un cachet");
        assertThat(cleaned("السلام عليكم اسمي فاطمة الزهراء وأريد قافلة طبية"))
                .isEqualTo("السلام عليكم اسمي … وأريد قافلة طبية");
        assertThat(cleaned("smiti 7assan bghit n3ref")).doesNotContain("7assan");
        assertThat(cleaned("pour Mme Fatiha El Idrissi, présidente")).doesNotContain("Fatiha", "Idrissi");
    }

    @Test
    void aKnownNameAndASignatureAreTakenOut() {
        assertThat(Impersonal.of(
                        "L'association Amal demande un cachet. Driss", List.of("Association Amal", "Driss"), 400))
                .doesNotContain("Amal", "Driss")
                .contains("cachet");
        assertThat(cleaned("Comment ouvrir un puits ?\nCordialement\nDriss Alami\nFès"))
                .isEqualTo("Comment ouvrir un puits ?…");
    }

    @Test
    void theDigitsOfArabiziAreLetters() {
        assertThat(cleaned("kifach n7efro lbir f 3 dwawer")).isEqualTo("kifach n7efro lbir f 3 dwawer");
    }

    private static String cleaned(String text) {
        return Impersonal.of(text, List.of(), 400);
    }
}
