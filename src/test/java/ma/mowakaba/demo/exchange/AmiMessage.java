package ma.mowakaba.demo.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One block of the manager protocol: headers in their order, a name may repeat, an empty line ends it. */
public record AmiMessage(List<Header> headers) {

    /** One line of a block. */
    public record Header(String name, String value) {}

    public AmiMessage {
        headers = List.copyOf(headers);
    }

    /** @param pairs name, value, name, value … */
    static AmiMessage of(String... pairs) {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.add(new Header(pairs[i], pairs[i + 1]));
        }
        return new AmiMessage(headers);
    }

    /** @return empty at the end of the stream */
    static Optional<AmiMessage> read(BufferedReader in) throws IOException {
        List<Header> headers = new ArrayList<>();
        String line;
        while ((line = in.readLine()) != null) {
            if (line.isEmpty()) {
                if (!headers.isEmpty()) {
                    return Optional.of(new AmiMessage(headers));
                }
                continue;
            }
            int colon = line.indexOf(':');
            headers.add(
                    colon < 0
                            ? new Header(line, "")
                            : new Header(
                                    line.substring(0, colon).strip(),
                                    line.substring(colon + 1).strip()));
        }
        return Optional.empty();
    }

    /** @return the first value of that name without regard to case, empty text when it is not there */
    public String get(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    AmiMessage with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new AmiMessage(more);
    }

    String wire() {
        StringBuilder text = new StringBuilder();
        headers.forEach(
                h -> text.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        return text.append("\r\n").toString();
    }
}
