package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Many texts wait in review, as after an import, and are published together. */
@CenterTest
@ExtendWith(OutputCaptureExtension.class)
class PublishingSeveralCenterTest {

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

    private final Hands hands = Hands.fresh();

    @Test
    void whatMayBePublishedIsWhateverIsRefusedBesideIt() {
        Approval.Seen first = inReview(Hands.fresh().french(), Hands.saying("Torquetum"), hands.writer());
        Approval.Seen own = inReview(Hands.fresh().french(), Hands.saying("Équatoire"), hands.reviewer());
        Approval.Seen sentBack = inReview(Hands.fresh().french(), Hands.saying("Scaphé"), hands.writer());
        approval.sendBack(sentBack.at(), sentBack.revision(), "La source manque.", hands.reviewer());
        Approval.Seen changed = inReview(Hands.fresh().french(), Hands.saying("Anaphorique"), hands.writer());
        approval.sendBack(changed.at(), changed.revision(), "Un mot manque.", hands.reviewer());
        editing.keep(changed.at(), revision(changed.at()), Hands.saying("Anaphorique à eau"), hands.writer());
        approval.submit(changed.at(), revision(changed.at()), false, hands.writer());
        Approval.Seen unwritten = new Approval.Seen(Hands.fresh().french(), 1);
        Approval.Seen last = inReview(Hands.fresh().arabic(), Hands.saying("ذات الحلق"), hands.writer());

        List<Approval.Outcome> outcomes =
                approval.publishEach(List.of(first, own, sentBack, changed, unwritten, last), hands.reviewer());

        assertThat(outcomes)
                .extracting(Approval.Outcome::at)
                .containsExactly(first.at(), own.at(), sentBack.at(), changed.at(), unwritten.at(), last.at());
        assertThat(subjects(outcomes))
                .containsExactly("", "draft.four-eyes", "draft.changed", "draft.changed", "draft.unknown", "");
        for (Approval.Seen published : List.of(first, last)) {
            assertThat(editing.find(published.at())).isEmpty();
            assertThat(stock.versions(published.at()).getFirst().publishedBy()).contains(hands.reviewer());
            assertThat(stock.events(published.at().slug()).getFirst())
                    .extracting(ArticleEvent::what, ArticleEvent::by, ArticleEvent::note)
                    .containsExactly(ArticleEvent.What.PUBLISHED, Optional.of(hands.reviewer()), "1");
        }
        for (Approval.Seen refused : List.of(own, sentBack, changed)) {
            assertThat(stock.of(refused.at().slug()).published()).isZero();
            assertThat(editing.find(refused.at())).isPresent();
        }
        assertThat(library.search("torquetum", Language.FR, Optional.empty(), 5).hits())
                .extracting(Library.Hit::slug)
                .contains(first.at().slug());
    }

    @Test
    void aDraftThatWaitsForNobodyIsNotPublishedByChoosingIt() {
        Draft draft = editing.open(hands.french(), Hands.saying("Polos"), hands.writer());

        assertThat(subjects(approval.publishEach(
                        List.of(new Approval.Seen(hands.french(), draft.revision())), hands.reviewer())))
                .containsExactly("draft.state");
    }

    @Test
    void whatAnotherVersionOvertookIsRefusedAloneToo() {
        Approval.Seen overtaken = inReview(hands.french(), Hands.saying("Dioptre"), hands.writer());
        store.publish(
                hands.french().slug(),
                Map.of(Language.FR, Hands.saying("Dioptre des fichiers").markdown()),
                "d".repeat(64));
        Approval.Seen other = inReview(Hands.fresh().french(), Hands.saying("Dioptre à vis"), hands.writer());

        assertThat(subjects(approval.publishEach(List.of(overtaken, other), hands.reviewer())))
                .containsExactly("draft.overtaken", "");
    }

