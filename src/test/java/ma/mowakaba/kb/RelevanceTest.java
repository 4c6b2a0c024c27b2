package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How good the answers are, by way of writing; floors a little below what was reached, so that a loss is seen. */
class RelevanceTest {

    private static final List<RelevanceQuestion> QUESTIONS = RelevanceQuestion.all();
    private static final Catalog CATALOG = Shelves.catalog(List.of());
    private static final Search SEARCH = search();

    @ParameterizedTest
    @CsvSource({
        "ar, 130, 0.94, 0.99, 0.91",
        "darija, 130, 0.92, 0.99, 0.9",
        "arabizi, 130, 0.94, 0.99, 0.905",
        "fr, 160, 0.94, 0.99, 0.9"
    })
    void eachWayOfWritingFindsItsArticle(
            String writing, int questions, double first, double firstFive, double ndcgOfTen) {
        List<RelevanceQuestion> own = QUESTIONS.stream()
                .filter(question -> question.writing().equals(writing))
                .filter(question -> CATALOG.shelf().entries().containsKey(question.slug()))
                .toList();

        assertThat(own).hasSizeGreaterThanOrEqualTo(questions);
        assertThat(recall(own, 1)).as("recall@1, missed %s", missed(own, 1)).isGreaterThanOrEqualTo(first);
        assertThat(recall(own, 5)).as("recall@5, missed %s", missed(own, 5)).isGreaterThanOrEqualTo(firstFive);
        assertThat(ndcgOfTen(own)).as("nDCG@10").isGreaterThanOrEqualTo(ndcgOfTen);
    }

    @Test
    void everyJudgementNamesAnArticleOnceWithAGradeBelowTheAnswer() {
        assertThat(QUESTIONS).extracting(RelevanceQuestion::text).doesNotHaveDuplicates();
        for (RelevanceQuestion question : QUESTIONS) {
            assertThat(CATALOG.shelf().entries().keySet())
                    .as(question.text())
                    .containsAll(question.grades().keySet());
            assertThat(question.others().values()).as(question.text()).isSubsetOf(1, 2);
            assertThat(question.others()).as(question.text()).doesNotContainKey(question.slug());
        }
        assertThat(QUESTIONS)
                .filteredOn(question -> question.slug().equals("-"))
                .allSatisfy(question -> assertThat(question.others()).isEmpty());
    }

    @Test
    void aQuestionAboutSomethingElseHasNoAnswer() {
        List<RelevanceQuestion> strange = QUESTIONS.stream()
                .filter(question -> question.slug().equals("-"))
                .toList();
        List<String> answered = strange.stream()
                .filter(question -> !slugs(question).isEmpty())
                .map(RelevanceQuestion::text)
                .toList();

        assertThat(strange).hasSizeGreaterThanOrEqualTo(40);
        assertThat(answered).hasSizeLessThanOrEqualTo(strange.size() / 10);
    }

    @Test
    void theAnswerIsInTheLanguageAskedWhateverTheQuestionIsWrittenIn() {
        for (String question : List.of("كيفاش نجددو المكتب", "kifach njeddedo lmaktab", "renouveler le bureau")) {
            Library.Hit french = first(question, Language.FR);
            Library.Hit arabic = first(question, Language.AR);
            assertThat(french.slug()).isEqualTo("renew-bureau").isEqualTo(arabic.slug());
            assertThat(french.title()).isEqualTo("Renouveler le bureau et le déclarer");
            assertThat(arabic.title()).isEqualTo("تجديد المكتب والتصريح به");
        }
    }

    @Test
    void thePartThatWasAskedForIsThePassage() {
        assertThat(first("quels papiers pour le dossier de déclaration", Language.FR)
                        .anchor())
                .isEqualTo("documents");
        assertThat(first("شحال من توقيع خاص فالعريضة", Language.AR).slug()).isEqualTo("national-petition");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ta2min", "taemin", "tamin", "te2min", "wach darori ta2min l jam3iya", "chhal taman dyal ta2min"
            })
    void insuranceIsFoundHoweverItIsWrittenInLatinLetters(String question) {
        assertThat(first(question, Language.FR).slug()).isIn("liability-insurance", "volunteer-rights-insurance");
    }

    @ParameterizedTest
    @CsvSource({
        "شحال الثمن ديال الانخراط, membership-dues",
        "ch7al taman dyal linkhirat, membership-dues",
        "ما هو ثمن التصريح بتجديد المكتب, renew-bureau",
        "ch7al taman dyal tajdid lmaktab, renew-bureau"
    })
    void aPriceIsThatOfWhatIsNamedWithIt(String question, String slug) {
        Library.Hit first = first(question, Language.FR);

        assertThat(first.slug()).isEqualTo(slug);
        assertThat(first.anchor()).isEqualTo("fees");
    }

    @ParameterizedTest
    @ValueSource(strings = {"شحال الثمن", "chhal taman", "الثمن", "taman", "شحال الثمن ديال الطوموبيل"})
    void aPriceIsNoInsurance(String question) {
        assertThat(SEARCH.hits(CATALOG, question, Language.FR, Optional.empty(), 5))
                .isEmpty();
    }

    @Test
    void aLongLetterFindsItsArticleToo() {
        String letter = """
            Bonjour, je me permets de vous écrire au nom de notre association de quartier, fondée il y a six ans à Khémisset. \
            Notre ancien président est parti à l'étranger au mois de mars et nous avons tenu une assemblée générale dimanche \
            dernier, au cours de laquelle un nouveau bureau a été élu. Nous ne savons pas s'il faut déclarer le renouvellement \
            du bureau à l'autorité locale, ni dans quel délai, ni quels documents joindre. Merci d'avance de votre réponse.
            """;
        assertThat(first(letter, Language.FR).slug()).isEqualTo("renew-bureau");
    }

    private static Library.Hit first(String question, Language language) {
        return SEARCH.hits(CATALOG, question, language, Optional.empty(), 5).getFirst();
    }

    private static double recall(List<RelevanceQuestion> questions, int within) {
        return 1.0 - (double) missed(questions, within).size() / questions.size();
    }

    private static double ndcgOfTen(List<RelevanceQuestion> questions) {
        return questions.stream()
                .mapToDouble(question -> Measures.ndcg(slugs(question), question.grades(), 10))
                .average()
                .orElse(0);
    }

    private static List<String> missed(List<RelevanceQuestion> questions, int within) {
        return questions.stream()
                .filter(question ->
                        !slugs(question).stream().limit(within).toList().contains(question.slug()))
                .map(RelevanceQuestion::text)
                .toList();
    }

    private static List<String> slugs(RelevanceQuestion question) {
        return SEARCH.hits(CATALOG, question.text(), Language.FR, Optional.empty(), 20).stream()
                .map(Library.Hit::slug)
                .toList();
    }

    private static Search search() {
        LuceneSearchEngine engine = new LuceneSearchEngine();
        engine.publish(CATALOG.indexed(), CATALOG.generation());
        return new Search(Shelves.ANALYSIS, engine);
    }
}
