package ma.mowakaba.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    record Row(String name, long count, Optional<Double> share) {}

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+212661", "-2", "@SUM(A1)", "\tx", "\rx"})
    void aCellNeverBeginsAFormula(String text) {
        assertThat(Csv.cell(text)).startsWith("\"'");
    }

    @Test
    void numbersStayNumbersAndArabicStaysReadable() {
        String csv = Csv.of(
                Row.class, List.of(new Row("تمويل, \"عمومي\"", 3, Optional.of(0.5)), new Row("", 0, Optional.empty())));
        assertThat(csv).isEqualTo("\uFEFFname,count,share\r\n\"تمويل, \"\"عمومي\"\"\",3,0.5\r\n,0,\r\n");
    }
}
