package ma.mowakaba.demo.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes what Asterisk writes: one JSON object a line for CEL, and {@code queue_log}. A file is opened, appended and closed for each line. */
final class Journal {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxx", Locale.ROOT);
    private final ExchangeSetup setup;
    private boolean closed;

    /** The dialplan application the channel is in. */
    record App(String name, String data) {
        static final App NONE = new App("", "");
    }

    Journal(ExchangeSetup setup) {
        this.setup = setup;
        try {
            Files.createDirectories(setup.cel().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One record about one channel; times of one call never repeat, as in Asterisk where they are of a microsecond. */
    void cel(String type, Leg leg, String linkedid, App app, String peer, Object extra, Instant at) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("eventtype", type);
        line.put("eventtime", TIME.format(at.atOffset(ZoneOffset.UTC)));
        line.put("userdeftype", type.startsWith("MW_") ? type : "");
        line.put("name", leg.name());
        line.put("num", leg.number());
        line.put("dnid", leg.dialled());
        line.put("exten", leg.exten());
        line.put("context", leg.context());
        line.put("channame", leg.channel());
        line.put("appname", app.name());
        line.put("appdata", app.data());
        line.put("accountcode", "");
        line.put("uniqueid", leg.uniqueid());
        line.put("linkedid", linkedid);
        line.put("peer", peer);
        line.put("userfield", "");
        line.put("eventextra", extra.equals("") ? "" : JSON.writeValueAsString(extra));
        append(setup.cel(), JSON.writeValueAsString(line));
    }

    void queue(Instant at, String caller, String queue, String member, String event, Object... data) {
        StringBuilder line = new StringBuilder();
        line.append(at.getEpochSecond())
                .append('|')
                .append(caller)
                .append('|')
                .append(queue)
                .append('|')
                .append(member)
                .append('|')
                .append(event);
        for (Object each : data) {
            line.append('|').append(each);
        }
        append(setup.queueLog(), line.toString());
    }

    /** Writes nothing from now on, so that whoever closed the exchange may take its folder away. */
    synchronized void close() {
        closed = true;
    }

    private synchronized void append(Path file, String line) {
        if (closed) {
            return;
        }
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (NoSuchFileException e) {
            // the folder was taken away after the exchange was closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
