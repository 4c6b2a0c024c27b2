package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the first word to what readers see, in the running center. */
@CenterTest
class EditingCenterTest {

    @Autowired
    Editing editing;

    @Autowired
    Approval approval;

    @Autowired
    ArticleStock stock;

    @Autowired
    Library library;

    @Autowired
    ArticleStore store;

    @Autowired
    FileOffers offers;

    @Autowired
    JdbcClient jdbc;

    private final Hands hands = Hands.fresh();
    private final ArticleKey at = hands.french();

    @Test
    void aTextIsFoundAsSoonAsSomebodyElseHasPublishedIt() {
        Draft draft = written("Horoscopie équatoriale");
        submit(draft, false);
        assertThat(library.search("horoscopie équatoriale", Language.FR, Optional.empty(), 5)
                        .hits())
                .isEmpty();

        assertThat(publish(hands.reviewer())).isEqualTo(1);

        assertThat(library.search("horoscopie équatoriale", Language.FR, Optional.empty(), 5)
                        .hits())
                .extracting(Library.Hit::slug)
                .containsExactly(at.slug());
        assertThat(stock.versions(at)).singleElement().satisfies(version -> {
            assertThat(version.writers()).containsExactly(hands.writer());
            assertThat(version.publishedBy()).contains(hands.reviewer());
            assertThat(version.shown()).isTrue();
        });
        assertThat(stock.events(at.slug()))
                .extracting(ArticleEvent::what)
                .containsExactly(
                        ArticleEvent.What.PUBLISHED,
                        ArticleEvent.What.SUBMITTED,
                        ArticleEvent.What.WRITTEN,
                        ArticleEvent.What.OPENED);
        assertThat(editing.find(at)).isEmpty();
    }

    @Test
    void whoeverWroteAPartOfItDoesNotPublishItNowOrLater() {
        Draft draft = written("Analemme");
        keep(hands.reviewer(), draft, "Analemme et méridienne");
        submit(editing.get(at), false);

        for (EditorId one : List.of(hands.writer(), hands.reviewer())) {
            assertThat(refused(() -> publish(one))).isEqualTo("draft.four-eyes");
            assertThat(refused(() -> approval.schedule(at, editing.get(at).revision(), in(Duration.ofHours(1)), one)))
                    .isEqualTo("draft.four-eyes");
        }
        assertThat(publish(Hands.fresh().reviewer())).isEqualTo(1);
    }

    @Test
    void nobodyPublishesWhatNobodyPutIntoReview() {
        Draft draft = written("Style polaire");

        assertThat(refused(() -> approval.publish(at, draft.revision(), hands.reviewer())))
                .isEqualTo("draft.state");
    }

    @Test
    void ofManyWhoPublishTheSameDraftAtOnceOnePublishes() throws Exception {
        submit(written("Nocturlabe"), false);
        long revision = editing.get(at).revision();
        Callable<String> attempt = () -> {
            try {
                return "version " + approval.publish(at, revision, Hands.fresh().reviewer());
            } catch (Problem refused) {
                return refused.subject();
            }
        };
        try (var people = Executors.newFixedThreadPool(4)) {
            List<String> answers = people.invokeAll(List.of(attempt, attempt, attempt, attempt)).stream()
                    .map(EditingCenterTest::answer)
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly("draft.unknown", "draft.unknown", "draft.unknown", "version 1");
        }
    }

    @Test
    void ofTwoWhoWriteAtOnceBothTextsAreKept() {
        Draft seen = editing.open(at, Hands.saying("Début"), hands.writer());
        Editing.Kept first = editing.keep(at, seen.revision(), Hands.saying("Texte de l'un"), hands.writer());
        Editing.Kept second = editing.keep(at, seen.revision(), Hands.saying("Texte de l'autre"), hands.reviewer());

        assertThat(first.aside()).isFalse();
        assertThat(second.aside()).isTrue();
        assertThat(second.draft().changedBy()).contains(hands.writer());
        assertThat(editing.get(at).text().title()).isEqualTo("Texte de l'un");
        assertThat(editing.aside(at, hands.reviewer()).orElseThrow().title()).isEqualTo("Texte de l'autre");
        assertThat(editing.get(at).writers()).containsExactly(hands.writer());

        editing.settle(at, editing.get(at).revision(), true, hands.reviewer());
        assertThat(editing.get(at).text().title()).isEqualTo("Texte de l'autre");
        assertThat(editing.get(at).writers()).containsExactlyInAnyOrder(hands.writer(), hands.reviewer());
        assertThat(editing.aside(at, hands.reviewer())).isEmpty();
    }

