package ma.mowakaba.web.live;

/** Something changed that no module tells as an event, such as the link to the exchange. */
public record PartMoved(String part) {}
