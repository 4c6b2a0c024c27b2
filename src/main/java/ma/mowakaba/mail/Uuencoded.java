package ma.mowakaba.mail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;

/**
 * Files that old programs write into the text between {@code begin 644 name} and {@code end}.
 *
 * @param text what is left
 */
record Uuencoded(String text, List<AttachmentDraft> files) {

    private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (\\S.{0,250})");

    static Uuencoded in(String text) {
        if (!text.contains("begin ")) {
            return new Uuencoded(text, List.of());
        }
        List<String> lines = text.lines().toList();
        List<String> kept = new ArrayList<>();
        List<AttachmentDraft> files = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher begin = BEGIN.matcher(lines.get(i));
            int end = begin.matches() ? end(lines, i + 1) : -1;
            Optional<byte[]> bytes = end < 0 ? Optional.empty() : decode(lines.subList(i + 1, end));
            if (bytes.isPresent()) {
                String name = FileName.shown(begin.group(1)).orElse(FileName.of("application/octet-stream", i));
                files.add(new AttachmentDraft(name, "application/octet-stream", bytes.get(), Optional.empty()));
                i = end;
            } else {
                kept.add(lines.get(i));
            }
        }
        return files.isEmpty() ? new Uuencoded(text, files) : new Uuencoded(String.join("\n", kept), files);
    }

    /** @return where the file ends; -1 as soon as a line is none of it, so that no line is looked at twice */
    private static int end(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.equals("end")) {
                return i;
            }
            if (line.length() - 1 > (length(line) + 2) / 3 * 4 + 1) {
                return -1;
            }
        }
        return -1;
    }

    private static int length(String line) {
        return line.isEmpty() ? 0 : line.charAt(0) - 32 & 63;
    }

    private static Optional<byte[]> decode(List<String> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : lines) {
            decode(line, length(line), bytes);
        }
        return bytes.size() == 0 ? Optional.empty() : Optional.of(bytes.toByteArray());
    }

    private static void decode(String line, int length, ByteArrayOutputStream bytes) {
        for (int at = 1, left = length; left > 0; at += 4, left -= 3) {
            int group = sextet(line, at) << 18
                    | sextet(line, at + 1) << 12
                    | sextet(line, at + 2) << 6
                    | sextet(line, at + 3);
            for (int i = 0; i < Math.min(3, left); i++) {
                bytes.write(group >> 16 - 8 * i);
            }
        }
    }

    private static int sextet(String line, int at) {
        return at < line.length() ? line.charAt(at) - 32 & 63 : 0;
    }
}
