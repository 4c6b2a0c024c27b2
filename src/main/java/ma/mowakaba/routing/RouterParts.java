package ma.mowakaba.routing;

import org.springframework.stereotype.Component;

/** What the door leads to. */
@Component
record RouterParts(Line line, Hands hands, Assignments assignments, CallPlans plans, Phones phones) {}
