package ma.mowakaba.telephony;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the journal's lines: first as records to keep, later as facts about calls. */
final class JournalReading {

    private JournalReading() {}

    /** @return empty for a line that is no record */
    static Optional<JournalLine> record(JournalLine.Source source, String text) {
        return switch (source) {
            case CEL ->
                CelLine.parse(text).map(cel -> new JournalLine(source, cel.linkedid(), cel.at(), urgent(cel), text));
            case QUEUE ->
                QueueLogLine.parse(text).map(log -> new JournalLine(source, log.call(), log.at(), false, text));
        };
    }

    private static boolean urgent(CelLine cel) {
        return fact(cel)
                .filter(fact -> switch (fact) {
                    case CallFact.Consented consented -> true;
                    case CallFact.Rated rated -> true;
                    case CallFact.Over over -> true;
                    default -> false;
                })
                .isPresent();
    }

    /** @return what the line says about its call, empty when that is nothing we follow */
    static Optional<CallFact> fact(JournalLine line) {
        return switch (line.source()) {
            case CEL -> CelLine.parse(line.text()).flatMap(JournalReading::fact);
            case QUEUE -> QueueLogLine.parse(line.text()).flatMap(JournalReading::fact);
        };
    }

    private static Optional<CallFact> fact(CelLine cel) {
        boolean first = cel.uniqueid().equals(cel.linkedid());
        CallFact fact = switch (cel.type()) {
            case "CHAN_START" ->
                first && cel.context().equals(AmiTranslator.FROM_TRUNK)
                        ? new CallFact.Arrived(cel.linkedid(), cel.channel(), cel.number(), cel.exten(), cel.at())
                        : new CallFact.Rang(
                                cel.linkedid(), new CallFact.Party(cel.uniqueid(), cel.channel()), cel.at());
            case "MW_IVR" -> consent(cel);
            case "MW_SURVEY" -> rated(cel);
            case "APP_START" ->
                cel.app().equals("Queue")
                        ? new CallFact.Queued(cel.linkedid(), cel.data().split(",", 2)[0], cel.at())
                        : null;
            case "ANSWER" -> new CallFact.PickedUp(cel.linkedid(), cel.uniqueid(), cel.at());
            case "BRIDGE_ENTER" ->
                first
                        ? null
                        : new CallFact.Joined(
                                cel.linkedid(), new CallFact.Party(cel.uniqueid(), cel.channel()), cel.at());
            case "HANGUP" -> first ? dialled(cel) : null;
            case "CHAN_END" -> first ? null : new CallFact.LegEnded(cel.linkedid(), cel.uniqueid(), cel.at());
            case "MW_END" -> new CallFact.Summed(cel.linkedid(), Summaries.parse(cel.extra()), cel.at());
            case "LINKEDID_END" -> new CallFact.Over(cel.linkedid(), cel.at());
            default -> null;
        };
        return Optional.ofNullable(fact);
    }

    /** Key 1 accepts the recording, any other refuses it; no key, no consent. */
    private static CallFact consent(CelLine cel) {
        return new CallFact.Consented(
                cel.linkedid(), "1".equals(Summaries.pairs(cel.extra()).get("consent")), cel.at());
    }

    /** A number that was answered is no news. */
    private static @Nullable CallFact dialled(CelLine cel) {
        Map<String, String> said = Summaries.pairs(cel.extra());
        String status = said.getOrDefault("dialstatus", "");
        String cause = said.getOrDefault("hangupcause", "");
        return status.equals("ANSWER") || !cause.matches("[0-9]{1,3}")
                ? null
                : new CallFact.Dialled(cel.linkedid(), status, Integer.parseInt(cause), cel.at());
    }

    private static @Nullable CallFact rated(CelLine cel) {
        String score = Summaries.pairs(cel.extra()).getOrDefault("score", "");
        return score.matches("[1-5]") ? new CallFact.Rated(cel.linkedid(), Integer.parseInt(score), cel.at()) : null;
    }

    private static Optional<CallFact> fact(QueueLogLine log) {
        return switch (log.event()) {
            case "ABANDON", "EXITWITHTIMEOUT", "EXITEMPTY" ->
                Optional.of(new CallFact.LeftQueue(log.callid(), log.event(), log.at()));
            case HoldNotes.ON, HoldNotes.OFF -> HoldNotes.read(log);
            default -> Optional.empty();
        };
    }
}
