package ma.mowakaba.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Runs.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsTest {

    @Test
    void aParagraphRunsAsMostOfItsWordsDoWhateverItBeginsWith() {
        assertThat(Runs.direction("CNDP هي اللجنة الوطنية لمراقبة حماية المعطيات"))
                .isEqualTo("rtl");
        assertThat(Runs.direction("L’association جمعية الأمل a déposé son dossier"))
                .isEqualTo("ltr");
        assertThat(Runs.direction("انظروا https://www.example.ma/en/very/long/address/of/a/page"))
                .isEqualTo("rtl");
        assertThat(Runs.direction("ملف 06-18 رقم 2026-000003 a1b2c3")).isEqualTo("rtl");
        assertThat(Runs.direction("2026-000123")).isEmpty();
    }

    @Test
    void anArabicLineKeepsNumbersWithSpacesDashesAndSlashesWhole() {
        assertThat(foreign(
                        "ملفي [2026-000003] والهاتف +212 5 22 00 00 00 أو 05 37 00 11 22 قبل 15/03/2026 حسب القانون"
                                + " 06-18",
                        "rtl"))
                .containsExactly("[2026-000003]", "+212 5 22 00 00 00", "05 37 00 11 22", "15/03/2026", "06-18");
    }

    @Test
    void anAccentThatIsASignOfItsOwnStaysWithItsLetter() {
        assertThat(Runs.of("Re\u0301union a\u0300 Fe\u0300s", "ltr"))
                .containsExactly(new Run(Runs.Kind.PLAIN, "Re\u0301union a\u0300 Fe\u0300s"));
    }

    /** What is matched again and again from each of its characters, or one call deeper for each word. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "a ",
                "1 ",
                "ب ",
                "ب1 ",
                "a.",
                "a@",
                "1-",
                "1/",
                "+1",
                "[2026-",
                "http://",
                "http://.",
                ".",
                "111 "
            })
    void aLineOfAHundredThousandSignsIsGoneThroughInStepsThatGrowWithItsLength(String piece) {
        String line = piece.repeat(100_000 / piece.length());
        for (String dir : List.of("rtl", "ltr")) {
            CountedText counted = new CountedText(line);
            Runs.of(counted, dir);
            Runs.direction(counted);
            assertThat(counted.looks).as(dir).isLessThan(60L * line.length());
            assertThat(Runs.of(line, dir).stream().map(Run::text).collect(Collectors.joining()))
                    .isEqualTo(line);
        }
    }

    /** Counts how often one of its characters is looked at. */
    private static final class CountedText implements CharSequence {

        private final String text;
        private long looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static List<String> foreign(String line, String dir) {
        return Runs.of(line, dir).stream()
                .filter(run -> run.kind() != Runs.Kind.PLAIN)
                .map(Run::text)
                .toList();
    }
}
