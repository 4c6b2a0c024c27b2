package ma.mowakaba.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mails of {@code mail/recordings} with what {@code expected.tsv} says comes out of them. What would be too big for a file is a
 * {@code .recipe}: in it a line {@code %1000 text} stands for the text a thousand times, without a line end of its own; in the text
 * <code>{i}</code> and <code>{j}</code> are the number of the repetition and the one after it, {@code \n} is a line feed.
 */
final class Recordings {

    private static final Path HOME = Path.of("src/test/resources/mail/recordings");
    private static final Pattern REPEATED = Pattern.compile("%([0-9]+) (.*)");

    private Recordings() {}

    /**
     * @param becomes the outcome of the whole intake, with the recording it concerns: {@code created}, {@code duplicate of other}
     * @param from all who wrote it, as shown
     * @param text with {@code …} for anything; so are subject and attachments
     * @param html a part of it; empty when it does not matter
     * @param attachments name and bytes of each
     */
    record Expected(
            String file,
            String becomes,
            String from,
            String subject,
            String text,
            String html,
            String attachments,
            String notes) {

        @Override
        public String toString() {
            return file;
        }

        String outcome() {
            return becomes.replaceFirst(" .*", "");
        }

        byte[] raw() {
            return Recordings.raw(file);
        }
    }

    static Stream<Expected> all() throws IOException {
        return Files.readAllLines(HOME.resolve("expected.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cell -> new Expected(
                        cell[0], cell[1], cell[2], cell[3], cell[4].replace("\\n", "\n"), cell[5], cell[6], cell[7]));
    }

    static byte[] raw(String file) {
        try {
            Path recipe = HOME.resolve(file + ".recipe");
            return Files.exists(recipe)
                    ? prepared(Files.readAllLines(recipe))
                    : Files.readAllBytes(HOME.resolve(file + ".eml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] prepared(List<String> lines) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        for (String line : lines) {
            Matcher repeated = REPEATED.matcher(line);
            if (repeated.matches()) {
                repeat(repeated.group(2).replace("\\n", "\n"), Integer.parseInt(repeated.group(1)), mail);
            } else {
                mail.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return mail.toByteArray();
    }

    private static void repeat(String text, int times, ByteArrayOutputStream mail) {
        boolean numbered = text.contains("{i}") || text.contains("{j}");
        byte[] same = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            String numbers = numbered ? text.replace("{i}", "" + i).replace("{j}", "" + (i + 1)) : "";
            mail.writeBytes(numbered ? numbers.getBytes(StandardCharsets.UTF_8) : same);
        }
    }

    /** @return a pattern of the whole text, in which {@code …} stands for anything */
    static Pattern like(String expected) {
        String pattern = Stream.of(expected.split("…", -1))
                .map(Pattern::quote)
                .reduce((before, after) -> before + ".*" + after)
                .orElse("");
        return Pattern.compile(pattern, Pattern.DOTALL);
    }
}