    @Test
    void textsThatLinkToEachOtherArePublishedTogetherButNoneWhoseLinkLeadsNowhereAnyMore() {
        ArticleKey one = hands.french();
        ArticleKey other = Hands.fresh().french();
        ArticleKey gone = Hands.fresh().french();
        editing.open(one, Hands.saying("Mésolabe"), hands.writer());
        editing.open(other, Hands.saying("Mésolabe"), hands.writer());
        Draft discarded = editing.open(gone, Hands.saying("Mésolabe"), hands.writer());
        Approval.Seen first = inReview(one, beside("Mésolabe un", other), hands.writer());
        Approval.Seen second = inReview(other, beside("Mésolabe deux", one), hands.writer());
        Approval.Seen third = inReview(Hands.fresh().french(), beside("Mésolabe trois", gone), hands.writer());
        editing.discard(gone, discarded.revision(), hands.writer());

        assertThat(subjects(approval.publishEach(List.of(first, second, third), hands.reviewer())))
                .containsExactly("", "", "draft.faults");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> approval.publish(third.at(), third.revision(), hands.reviewer()));
    }

    @Test
    void bothLanguagesOfAnArticleArePublishedTogetherAndOneThatIsChosenTwiceOnce() {
        Approval.Seen french = inReview(hands.french(), Hands.saying("Compas"), hands.writer());
        Approval.Seen arabic = inReview(hands.arabic(), Hands.saying("بركار"), hands.writer());

        assertThat(subjects(approval.publishEach(List.of(french, arabic, french), hands.reviewer())))
                .containsExactly("", "");
        assertThat(stock.of(hands.french().slug()).published()).isEqualTo(2);
    }

    @Test
    void theIndexIsBuiltAfterTheLastAndNotAfterEach(CapturedOutput output) {
        List<Approval.Seen> many = Stream.generate(Hands::fresh)
                .limit(8)
                .map(one -> inReview(
                        one.french(), Hands.saying("Horloge " + one.french().slug()), hands.writer()))
                .toList();
        int before = indexed(output);

        assertThat(subjects(approval.publishEach(many, hands.reviewer()))).containsOnly("");

        // what looks for changes of other nodes may come in between once
        assertThat(indexed(output) - before).isBetween(1, 2);
    }

    @Test
    void ofTwoWhoPublishTheSameTextsAtOnceEachTextHasOnePublisher() throws Exception {
        List<Approval.Seen> many = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Hands one = Hands.fresh();
            many.add(inReview(one.french(), Hands.saying("Ombre " + i), hands.writer()));
            many.add(inReview(one.arabic(), Hands.saying("ظل " + i), hands.writer()));
        }
        Callable<List<Approval.Outcome>> forwards =
                () -> approval.publishEach(many, Hands.fresh().reviewer());
        Callable<List<Approval.Outcome>> backwards =
                () -> approval.publishEach(many.reversed(), Hands.fresh().reviewer());

        try (var people = Executors.newFixedThreadPool(2)) {
            List<Approval.Outcome> all = new ArrayList<>();
            for (Future<List<Approval.Outcome>> one : people.invokeAll(List.of(forwards, backwards))) {
                all.addAll(one.get());
            }
            assertThat(all.stream().filter(outcome -> outcome.refusal().isEmpty()))
                    .extracting(Approval.Outcome::at)
                    .doesNotHaveDuplicates();
            assertThat(subjects(all)).isSubsetOf("", "draft.unknown", "request.overtaken");
        }
        List<Approval.Seen> left = many.stream()
                .filter(seen -> editing.find(seen.at()).isPresent())
                .toList();
        assertThat(subjects(approval.publishEach(left, hands.reviewer()))).allMatch(String::isEmpty);
    }

    private Approval.Seen inReview(ArticleKey at, Manuscript text, EditorId by) {
        Draft draft = editing.open(at, Hands.saying("Titre"), by);
        Draft kept = editing.keep(at, draft.revision(), text, by).draft();
        approval.submit(at, kept.revision(), true, by);
        return new Approval.Seen(at, revision(at));
    }

    private long revision(ArticleKey at) {
        return editing.get(at).revision();
    }

    private static Manuscript beside(String words, ArticleKey other) {
        Manuscript text = Hands.saying(words);
        return new Manuscript(
                text.title(),
                text.domain(),
                text.summary(),
                text.audience(),
                text.verifiedOn(),
                List.of(other.slug()),
                text.keywords(),
                text.legal(),
                text.sources(),
                text.body() + "\nVoir [l’autre](/help/" + other.slug() + ").\n");
    }

    /** @return why each was refused, empty where it was published */
    private static List<String> subjects(List<Approval.Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.refusal().map(Problem::subject).orElse(""))
                .toList();
    }

    private static int indexed(CapturedOutput output) {
        return output.getOut().split("passages indexed as", -1).length;
    }
}
