package ma.mowakaba.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How instants and ids lie in the database, whatever zone the session or the JVM has: UTC in {@code datetime(6)}, native {@code uuid}. */
public final class Columns {
    private Columns() {}

    /** @return now, as exactly as a column keeps it: in microseconds */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    public static @Nullable LocalDateTime utc(Optional<Instant> at) {
        return at.map(Columns::utc).orElse(null);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    public static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }

    public static Optional<UUID> maybeUuid(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(UUID::fromString);
    }

    /**
     * For {@code in (…)}: the last value is repeated until there are 1, 8, 64, 512, 4,096 … of them, so that the database sees few statements instead of
     * one for each number of values.
     *
     * @param values at least one
     */
    public static <T> List<T> few(Collection<T> values) {
        List<T> all = new ArrayList<>(values);
        int size = 1;
        while (size < all.size()) {
            size *= 8;
        }
        all.addAll(Collections.nCopies(size - all.size(), all.getLast()));
        return all;
    }

    /** @return fit for a prefix search: the text with the signs of {@code LIKE} escaped by {@code \}, and {@code %} after it */
    public static String prefix(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
