package ma.mowakaba.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Neighbouring encoded words of one charset, decoded together: some programs cut a letter, or a group of base64, in two. */
final class EncodedWords {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder base64 = new StringBuilder();
    private final StringBuilder done = new StringBuilder();
    private String charset = "";

    /**
     * @param label charset, with or without a language behind an asterisk
     * @param encoding B or Q
     */
    void add(String label, char encoding, String letters) {
        String name = label.replaceFirst("\\*.*", "").strip();
        if (!name.equalsIgnoreCase(charset)) {
            finish();
            charset = name;
        }
        if (encoding == 'B' || encoding == 'b') {
            base64.append(letters);
            if (letters.endsWith("=")) {
                group();
            }
        } else {
            group();
            quoted(letters);
        }
    }

    /** @return the text of the words since the last time */
    String take() {
        finish();
        String text = done.toString();
        done.setLength(0);
        charset = "";
        return text;
    }

    private void finish() {
        group();
        if (bytes.size() > 0) {
            done.append(Charsets.decode(bytes.toByteArray(), Optional.of(charset)));
            bytes.reset();
        }
    }

    private void group() {
        if (!base64.isEmpty()) {
            bytes.writeBytes(
                    TransferDecoding.decode(base64.toString().getBytes(StandardCharsets.ISO_8859_1), "base64"));
            base64.setLength(0);
        }
    }

    private void quoted(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            int value = c == '=' && i + 2 < letters.length()
                    ? TransferDecoding.hex((byte) letters.charAt(i + 1), (byte) letters.charAt(i + 2))
                    : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else if (c > 255) {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
    }
}
