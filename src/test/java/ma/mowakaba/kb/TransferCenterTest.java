package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import ma.mowakaba.CenterTest;
import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Articles leave as files and come back, in the running center. */
@CenterTest
class TransferCenterTest {

    @Autowired
    ArticleTransfer transfer;

    @Autowired
    Editing editing;

    @Autowired
    Approval approval;

    @Autowired
    ArticleStock stock;

    private final Hands hands = Hands.fresh();

    @Test
    void whatIsExportedAreTheFilesOfTheProjectByteByByteAndImportingThemChangesNothing() throws IOException {
        byte[] zip = exported();
        Map<String, String> files = unzipped(zip);

        try (Stream<Path> project = Files.walk(Path.of("kb/articles"))) {
            for (Path file : project.filter(Files::isRegularFile).toList()) {
                String name = Path.of("kb/articles").relativize(file).toString();
                assertThat(files.get(name)).as(name).isEqualTo(Files.readString(file));
            }
        }
        ArticleTransfer.Proposal proposal = proposal(zip);
        assertThat(proposal.entries())
                .extracting(ArticleTransfer.Entry::outcome)
                .containsOnly(ArticleTransfer.Outcome.SAME);
        assertThat(proposal.strangers()).isEmpty();
        assertThat(transfer.take(proposal.id(), hands.writer())).isZero();
    }

    @Test
    void beforeAnythingIsTakenOneSeesWhatWouldBecomeOfEachFile() throws IOException {
        String good = Hands.saying("Arbalestrille").markdown();
        String slug = hands.french().slug();
        ArticleTransfer.Proposal proposal = proposal(zipped(Map.of(
                "kb/articles/" + slug + "/fr.md",
                good.replace("\n", "\r\n"),
                "kb/articles/" + slug + "/ar.md",
                good.replace("{#overview}", ""),
                "create-association/fr.md",
                text("create-association/fr.md").replace("60 jours", "90 jours"),
                "README.md",
                "# Articles",
                "__MACOSX/create-association/fr.md",
                "x")));

        assertThat(proposal.of(ArticleTransfer.Outcome.NEW))
                .extracting(ArticleTransfer.Entry::name)
                .containsExactly("kb/articles/" + slug + "/fr.md");
        assertThat(proposal.of(ArticleTransfer.Outcome.MALFORMED))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.faults()).extracting(ArticleFault::subject).containsExactly("anchor");
                    assertThat(entry.faults().getFirst().line()).isEqualTo(15);
                });
        assertThat(proposal.of(ArticleTransfer.Outcome.CHANGED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.differences().fields())
                        .extracting(Differences.Field::name)
                        .containsExactly("body"));
        assertThat(proposal.strangers()).containsExactlyInAnyOrder("README.md", "__MACOSX/create-association/fr.md");
        assertThat(editing.find(hands.french())).isEmpty();
    }

    @Test
    void whatIsTakenGoesIntoReviewAndSomebodyElsePublishesIt() throws IOException {
        String slug = hands.french().slug();
        UUID id = proposal(zipped(Map.of(
                        slug + "/fr.md", Hands.saying("Octant").markdown(),
                        slug + "/ar.md", Hands.saying("ثمنية").markdown())))
                .id();

        assertThat(transfer.take(id, hands.writer())).isEqualTo(2);

        for (ArticleKey key : java.util.List.of(hands.french(), hands.arabic())) {
            Draft draft = editing.get(key);
            assertThat(draft.state()).isEqualTo(DraftState.REVIEW);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> approval.publish(key, draft.revision(), hands.writer()));
            approval.publish(key, draft.revision(), hands.reviewer());
        }
        assertThat(stock.of(slug).sides().values()).noneMatch(ArticleStock.Side::stale);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> transfer.take(id, hands.writer()));
    }

    @Test
    void filesThatOnePersonSentAreNoBusinessOfAnother() throws IOException {
        UUID id = proposal(zipped(Map.of("x/y", "z"))).id();

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> transfer.proposal(id, hands.reviewer()));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> transfer.take(id, hands.reviewer()));
    }

    private ArticleTransfer.Proposal proposal(byte[] zip) {
        return transfer.proposal(transfer.receive(new ByteArrayInputStream(zip), hands.writer()), hands.writer());
    }

    private byte[] exported() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        transfer.export(bytes);
        return bytes.toByteArray();
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of("kb/articles", file));
    }

    private static byte[] zipped(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ArticleZip.write(files, bytes);
        return bytes.toByteArray();
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
