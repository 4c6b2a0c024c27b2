package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.kb.Library.Classification;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.mail.Recordings.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recording of {@code mail/recordings}, with what {@code expected.tsv} says about it. */
class RecordedMailsTest {

    static Stream<Expected> recordings() throws IOException {
        return Recordings.all();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordedMailSaysWhatItSaid(Expected expected) {
        ParsedMail mail = MimeReader.read(expected.raw());

        assertThat(mail.from().shown()).matches(Recordings.like(expected.from()));
        assertThat(mail.subject()).matches(Recordings.like(expected.subject()));
        assertThat(mail.body().text()).matches(Recordings.like(expected.text()));
        assertThat(mail.body().html().orElse("")).contains(expected.html());
        assertThat(files(mail)).matches(Recordings.like(expected.attachments()));
        assertThat(notes(mail)).isEqualTo(expected.notes());
        if (expected.outcome().equals(expected.becomes())) {
            assertThat(becomes(mail)).isEqualTo(expected.becomes());
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void nothingHarmfulIsLeftInTheHtml(Expected expected) {
        ParsedMail mail = MimeReader.read(expected.raw());

        assertThat(mail.body().html().orElse(""))
                .doesNotContain("<script", "javascript:", "onerror", "onclick", "http://tracker", "<iframe", "<svg");
    }

    @Test
    void theCorpusHoldsWhatWasPromised() throws IOException {
        assertThat(Recordings.all()).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    }

    private static String files(ParsedMail mail) {
        return mail.body().attachments().stream()
                .map(file -> file.name() + ":" + file.bytes().length)
                .collect(Collectors.joining("|"));
    }

    private static String notes(ParsedMail mail) {
        return mail.body().notes().stream().sorted().map(ParsedMail.Note::code).collect(Collectors.joining(","));
    }

    private static String becomes(ParsedMail mail) {
        Arrival arrival = new Arrival(
                UUID.randomUUID(),
                Instant.EPOCH,
                1,
                mail,
                Fingerprint.of(mail),
                new Classification(DomainCode.GENERAL, Language.AR, 0),
                Optional.empty(),
                Arrival.Claims.NONE);
        var rules = new MailCheck.Rules(100, Set.of(new EmailAddress("markaz@mowakaba.localhost")), Set.of());
        var around = new MailCheck.Surroundings(rules, List.of(), Optional.empty(), Optional::empty);
        return MailChecks.first(arrival, around)
                .map(verdict -> verdict.outcome().code())
                .orElse("created");
    }
}
