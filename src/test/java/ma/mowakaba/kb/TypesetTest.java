package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;

class TypesetTest {

    private final Typeset french = new Typeset(Language.FR);
    private final Typeset arabic = new Typeset(Language.AR);

    @Test
    void aFrenchLineNeverBeginsWithASignThatEndsOne() {
        assertThat(french.text("Délai : 60 jours ; voir « Le dossier » !"))
                .isEqualTo("Délai\u00a0: 60\u00a0jours\u00a0; voir «\u00a0Le dossier\u00a0»\u00a0!");
        assertThat(french.html("<li><strong>60 jours</strong> : remise</li>"))
                .isEqualTo("<li><strong>60\u00a0jours</strong>\u00a0: remise</li>");
        assertThat(french.text("«serré»")).isEqualTo("«\u00a0serré\u00a0»");
        assertThat(french.text("dahir 1-58-376, art. 5, 20 000 DH, n° 2"))
                .isEqualTo("dahir 1-58-376, art.\u00a05, 20\u00a0000\u00a0DH, n°\u00a02");
    }

    @Test
    void tagsAndAddressesStayAsTheyAre() {
        assertThat(french.html("<a href=\"https://example.ma/a ; b\">voir : ici</a>"))
                .isEqualTo("<a href=\"https://example.ma/a ; b\">voir\u00a0: ici</a>");
        assertThat(french.text("a & b; à 10:30")).isEqualTo("a &amp; b; à 10:30");
    }

    @Test
    void numbersOfLawsAndLatinNamesAreSetApartInArabic() {
        assertThat(arabic.text("الظهير 1-58-376 والقانون 75.00"))
                .isEqualTo("الظهير <bdi dir=\"ltr\">1-58-376</bdi> والقانون <bdi dir=\"ltr\">75.00</bdi>");
        assertThat(arabic.text("اتصلوا بالرقم 05 37 00 00 00 أو +212 537 000 000"))
                .isEqualTo("اتصلوا بالرقم <bdi dir=\"ltr\">05 37 00 00 00</bdi> أو <bdi dir=\"ltr\">+212 537 000"
                        + " 000</bdi>");
        assertThat(arabic.text("من 1 200 إلى 5 000 درهم"))
                .isEqualTo("من <bdi dir=\"ltr\">1 200</bdi> إلى <bdi dir=\"ltr\">5 000</bdi> درهم");
        assertThat(arabic.text("موقع Doers.ma، و60 يوما")).isEqualTo("موقع <bdi dir=\"ltr\">Doers.ma</bdi>، و60 يوما");
    }

    @Test
    void anArabicNameInAFrenchTextIsSetApartWithTheNumbersInIt() {
        assertThat(french.html("<p>Le dossier de جمعية الأمل, 2026-000003 ; القانون 06-18 والجمعيات.</p>"))
                .isEqualTo("<p>Le dossier de <bdi lang=\"ar\" dir=\"rtl\">جمعية الأمل</bdi>, 2026-000003\u00a0; <bdi"
                        + " lang=\"ar\" dir=\"rtl\">القانون <bdi dir=\"ltr\">06-18</bdi> والجمعيات</bdi>.</p>");
        assertThat(new Typeset(Language.EN).text("the جمعيّة & its name"))
                .isEqualTo("the <bdi lang=\"ar\" dir=\"rtl\">جمعيّة</bdi> &amp; its name");
    }

    @Test
    void aLongQuotationInTheOtherScriptIsSetApartAsAWhole() {
        assertThat(arabic.text("loi 75-00 ".repeat(20_000).strip()))
                .hasSize(200_000 - 1 + "<bdi dir=\"ltr\"></bdi>".length());
        assertThat(french.text("جمعية الأمل ".repeat(20_000).strip()))
                .hasSize(240_000 - 1 + "<bdi lang=\"ar\" dir=\"rtl\"></bdi>".length());
    }

    @Test
    void markupOfATextIsShownAndNotObeyed() {
        assertThat(arabic.text("<b> & \"")).doesNotContain("<b>").contains("&lt;", "&amp;", "&quot;");
    }
}
