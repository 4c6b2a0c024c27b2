package ma.mowakaba.telephony;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.staff.Advisor;

/** The telephones in advisors' browsers. */
public interface Softphones {

    /** @return where browsers reach the exchange, such as {@code wss://pbx.example.ma:8089/ws}; empty when there are none */
    Optional<String> address();

    /** @return whether his extension is a telephone in the browser, and no device on his desk */
    boolean has(Advisor advisor);

    /** What he registers with; for his own eyes only. NOT_FOUND {@code phone.none}. */
    Line line(Advisor advisor);

    /**
     * @param domain of SIP addresses
     * @param relays TURN servers, none where browsers and exchange see each other
     */
    record Line(String address, String extension, String domain, String password, List<Relay> relays) {}

    /** @param until when the credential stops counting */
    record Relay(String address, String user, String credential, Instant until) {}
}
