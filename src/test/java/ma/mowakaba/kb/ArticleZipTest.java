package ma.mowakaba.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ma.mowakaba.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ArticleZipTest {

    private final ArticleZip zip = new ArticleZip(
            new TransferSettings(DataSize.ofKilobytes(64), DataSize.ofKilobytes(16), 20, Duration.ofDays(1)));

    @Test
    void theSameFilesMakeTheSameZipAndComeOutAsTheyWere() throws IOException {
        Map<String, String> files = new TreeMap<>(Map.of("a/fr.md", "é", "b/ar.md", "ب"));

        assertThat(written(files)).isEqualTo(written(files));
        assertThat(read(written(files)).get("b/ar.md")).asString().isEqualTo("ب");
    }

    @Test
    void whatBlowsUpWhenItIsUnpackedIsRefusedWhateverItSaysAboutItself() {
        assertThat(refused(written(Map.of("bomb/fr.md", "0".repeat(50_000_000)))))
                .isEqualTo("transfer.too-large");
    }

    @Test
    void manySmallFilesAreRefusedTogether() {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < 6; i++) {
            files.put("f" + i, "0".repeat(15_000));
        }
        assertThat(refused(written(files))).isEqualTo("transfer.too-large");
    }

    @Test
    void tooManyEntriesAreRefusedFoldersToo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 21; i++) {
                out.putNextEntry(new ZipEntry("folder" + i + "/"));
                out.closeEntry();
            }
        }
        assertThat(refused(bytes.toByteArray())).isEqualTo("transfer.too-many");
    }

    @Test
    void whatIsNoZipOrHalfOfOneIsRefused() {
        byte[] whole = written(Map.of("a/fr.md", "text ".repeat(1000)));

        assertThat(refused("not a zip".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("transfer.no-zip");
        assertThat(refused(new byte[0])).isEqualTo("transfer.no-zip");
        assertThat(refused(java.util.Arrays.copyOf(whole, 60))).isEqualTo("transfer.no-zip");
    }

    private String refused(byte[] bytes) {
        String[] subject = {""};
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(bytes))
                .satisfies(problem -> subject[0] = problem.subject());
        return subject[0];
    }

    private Map<String, byte[]> read(byte[] bytes) throws IOException {
        return zip.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] written(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ArticleZip.write(files, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
