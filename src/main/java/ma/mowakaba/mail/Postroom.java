package ma.mowakaba.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The mail room: stores the bytes, then reads and files them; answers when both are committed. */
@Component
class Postroom implements Mailroom {

    private static final Logger log = LoggerFactory.getLogger(Postroom.class);
    private static final int ATTEMPTS = 6;

    private final Vault vault;
    private final Sorting sorting;
    private final Filing filing;
    private final RawMails raws;
    private final MailSettings settings;

    Postroom(Vault vault, Sorting sorting, Filing filing, RawMails raws, MailSettings settings) {
        this.vault = vault;
        this.sorting = sorting;
        this.filing = filing;
        this.raws = raws;
        this.settings = settings;
    }

    @Override
    public Receipt accept(byte[] raw) {
        return accept(raw, "api");
    }

    /** @param source for people: where it came from */
    Receipt accept(byte[] raw, String source) {
        Vault.Stored stored;
        try {
            stored = vault.store(raw, source);
        } catch (RuntimeException e) {
            throw unavailable(e, "storing a mail");
        }
        return stored.known()
                .filter(known -> known.state() != RawMail.State.RECEIVED)
                .map(RawMail::again)
                .orElseGet(() -> file(stored.id(), raw, source, first(stored), filing::file));
    }

    private Way first(Vault.Stored stored) {
        return stored.known().isEmpty() ? filing::fileNew : filing::file;
    }

    @Override
    public long limit() {
        return settings.limit().toBytes();
    }

    @Override
    public Receipt retry(UUID id) {
        return file(id, raws.bytes(id), raws.source(id), filing::file, filing::file);
    }

    @Override
    public int retryAll() {
        return raws.reopen();
    }

    @Override
    public Receipt file(UUID id) {
        return file(id, raws.bytes(id), raws.source(id), filing::fileAnyhow, filing::fileAnyhow);
    }

    @Override
    public List<Held> aside(int limit) {
        return raws.aside(limit);
    }

    @Override
    public List<Held> held(int limit) {
        return raws.held(limit);
    }

    @Override
    public int held() {
        return raws.held();
    }

    @Override
    public byte[] raw(UUID id) {
        return raws.bytes(id);
    }

    private Receipt file(UUID id, byte[] raw, String source, Way first, Way again) {
        try {
            return untilNobodyIsInTheWay(sorting.read(id, raw, source), first, again);
        } catch (RuntimeException | StackOverflowError e) {
            if (Faults.away(e) || e instanceof RuntimeException other && Faults.overtaken(other)) {
                throw unavailable(e, "filing a mail");
            }
            return quarantine(id, e);
        }
    }

    /** Copies of one mail, or mails of one case, that arrive at once get into each other's way: the later one looks again. */
    private Receipt untilNobodyIsInTheWay(Arrival arrival, Way first, Way again) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt == 1 ? first.file(arrival) : again.file(arrival);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !Faults.overtaken(e)) {
                    throw e;
                }
            }
        }
    }

    private Receipt quarantine(UUID id, Throwable e) {
        log.error("mail {} could not be filed and is held", id, e);
        return hold(id);
    }

    Receipt hold(UUID id) {
        Receipt receipt = new Receipt(Handled.QUARANTINED, Optional.empty(), Optional.empty(), Optional.of("failed"));
        try {
            raws.settle(id, RawMail.State.QUARANTINED, receipt, Optional.empty(), false);
            return receipt;
        } catch (RuntimeException away) {
            throw unavailable(away, "holding a mail");
        }
    }

    /** How a mail is filed. */
    @FunctionalInterface
    private interface Way {
        Receipt file(Arrival arrival);
    }

    private static Problem unavailable(Throwable e, String doing) {
        log.warn("database away while {}: {}", doing, e.toString());
        return Problem.of(Problem.Kind.UNAVAILABLE, "database.away");
    }
}
