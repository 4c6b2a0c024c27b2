package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedMailTest {

    @ParameterizedTest
    @CsvSource({
        "forward-gmail-in-french, Nadia Alaoui <nadia.alaoui@example.ma>, Récépissé",
        "forward-gmail-in-arabic, نادية العلوي <nadia2@example.ma>, وصل الإيداع",
        "forward-outlook-in-english, 'Bakkali, Omar <omar.bakkali@example.ma>', Funding",
        "forward-outlook-in-french, Salma Idrissi <salma.idrissi@example.ma>, Subvention",
        "forward-outlook-in-arabic, يونس بناني <younes.bennani@example.ma>, تمويل",
        "forward-apple-in-french, Hind Tazi <hind.tazi@example.ma>, Formation",
        "forward-apple-in-english, Hind Tazi <hind.tazi2@example.ma>, Training",
        "forward-thunderbird-in-french, Reda Amrani <reda.amrani@example.ma>, Prix",
        "forward-as-a-file, Yasmine Fassi <yasmine.fassi@example.ma>, Benevolat contractuel"
    })
    void whoWroteAForwardedMailIsFound(String recording, String from, String subject) {
        ParsedMail.Original original =
                ForwardedMail.in(MimeReader.read(Recordings.raw(recording))).orElseThrow();

        assertThat(original.from().shown()).isEqualTo(from);
        assertThat(original.subject()).isEqualTo(subject);
    }

    @Test
    void aMailThatLiesInAnotherIsReadWithIt() {
        assertThat(ForwardedMail.in(MimeReader.read(Recordings.raw("forward-as-a-file")))
                        .orElseThrow()
                        .text())
                .isEqualTo("À traiter\n\nQuel contrat ?");
    }

    @Test
    void whatAnAnswerQuotesIsNotForwarded() {
        assertThat(ForwardedMail.in(MimeReader.read(Recordings.raw("quotes-without-forwarding"))))
                .isEmpty();
    }
}
