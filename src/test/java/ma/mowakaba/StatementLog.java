package ma.mowakaba;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Counts what is asked of the database, as Spring and Hibernate say it: statements by their text, and transactions. */
public final class StatementLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final String STATEMENT = "Executing prepared SQL statement [";
    private static final String COMMIT = "Initiating transaction commit";
    private static final List<String> SAYING = List.of(
            "org.springframework.jdbc.core.JdbcTemplate",
            "org.springframework.orm.jpa.JpaTransactionManager",
            "org.hibernate.SQL");

    private final Map<String, AtomicInteger> statements = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> commits = new ConcurrentHashMap<>();
    private final Predicate<String> threads;

    private StatementLog(Predicate<String> threads) {
        this.threads = threads;
        start();
        for (String name : SAYING) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.setAdditive(false);
            logger.setLevel(Level.DEBUG);
            logger.addAppender(this);
        }
    }

    /** What this thread asks from now on. */
    public static StatementLog ofThisThread() {
        return new StatementLog(Thread.currentThread().getName()::equals);
    }

    /** What the outbox asks, and the hands that deliver for it: virtual threads without a name. */
    public static StatementLog ofOutbox() {
        return new StatementLog(name -> name.isEmpty() || name.equals("outbox"));
    }

    public static StatementLog ofAll() {
        return new StatementLog(name -> true);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String thread = event.getThreadName();
        if (!threads.test(thread)) {
            return;
        }
        String message = event.getFormattedMessage();
        if (message.startsWith(STATEMENT)) {
            count(statements, thread, message.substring(STATEMENT.length(), message.length() - 1));
        } else if (event.getLoggerName().equals("org.hibernate.SQL")) {
            count(statements, thread, message);
        } else if (message.equals(COMMIT)) {
            count(commits, thread, "commit");
        }
    }

    private static void count(Map<String, AtomicInteger> what, String thread, String text) {
        String key = thread.replaceAll("[0-9]+", "#") + ": " + text.replaceAll("\\s+", " ");
        what.computeIfAbsent(key, it -> new AtomicInteger()).incrementAndGet();
    }

    public int count() {
        return sum(statements);
    }

    public int commits() {
        return sum(commits);
    }

    private static int sum(Map<String, AtomicInteger> what) {
        return what.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** @return a line for each statement and for the commits of each thread, the most frequent first, with how many for each of these */
    public String by(int many) {
        Map<String, AtomicInteger> all = new ConcurrentHashMap<>(statements);
        all.putAll(commits);
        return all.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, AtomicInteger> one) ->
                        -one.getValue().get()))
                .map(one -> "%8.2f  %s".formatted(one.getValue().get() / (double) many, one.getKey()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return by(1);
    }

    @Override
    public void close() {
        for (String name : SAYING) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.detachAppender(this);
            logger.setLevel(null);
            logger.setAdditive(true);
        }
    }
}
