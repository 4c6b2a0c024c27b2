package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.mowakaba.kb.Library.Classification;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recording of {@code mail/recordings}, with what {@code expected.tsv} says about it. */
class RecordedMailsTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/mail/recordings");

    record Expected(
            String file,
            String becomes,
            String address,
            String name,
            String subject,
            List<String> text,
            String html,
            List<String> attachments) {

        static Expected of(String line) {
            String[] cell = line.split("\t", -1);
            return new Expected(cell[0], cell[1], cell[2], cell[3], cell[4], split(cell[5]), cell[6], split(cell[7]));
        }

        private static List<String> split(String cell) {
            return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Expected> recordings() throws IOException {
        return Files.readAllLines(RECORDINGS.resolve("expected.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Expected::of);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordedMailSaysWhatItSaid(Expected expected) throws Exception {
        ParsedMail mail = MimeReader.read(Files.readAllBytes(RECORDINGS.resolve(expected.file() + ".eml")));

        assertThat(mail.from().address().map(EmailAddress::value).orElse("")).isEqualTo(expected.address());
        assertThat(mail.from().name().orElse("")).isEqualTo(expected.name());
        assertThat(mail.subject()).isEqualTo(expected.subject());
        assertThat(expected.text())
                .allSatisfy(part -> assertThat(mail.body().text()).contains(part));
        assertThat(mail.body().html().orElse("")).contains(expected.html());
        assertThat(mail.body().attachments().stream().map(AttachmentDraft::name))
                .containsExactlyElementsOf(expected.attachments());
        assertThat(becomes(mail)).isEqualTo(expected.becomes());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void nothingHarmfulIsLeftInTheHtml(Expected expected) throws Exception {
        ParsedMail mail = MimeReader.read(Files.readAllBytes(RECORDINGS.resolve(expected.file() + ".eml")));

        assertThat(mail.body().html().orElse(""))
                .doesNotContain("<script", "javascript:", "onerror", "onclick", "http://tracker", "<iframe", "<svg");
    }

    private static String becomes(ParsedMail mail) {
        Arrival arrival = new Arrival(
                UUID.randomUUID(),
                Instant.EPOCH,
                1,
                mail,
                Fingerprint.of(mail),
                new Classification(DomainCode.GENERAL, Language.AR, 0),
                Optional.empty());
        var around = new MailCheck.Surroundings(100, Set.of(new EmailAddress("markaz@mowakaba.localhost")), List.of());
        return MailChecks.first(arrival, around)
                .map(verdict -> verdict.outcome().code())
                .orElse("filed");
    }
}
