package ma.mowakaba.mail;

import static ma.mowakaba.mail.Authenticity.CONFIRMED;
import static ma.mowakaba.mail.Authenticity.FAILED;
import static ma.mowakaba.mail.Authenticity.NOT_ASKED;
import static ma.mowakaba.mail.Authenticity.UNPROVEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticationResultsTest {

    private static final Set<String> TRUSTED = Set.of("mx.example.ma");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mx.example.ma; dmarc=pass (p=none dis=none) header.from=assoc.example | CONFIRMED
        mx.example.ma 1; spf=pass smtp.mailfrom=bounce@mail.assoc.example | CONFIRMED
        MX.Example.ma; dkim=pass (2048-bit key; secure) header.d=assoc.example header.i=@assoc.example; spf=fail | CONFIRMED
        mx.example.ma; dkim=pass header.d=other.example; spf=pass smtp.mailfrom=a@other.example | UNPROVEN
        mx.example.ma; dkim=pass header.d=example | UNPROVEN
        mx.example.ma; dmarc=pass header.from=other.example | UNPROVEN
        mx.example.ma; none | UNPROVEN
        mx.example.ma; spf=pass smtp.mailfrom=a@assoc.example; dmarc=fail header.from=assoc.example | FAILED
        evil.example; dmarc=pass header.from=assoc.example | UNPROVEN
        mx.example.ma; spf=pass smtp.mailfrom="x; dmarc=pass header.from=assoc.example "@evil.example | UNPROVEN
        mx.example.ma; spf=pass smtp.mailfrom=a/assoc.example@evil.example | UNPROVEN
        mx.example.ma.evil.example; dmarc=pass header.from=assoc.example | UNPROVEN
        (mx.example.ma;) evil.example; dmarc=pass header.from=assoc.example | UNPROVEN
        """)
    void onlyWhatTheTrustedHostFoundForThisSenderCounts(String header, Authenticity expected) {
        assertThat(AuthenticationResults.of(mail("Authentication-Results: " + header + "\n"), TRUSTED))
                .isEqualTo(expected);
    }

    @Test
    void withoutATrustedHostNothingIsAsked() {
        assertThat(AuthenticationResults.of(mail("Authentication-Results: mx.example.ma; dmarc=fail\n"), Set.of()))
                .isEqualTo(NOT_ASKED);
    }

    @Test
    void aMailThatPassedNoTrustedHostIsUnproven() {
        assertThat(AuthenticationResults.of(mail(""), TRUSTED)).isEqualTo(UNPROVEN);
    }

    @Test
    void aFailureIsMadeGoodByNothingElse() {
        String fail = "Authentication-Results: mx.example.ma; dmarc=fail header.from=assoc.example\n";
        String pass = "Authentication-Results: mx.example.ma; dmarc=pass header.from=assoc.example\n";

        assertThat(AuthenticationResults.of(mail(fail + pass), TRUSTED)).isEqualTo(FAILED);
        assertThat(AuthenticationResults.of(mail(pass + fail), TRUSTED)).isEqualTo(FAILED);
    }

    @Test
    void foldedResultsAreReadWhole() {
        String headers =
                "Authentication-Results: mx.example.ma;\n\tspf=fail;\n\tdmarc=pass header.from=assoc.example\n";

        assertThat(AuthenticationResults.of(mail(headers), TRUSTED)).isEqualTo(CONFIRMED);
    }

    private static ParsedMail mail(String headers) {
        return MimeReader.read(MailTexts.mail("a@assoc.example", "Statuts", "id@assoc.example", headers, "Bonjour"));
    }
}
