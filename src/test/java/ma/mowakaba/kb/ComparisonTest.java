package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void inALineThatChangedTheWordsThatChangedAreMarked() {
        assertThat(marked("Dans les 60 jours au plus.", "Dans les 30 jours au plus."))
                .containsExactly("Dans les [-60-]{+30+} jours au plus.");
    }

    @Test
    void anArabicWordIsNeverPartedFromItsVowelSigns() {
        assertThat(marked("تُؤسَّس الجمعيّة بحرية", "تُؤسَّس الجمعيات بحرية"))
                .containsExactly("تُؤسَّس [-الجمعيّة-]{+الجمعيات+} بحرية");
    }

    @Test
    void aNumberOfALawOrADayIsReplacedWhole() {
        assertThat(marked("La loi 06-18 du 15/03/2026.", "La loi 06-19 du 15/04/2026."))
                .containsExactly("La loi [-06-18-]{+06-19+} du [-15/03/2026-]{+15/04/2026+}.");
    }

    @Test
    void linesThatStayedAreCountedExceptThoseBesideAChange() {
        assertThat(marked("a\nb\n\nc\nd\ne\n\nf", "a\nb\n\nc\nD\ne\n\nf"))
                .containsExactly("(2)", "c", "[-d-]{+D+}", "e", "(1)");
    }

    @Test
    void linesThatCameAndLinesThatWentStandAlone() {
        assertThat(marked("a\nb", "a\nx\nb")).containsExactly("a", "{+x+}", "b");
        assertThat(marked("a\nx\nb", "a\nb")).containsExactly("a", "[-x-]", "b");
    }

    private static List<String> marked(String before, String after) {
        return Comparison.lines(before, after).stream()
                .map(line -> line.same() > 0
                        ? "(" + line.same() + ")"
                        : line.pieces().stream().map(ComparisonTest::marked).collect(Collectors.joining()))
                .toList();
    }

    private static String marked(Differences.Piece piece) {
        return switch (piece.change()) {
            case KEPT -> piece.text();
            case REMOVED -> "[-" + piece.text() + "-]";
            case ADDED -> "{+" + piece.text() + "+}";
        };
    }
}
