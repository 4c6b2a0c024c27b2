package ma.mowakaba.kb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import ma.mowakaba.kernel.Problem;
import org.springframework.stereotype.Component;

/** Zip files within bounds: what is counted is what comes out, whatever the zip says about itself. */
@Component
final class ArticleZip {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final TransferSettings bounds;

    ArticleZip(TransferSettings bounds) {
        this.bounds = bounds;
    }

    /** @param files by name; in that order, at the same time, so that the same files make the same bytes */
    static void write(Map<String, String> files, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        for (var file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(ALWAYS);
            zip.putNextEntry(entry);
            zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    /**
     * @return by name; folders are left out
     * @throws Problem TOO_LARGE {@code transfer.too-large}, {@code transfer.too-many}, INVALID {@code transfer.no-zip}
     */
    Map<String, byte[]> read(InputStream from) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        long[] left = {bounds.largest().toBytes()};
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(from, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > bounds.entries()) {
                    throw Problem.of(Problem.Kind.TOO_LARGE, "transfer.too-many", bounds.entries());
                }
                byte[] content = content(zip, left);
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), content);
                }
            }
        } catch (IllegalArgumentException | java.util.zip.ZipException broken) {
            throw Problem.invalid("transfer.no-zip");
        } catch (java.io.EOFException cut) {
            throw Problem.invalid("transfer.no-zip");
        }
        if (entries == 0) {
            throw Problem.invalid("transfer.no-zip");
        }
        return files;
    }

    private byte[] content(ZipInputStream zip, long[] left) throws IOException {
        long most = Math.min(left[0], bounds.largestFile().toBytes());
        byte[] content = zip.readNBytes(Math.toIntExact(most + 1));
        if (content.length > most) {
            throw Problem.of(
                    Problem.Kind.TOO_LARGE,
                    "transfer.too-large",
                    bounds.largest().toMegabytes(),
                    bounds.largestFile().toKilobytes());
        }
        left[0] -= content.length;
        return content;
    }
}
