package ma.mowakaba.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.directory.AssociationId;
import ma.mowakaba.web.BidiText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recognised in a text, and that none of it is lost. */
class AssociationNamesTest {

    private static final AssociationId AMAL =
            new AssociationId(UUID.fromString("018f0000-0000-7000-8000-000000000007"));
    private static final Mentions.Known KNOWN = new Mentions.Known(Map.of(
            AssociationNames.folded("جمعية الأمل للتنمية"), AMAL, AssociationNames.folded("Association Amal"), AMAL));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "نكتب لكم باسم جمعية الأمل للتنمية بمدينة فاس | جمعية الأمل للتنمية",
                "أنا رئيس لجمعية الامل للتنمية، وأطلب | جمعية الامل للتنمية",
                "Je préside l’association Amal depuis 2020. | association Amal",
                "L'Association  «Amal» demande | Association  «Amal",
                "the ASSOCIATION AMAL, in Fès | ASSOCIATION AMAL"
            })
    void aKnownAssociationIsFoundAsPeopleWriteIt(String text, String written) {
        assertThat(in(text))
                .filteredOn(token -> token.kind().equals("association"))
                .singleElement()
                .satisfies(token -> {
                    assertThat(token.text()).isEqualTo(written);
                    assertThat(token.value()).isEqualTo(AMAL.toString());
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Appelez le 06 61 22 33 44 demain | 06 61 22 33 44 | +212661223344",
                "اتصلوا بي: 0661-22-33-44 | 0661-22-33-44 | +212661223344",
                "هاتفي ٠٦٦١٢٢٣٣٤٤ | ٠٦٦١٢٢٣٣٤٤ | +212661223344",
                "Tel. +212 (0)5 37 22 33 44 | +212 (0)5 37 22 33 44 | +212537223344"
            })
    void aTelephoneNumberIsFoundAsPeopleWriteIt(String text, String written, String number) {
        assertThat(in(text))
                .filteredOn(token -> token.kind().equals("phone"))
                .singleElement()
                .isEqualTo(new Mentions.Token("phone", written, number));
    }

    @Test
    void numbersOfCasesAmountsAndUnknownNamesStayText() {
        for (String text : List.of(
                "Dossier 2026-000123, compte 007 810 0001234567890123 45",
                "Montant 250 000,00 DH le 23/11/2026",
                "جمعية لا نعرفها",
                "Une association de fait",
                "")) {
            assertThat(in(text))
                    .as(text)
                    .allSatisfy(token -> assertThat(token.kind()).isIn("text", "number", "ltr", "rtl"));
        }
    }

    @Test
    void allTokensTogetherAreTheText() {
        String text = "جمعية الأمل للتنمية، 0661223344 و Association Amal\n(+212 661 22 33 44) fin";

        assertThat(in(text).stream().map(Mentions.Token::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    private static List<Mentions.Token> in(String text) {
        return BidiText.lines(text).stream()
                .flatMap(line -> KNOWN.in(line).stream())
                .toList();
    }
}
