package ma.mowakaba.mail;

import static ma.mowakaba.mail.MailTexts.freshAddress;
import static ma.mowakaba.mail.MailTexts.freshId;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every mail that was written to one center, kept outside of it, to be compared with what it made of them. */
final class Ledger {

    /** The center's own address: what comes from it is held. */
    static final String CENTER = "markaz@mowakaba.localhost";

    private static final int EVERY_TENTH_IS_HELD = 10;
    private static final int EVERY_FIFTH_GOES_ON = 5;

    private final Queue<Entry> written = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();

    private record Entry(String subject, String sha256, String from) {

        boolean held() {
            return from.equals(CENTER);
        }
    }

    private record Writer(String address, String id) {}

    private volatile Writer last = new Writer(freshAddress(), freshId());

    /** @param file how many bytes its attachment has, which cannot be compressed @param text how many characters, which can be */
    byte[] mail(int file, int text) {
        int number = numbers.incrementAndGet();
        boolean goesOn = number % EVERY_FIFTH_GOES_ON == 1;
        Writer before = goesOn ? last : new Writer(freshAddress(), freshId());
        Writer writer = new Writer(before.address(), freshId());
        last = writer;
        String from = number % EVERY_TENTH_IS_HELD == 0 ? CENTER : writer.address();
        String subject = "Dossier " + number;
        byte[] raw = """
            From: %s
            To: %s
            Subject: %s
            Message-ID: <%s>
            In-Reply-To: <%s>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="part"

            --part
            Content-Type: text/plain; charset=utf-8

            %s
            --part
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="dossier.bin"
            Content-Transfer-Encoding: base64

            %s
            --part--
            """.formatted(from, CENTER, subject, writer.id(), before.id(), text(text), bytes(file, number))
                .replace("\r", "")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        written.add(new Entry(subject, HexFormat.of().formatHex(Fingerprint.of(raw)), from));
        return raw;
    }

    private static String text(int length) {
        return "Bonjour, voici notre dossier.\n".repeat(1 + length / 30);
    }

    private static String bytes(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    int size() {
        return written.size();
    }

    /** Whoever opened a case. */
    Set<String> senders() {
        return written.stream()
                .map(Entry::from)
                .filter(from -> !from.equals(CENTER))
                .collect(Collectors.toSet());
    }

    /** Mails written = messages + those held; none lost, none twice, none that nobody wrote, and none by half. */
    void compare(JdbcClient sql) {
        List<String> raws = strings(sql, "select lower(hex(sha256)) from mail_raw");
        assertThat(missing(all(entry -> true, Entry::sha256), raws)).as("lost").isEmpty();
        assertThat(missing(raws, all(entry -> true, Entry::sha256)))
                .as("never written")
                .isEmpty();
        assertThat(strings(
                        sql,
                        "select concat(state, ' ', coalesce(reason, '')) from mail_raw where state not in"
                                + " ('FILED', 'QUARANTINED') or reason = 'failed'"))
                .as("given up, or not at its end")
                .isEmpty();
        assertThat(count(sql, """
            mail_raw r left join (select raw_id, sum(length(bytes)) bytes from mail_raw_part group by raw_id) p
              on p.raw_id = r.id where r.size <> length(r.bytes) + coalesce(p.bytes, 0)
              or p.raw_id is null and r.sha256 <> unhex(sha2(r.bytes, 256))\
            """)).as("not kept as it came").isZero();

        List<String> messages = strings(sql, "select subject from message where direction = 'IN'");
        List<String> filed = all(entry -> !entry.held(), Entry::subject);
        assertThat(missing(filed, messages)).as("no message").isEmpty();
        assertThat(messages).as("messages").hasSize(filed.size());
        assertThat(messages.size() + count(sql, "mail_raw where state = 'QUARANTINED'"))
                .as("messages and held")
                .isEqualTo(size());

        assertThat(count(sql, "contact")).as("contacts").isEqualTo(messages.size());
        assertThat(count(sql, "ticket t where not exists (select 1 from message m where m.ticket_id = t.id)"))
                .as("cases without a message")
                .isZero();
        assertThat(count(sql, """
            message m join attachment a on a.message_id = m.id
              join (select attachment_id, sum(length(bytes)) bytes from attachment_part group by attachment_id) p
              on p.attachment_id = a.id and p.bytes = a.size where m.direction = 'IN'\
            """)).as("whole attachments").isEqualTo(messages.size());
    }

    /** @param ids Message-IDs of what each sender was sent: each was told his number, by one mail, however often that had to leave */
    void acknowledged(Map<String, Set<String>> ids) {
        assertThat(missing(senders(), ids.keySet())).as("not acknowledged").isEmpty();
        assertThat(ids.entrySet().stream()
                        .filter(sender -> senders().contains(sender.getKey()))
                        .filter(sender -> sender.getValue().size() > 1))
                .as("told twice")
                .isEmpty();
    }

    private List<String> all(Predicate<Entry> which, java.util.function.Function<Entry, String> what) {
        return written.stream().filter(which).map(what).toList();
    }

    private static Set<String> missing(java.util.Collection<String> wanted, java.util.Collection<String> there) {
        Set<String> left = new HashSet<>(wanted);
        left.removeAll(new HashSet<>(there));
        return left;
    }

    private static List<String> strings(JdbcClient sql, String query) {
        return sql.sql(query).query(String.class).list();
    }

    private static int count(JdbcClient sql, String from) {
        return sql.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
