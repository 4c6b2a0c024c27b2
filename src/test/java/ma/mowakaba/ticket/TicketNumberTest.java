package ma.mowakaba.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: [2026-000123] Subvention",
                "[#2026-000123]",
                "رد: [2026-000123] منحة",
                "TR: RE: [2026-000123]"
            })
    void itIsFoundInASubject(String subject) {
        assertThat(TicketNumber.in(subject)).contains(new TicketNumber("2026-000123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-000123", "[2026-123]", "[1999-000123]", "[2026-0001234567]"})
    void otherFiguresAreNone(String subject) {
        assertThat(TicketNumber.in(subject)).isEmpty();
    }

    @Test
    void itsTagIsFoundAgain() {
        TicketNumber number = new TicketNumber("2026-1234567");
        assertThat(TicketNumber.in("Re: " + number.tag())).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-12", "2026-000123'", "../2026-000123", "2026-000123 or 1=1"})
    void anythingElseIsNoCase(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new TicketNumber(text))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }
}