    @Test
    void whatIsTypedWhileTheDraftIsPublishedIsKeptToo() {
        Draft draft = written("Astrolabe");
        submit(draft, false);
        publish(hands.reviewer());

        Editing.Kept late = editing.keep(at, draft.revision(), Hands.saying("Astrolabe persan"), hands.writer());

        assertThat(late.aside()).isTrue();
        assertThat(editing.get(at).text().title()).isEqualTo("Astrolabe");
        assertThat(editing.aside(at, hands.writer()).orElseThrow().title()).isEqualTo("Astrolabe persan");
    }

    @Test
    void aDraftWithFaultsIsKeptButNotReviewed() {
        Draft draft = editing.open(at, Hands.saying(""), hands.writer());

        assertThat(draft.faults()).extracting(ArticleFault::field).containsExactly("title");
        assertThat(refused(() -> approval.submit(at, draft.revision(), false, hands.writer())))
                .isEqualTo("draft.faults");
    }

    @Test
    void whatSaysNothingNewIsNotReviewed() {
        published("Gnomon");
        Draft draft = editing.open(at, Hands.saying(""), hands.writer());

        assertThat(refused(() -> approval.submit(at, draft.revision(), false, hands.writer())))
                .isEqualTo("draft.nothing");
    }

    @Test
    void whatIsSentBackIsWrittenOnAndTheReasonStays() {
        submit(written("Clepsydre"), false);
        Draft review = editing.get(at);
        assertThat(refused(() -> approval.sendBack(at, review.revision(), "  ", hands.reviewer())))
                .isEqualTo("article.reason");

        approval.sendBack(at, review.revision(), "La source manque.", hands.reviewer());

        assertThat(editing.get(at).state()).isEqualTo(DraftState.DRAFT);
        assertThat(stock.events(at.slug()).getFirst())
                .extracting(ArticleEvent::what, ArticleEvent::note)
                .containsExactly(ArticleEvent.What.SENT_BACK, "La source manque.");
        assertThat(keep(hands.writer(), editing.get(at), "Clepsydre à flotteur").aside())
                .isFalse();
    }

    @Test
    void aScheduledTextIsPublishedByItselfWhenItsTimeComes() {
        submit(written("Sablier"), false);
        assertThat(refused(() ->
                        approval.schedule(at, editing.get(at).revision(), in(Duration.ofHours(-1)), hands.reviewer())))
                .isEqualTo("draft.past");
        approval.schedule(at, editing.get(at).revision(), in(Duration.ofSeconds(2)), hands.reviewer());
        assertThat(editing.get(at).state()).isEqualTo(DraftState.SCHEDULED);
        assertThat(stock.of(at.slug()).published()).isZero();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> stock.of(at.slug()).published() == 1);

