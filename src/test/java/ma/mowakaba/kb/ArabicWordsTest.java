package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of this country's offices, which stock stemming breaks or keeps apart. */
class ArabicWordsTest {

    private final ArabicWords arabic = new ArabicWords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "وزارة الوزارة والوزارة للوزارة وزارتنا",
                "ولاية الولاية بالولاية ولايات",
                "وكالة الوكالة وكالات والوكالة",
                "وثيقة الوثيقة وثائق الوثائق والوثائق وثائقنا",
                "وصل الوصل وصولات بالوصل",
                "فرع فروع الفروع لفرع",
                "مكتب مكاتب المكاتب مكتبنا لمكتب",
                "عضو أعضاء الأعضاء اعضاء",
                "محضر محاضر المحضر",
                "رئيس رؤساء الرئيس الرؤساء",
                "قانون القانون القانوني قوانين",
                "جمعية الجمعية جمعيات جمعيتنا جمعيتكم الجمعيات للجمعية فالجمعية جمعيتو",
                "مسؤول مسئول المسؤولين",
                "جدد نجددو نجدد كنجددو جددنا غنجددو",
                "صرح نصرحو صرحنا كيصرحو",
                "عريضة عرائض العرائض عرايض",
                "مدينة المدينة لمدينتهم مدن والمدن بمدننا",
                "طريق بالطريق طرق الطرق"
            })
    void formsOfOneWordMeet(String forms) {
        assertThat(Arrays.stream(forms.split(" ")).map(arabic::stem).collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void everyBrokenPluralIsListedOnceAndMeetsItsSingular() {
        List<List<String>> rows = Tables.rows("analysis/plurals.tsv");
        assertThat(rows.stream().flatMap(row -> Tables.variants(row.get(1)).stream()))
                .doesNotHaveDuplicates();
        for (List<String> row : rows) {
            assertThat(Tables.variants(row.get(1)))
                    .allSatisfy(plural -> assertThat(arabic.stem(plural)).isEqualTo(arabic.stem(row.get(0))));
        }
    }

    @Test
    void differentWordsStayApart() {
        assertThat(arabic.stem("جمعية")).isNotEqualTo(arabic.stem("الجمع"));
        assertThat(arabic.stem("جمعية")).isNotEqualTo(arabic.stem("جماعة"));
        assertThat(arabic.stem("وصل")).isNotEqualTo(arabic.stem("صلة"));
        assertThat(arabic.stem("طلبة")).isNotEqualTo(arabic.stem("طلبات"));
        assertThat(arabic.stem("متطوع")).isNotEqualTo(arabic.stem("تطوع"));
    }

    @Test
    void marksAndSpellingsAreFolded() {
        assertThat(ArabicWords.folded("إحداث")).isEqualTo("احداث");
        assertThat(Word.of("جَمْعِيَّـــة").getFirst().text()).isEqualTo("جمعية");
        assertThat(Word.of("١٢٣").getFirst().text()).isEqualTo("123");
    }
}
