package ma.mowakaba.web.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;

/** Files that an advisor chose in his browser. */
final class Uploads {

    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}&&[^\\u200C\\u200D]]");

    private Uploads() {}

    /** An empty choice is sent as a file without a name. */
    static List<AttachmentDraft> of(List<MultipartFile> files) {
        return files.stream()
                .filter(file -> !file.isEmpty())
                .map(Uploads::draft)
                .toList();
    }

    private static AttachmentDraft draft(MultipartFile file) {
        try {
            return new AttachmentDraft(name(file), type(file), file.getBytes(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(MultipartFile file) {
        String given = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String name = INVISIBLE
                .matcher(FOLDERS.matcher(given).replaceFirst(""))
                .replaceAll("")
                .strip();
        return name.isEmpty() ? "file" : name;
    }

    private static String type(MultipartFile file) {
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(file.getContentType()));
            return type.getType() + "/" + type.getSubtype();
        } catch (InvalidMediaTypeException unknown) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
    }
}
