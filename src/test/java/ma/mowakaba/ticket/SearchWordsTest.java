package ma.mowakaba.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void formsOfOneArabicWordAreOneWord() {
        assertThat(SearchWords.of("الجمعيّة")).isEqualTo(SearchWords.of("جمعية"));
        assertThat(SearchWords.of("والحساب")).isEqualTo(SearchWords.of("حساب"));
        assertThat(SearchWords.of("أعضاء إعانة آخر")).isEqualTo("اعضاء اعانه اخر");
    }

    @Test
    void aQuestionCarriesNoOperatorOfItsWriter() {
        assertThat(SearchWords.query("+plan -\"fes*\" >(x) @5 ~récépissé")).isEqualTo("+plan* +fes* +récépissé*");
        assertThat(SearchWords.query("'; drop table ticket; --")).isEqualTo("+drop* +table* +ticket*");
    }

    @Test
    void wordsThatNoIndexKnowsAreNotAskedFor() {
        assertThat(SearchWords.query("le du de")).isEmpty();
        assertThat(SearchWords.query("the subvention of 2026")).isEqualTo("+subvention* +2026*");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(SearchWords.of("mot ".repeat(50_000)).length()).isLessThanOrEqualTo(20_000);
        assertThat(SearchWords.query("a1b2 c3d4 ".repeat(1000) + "x y")).isEqualTo("+a1b2* +c3d4*");
    }
}
