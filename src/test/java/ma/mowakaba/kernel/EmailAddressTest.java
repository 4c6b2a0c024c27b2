package ma.mowakaba.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmailAddressTest {

    @Test
    void aDomainInArabicAndItsAsciiFormAreOneAddress() {
        assertThat(new EmailAddress("amine@جمعية.المغرب"))
                .isEqualTo(new EmailAddress("AMINE@XN--OGBF3B7B0A.xn--mgbc0a9azcg"));
    }

    @Test
    void aLocalPartMayHaveAnyLetters() {
        assertThat(EmailAddress.parse("خديجة@example.ma")).isPresent();
    }

    @Test
    void twoWaysToWriteAnAccentAreOneAddress() {
        assertThat(new EmailAddress("rene\u0301@example.ma")).isEqualTo(new EmailAddress("ren\u00e9@example.ma"));
    }

    @Test
    void aDomainThatCannotBeOneIsNoAddress() {
        assertThat(EmailAddress.parse("a@b..example")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "م".repeat(80) + ".example")).isEmpty();
        assertThat(EmailAddress.parse("no address")).isEmpty();
    }
}
