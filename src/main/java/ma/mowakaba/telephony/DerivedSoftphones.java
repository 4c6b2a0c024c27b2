package ma.mowakaba.telephony;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import org.springframework.stereotype.Component;

/** Passwords are kept nowhere: the exchange's configuration and the center work the same one out of a secret they share. */
@Component
class DerivedSoftphones implements Softphones {

    private final PhoneSettings settings;
    private final Clock clock;

    DerivedSoftphones(PhoneSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<String> address() {
        return settings.reachedAt();
    }

    @Override
    public boolean has(Advisor advisor) {
        return address().isPresent()
                && advisor.extension().filter(settings::names).isPresent();
    }

    @Override
    public Line line(Advisor advisor) {
        if (!has(advisor)) {
            throw Problem.notFound("phone.none");
        }
        String extension = advisor.extension().orElseThrow();
        return new Line(settings.address(), extension, settings.domain(), password(extension), relays(extension));
    }

    /** The same as {@code telephony/phone-passwords} writes. */
    private String password(String extension) {
        return HexFormat.of().formatHex(mac("HmacSHA256", settings.secret(), "phone:" + extension));
    }

    /** As coturn's {@code use-auth-secret} takes it: the user names the second until which he counts. */
    private List<Relay> relays(String extension) {
        if (settings.turn().isEmpty()) {
            return List.of();
        }
        Instant until = clock.instant().plus(settings.turnFor());
        String user = until.getEpochSecond() + ":" + extension;
        byte[] credential = mac("HmacSHA1", settings.turnSecret(), user);
        return List.of(new Relay(settings.turn(), user, Base64.getEncoder().encodeToString(credential), until));
    }

    private static byte[] mac(String algorithm, String secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
