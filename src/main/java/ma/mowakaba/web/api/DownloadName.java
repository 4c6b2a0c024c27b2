package ma.mowakaba.web.api;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The name of a download, whatever its sender called it: no path, no control or direction sign, nothing that ends the header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>, <a href="https://www.rfc-editor.org/rfc/rfc8187">RFC 8187</a>
 */
final class DownloadName {
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private DownloadName() {}

    /** @return the value of {@code Content-Disposition}, with a plain name for old programs before the real one */
    static String of(String name) {
        String shown = shown(name);
        return "attachment; filename=\"" + plain(shown) + "\"; filename*=UTF-8''" + encoded(shown);
    }

    private static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"<>:|?*]", "")
                .strip()
                .replaceFirst("^\\.+", "");
        return clean.isEmpty() ? "attachment" : clean;
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._ -]", "_");
    }

    private static String encoded(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.toHexDigits(b).toUpperCase(Locale.ROOT));
            }
        }
        return out.toString();
    }
}