        assertThat(stock.versions(at).getFirst().publishedBy()).contains(hands.reviewer());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !library.search("sablier", Language.FR, Optional.empty(), 3)
                        .hits()
                        .isEmpty());
    }

    @Test
    void aScheduledTextWaitsForAnotherLookWhenTheArticleChangedMeanwhile() {
        published("Vernier");
        Draft draft = editing.open(at, Hands.saying(""), hands.writer());
        keep(hands.writer(), draft, "Vernier de Nonius");
        submit(editing.get(at), false);
        approval.schedule(at, editing.get(at).revision(), in(Duration.ofSeconds(1)), hands.reviewer());
        store.publish(
                at.slug(),
                Map.of(Language.FR, Hands.saying("Vernier des fichiers").markdown()),
                "c".repeat(64));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> editing.get(at).state() == DraftState.REVIEW);

        assertThat(editing.get(at).overtaken()).isTrue();
        assertThat(refused(() -> publish(hands.reviewer()))).isEqualTo("draft.overtaken");
        approval.rebase(at, editing.get(at).revision(), hands.reviewer());
        assertThat(publish(hands.reviewer())).isEqualTo(3);
    }

    @Test
    void whatIsWithdrawnIsNotFoundAndItsSentVersionStaysReadable() {
        published("Planisphère");

        approval.withdraw(at.slug(), "Loi changée.", hands.writer());

        assertThat(library.search("planisphère", Language.FR, Optional.empty(), 3)
                        .hits())
                .isEmpty();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> library.article(at.slug(), Language.FR));
        assertThat(library.article(at.slug(), Language.FR, 1).title()).isEqualTo("Planisphère");
        assertThat(stock.of(at.slug()).withdrawn()).isTrue();
        assertThat(refused(() -> approval.withdraw(at.slug(), "Encore.", hands.writer())))
                .isEqualTo("article.unknown");
        submit(editing.open(at, Hands.saying(""), hands.writer()), false);
        assertThat(publish(hands.reviewer())).isEqualTo(2);
        assertThat(stock.of(at.slug()).withdrawn()).isFalse();
    }

    @Test
    void aTranslationIsStaleUntilItFollowsOrSomebodySaysThatItHolds() {
        published("Méridienne");
        publishedAs(hands.arabic(), "مزولة", true);
        assertThat(stale()).isEmpty();

        publishedAs(at, "Méridienne horizontale", false);
        assertThat(stale()).containsExactly(Language.AR);
        approval.confirm(hands.arabic(), hands.writer());
        assertThat(stale()).isEmpty();
        assertThat(refused(() -> approval.confirm(hands.arabic(), hands.writer())))
                .isEqualTo("article.not-stale");

        publishedAs(at, "Méridienne verticale", false);
        assertThat(stock.agreesWith(hands.arabic())).isEqualTo(3);
        assertThat(stale()).containsExactly(Language.AR);
        publishedAs(hands.arabic(), "مزولة عمودية", true);
        assertThat(stale()).isEmpty();
    }

    @Test
    void aChangedFileOfTheProgramIsOfferedWhereEditorsWereAtWork() {
        published("Quadrant");
        Map<Language, String> files =
                Map.of(Language.FR, Hands.saying("Quadrant du programme").markdown());
        String hash = ContentHash.of(files);

        assertThat(store.edited(at.slug(), hash)).isTrue();
        assertThat(offers.offer(at.slug(), files, hash)).isTrue();
        assertThat(offers.offer(at.slug(), files, hash)).isFalse();

        assertThat(library.article(at.slug(), Language.FR).title()).isEqualTo("Quadrant");
        assertThat(editing.get(at).text().title()).isEqualTo("Quadrant du programme");
        assertThat(editing.get(at).writers()).isEmpty();
    }

    /** Versions that were there before editors were get the version in which their text came to be. */
    @Test
    void theMigrationFindsSinceWhenEachTextSaysWhatItSays() throws IOException {
        published("Un");
        publishedAs(hands.arabic(), "واحد", true);
        publishedAs(at, "Deux", false);
        String all = "SELECT concat_ws(' ', v.language, v.version, v.text_since) FROM article_version v JOIN article a"
                + " ON a.id = v.article_id WHERE a.slug = ? ORDER BY v.language, v.version";
        List<String> before = jdbc.sql(all).param(at.slug()).query(String.class).list();
        assertThat(before).containsExactly("ar 2 2", "ar 3 2", "fr 1 1", "fr 2 1", "fr 3 3");
        jdbc.sql("UPDATE article_version v JOIN article a ON a.id = v.article_id SET v.text_since = 0 WHERE a.slug = ?")
                .param(at.slug())
                .update();

        String script = Files.readString(Path.of("src/main/resources/db/migration/kb/V501__kb_editing.sql"));
        jdbc.sql(script.substring(script.indexOf("UPDATE"), script.indexOf(";", script.indexOf("UPDATE"))))
                .update();

        assertThat(jdbc.sql(all).param(at.slug()).query(String.class).list()).isEqualTo(before);
    }

    private java.util.Set<Language> stale() {
        return stock.of(at.slug()).sides().values().stream()
                .filter(ArticleStock.Side::stale)
                .map(ArticleStock.Side::language)
                .collect(java.util.stream.Collectors.toSet());
    }

    private Draft written(String words) {
        Draft draft = editing.open(at, Hands.saying("Titre"), hands.writer());
        return keep(hands.writer(), draft, words).draft();
    }

    private Editing.Kept keep(EditorId by, Draft seen, String words) {
        return editing.keep(seen.key(), seen.revision(), Hands.saying(words), by);
    }

    private void submit(Draft draft, boolean same) {
        approval.submit(draft.key(), draft.revision(), same, hands.writer());
    }

    private int publish(EditorId by) {
        return approval.publish(at, editing.get(at).revision(), by);
    }

    private void published(String words) {
        publishedAs(at, words, false);
    }

    private void publishedAs(ArticleKey key, String words, boolean same) {
        Draft draft = editing.open(key, Hands.saying("Titre"), hands.writer());
        submit(keep(hands.writer(), draft, words).draft(), same);
        approval.publish(key, editing.get(key).revision(), hands.reviewer());
    }

    private static Instant in(Duration time) {
        return Clock.systemUTC().instant().plus(time);
    }

    private static String refused(ThrowingCallable attempt) {
        String[] subject = {""};
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(attempt)
                .satisfies(problem -> subject[0] = problem.subject());
        return subject[0];
    }

    private static String answer(Future<String> future) {
        try {
            return future.get();
        } catch (Exception e) {
            return String.valueOf(e.getCause());
        }
    }
}
