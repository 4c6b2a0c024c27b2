package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reports of the recordings say, whoever wrote them. */
class DeliveryReportsTest {

    @ParameterizedTest
    @CsvSource({
        "bounce-dsn, gone@example.org dead 5.1.1",
        "bounce-dsn-two-recipients, parti@example.org dead 5.1.1 | plein@example.org refused 5.2.2",
        "bounce-dsn-delayed, lent@example.org delayed 4.4.1",
        "bounce-dsn-expired, muet@example.org expired 4.4.7",
        "bounce-dsn-delivered, recu@example.org delivered 2.0.0",
        "bounce-dsn-original-recipient, nadia+centre@example.org dead 5.1.1",
        "bounce-dsn-refused-as-spam, filtre@example.org refused 5.7.1",
        "bounce-dsn-in-multipart-mixed, autre@example.org dead 5.1.2",
        "bounce-qmail, absent@example.org dead 5.1.1 | comble@example.org refused 5.2.2",
        "bounce-exim, perdu@example.org dead 5.1.1",
        "bounce-exim-no-code, egare@example.org refused",
        "bounce-exchange-in-french, rachid@example.org dead 5.1.10",
        "bounce-gmail, jamila@example.com dead 5.1.1",
        "bounce-in-arabic, said@example.ma dead",
        "complaint-arf, fache@example.org complaint",
        "bounce-failed-recipients, parti@example.org dead"
    })
    void aReportSaysWhoseAndHowFinal(String recording, String said) {
        ParsedMail mail = MimeReader.read(Recordings.raw(recording));

        assertThat(DeliveryReports.is(mail)).isTrue();
        assertThat(DeliveryReports.read(mail).stream()
                        .map(one -> (one.address()
                                                .map(address -> address.value())
                                                .orElse("?") + " " + one.fate().code() + " " + one.status())
                                .strip())
                        .collect(Collectors.joining(" | ")))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "bounce-dsn, sent-by-us@mowakaba.localhost",
        "bounce-qmail, qmail-sent@mowakaba.localhost",
        "bounce-exim, exim-sent@mowakaba.localhost",
        "bounce-exchange-in-french, exchange-sent@mowakaba.localhost",
        "bounce-gmail, gmail-sent@mowakaba.localhost",
        "complaint-arf, arf-sent@mowakaba.localhost"
    })
    void aReportNamesTheMailItIsAbout(String recording, String id) {
        ParsedMail mail = MimeReader.read(Recordings.raw(recording));

        assertThat(mail.referring(DeliveryReports.copiedIds(mail)).references()).contains(id);
    }

    @Test
    void anAddressWithPartsOfANumberIsNoStatus() {
        assertThat(Returned.status("connect to 5.1.1.2: refused")).isEmpty();
        assertThat(Returned.status("host said: 550-5.1.1 nobody")).isEqualTo("5.1.1");
        assertThat(Returned.status("552 too much")).isEqualTo("552");
    }

    @Test
    void whoIsWrittenToByPeopleIsNoReport() {
        for (String recording : List.of("board-is-absent", "newsletter", "forward-gmail-in-french")) {
            assertThat(DeliveryReports.is(MimeReader.read(Recordings.raw(recording))))
                    .isFalse();
        }
    }
}
