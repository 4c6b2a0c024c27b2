package ma.mowakaba.ticket;

import java.time.Duration;
import ma.mowakaba.kernel.Priority;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the module.
 *
 * @param firstResponse business minutes within which the first answer is owed
 * @param resolution business minutes within which the case is to be resolved
 * @param reopenWithin how long after it was closed a message still reopens a case; later it opens a linked one
 */
@ConfigurationProperties("mowakaba.ticket")
record TicketSettings(
        @DefaultValue FirstResponse firstResponse,
        @DefaultValue Resolution resolution,
        @DefaultValue("14d") Duration reopenWithin,
        @DefaultValue OutboxSettings outbox,
        @DefaultValue SortingSettings sorting) {

    /** Business minutes to the first answer, for each priority. */
    record FirstResponse(
            @DefaultValue("960") long low,
            @DefaultValue("480") long normal,
            @DefaultValue("120") long high,
            @DefaultValue("30") long urgent) {
        long of(Priority priority) {
            return switch (priority) {
                case LOW -> low;
                case NORMAL -> normal;
                case HIGH -> high;
                case URGENT -> urgent;
            };
        }
    }

    /** Business minutes to the resolution, for each priority. */
    record Resolution(
            @DefaultValue("4800") long low,
            @DefaultValue("2400") long normal,
            @DefaultValue("960") long high,
            @DefaultValue("480") long urgent) {
        long of(Priority priority) {
            return switch (priority) {
                case LOW -> low;
                case NORMAL -> normal;
                case HIGH -> high;
                case URGENT -> urgent;
            };
        }
    }

    /**
     * How answers leave.
     *
     * @param lease how long one node has for one delivery before another may take it
     * @param giveUpAfter age at which a message is given up
     * @param sweep pause between two looks at the outbox when nothing wakes it
     * @param batch deliveries at the same time, of one node
     */
    record OutboxSettings(
            @DefaultValue("5m") Duration lease,
            @DefaultValue("3d") Duration giveUpAfter,
            @DefaultValue("5s") Duration sweep,
            @DefaultValue("16") int batch) {}

    /**
     * What is kept of how cases were sorted.
     *
     * @param every how often corrections are handed to the knowledge base
     * @param keep how long it is kept what the classifier told of a case and who moved it
     */
    record SortingSettings(
            @DefaultValue("5m") Duration every,
            @DefaultValue("365d") Duration keep) {}
}
