package ma.mowakaba.telephony;

import java.util.List;

/** What Asterisk writes of an invented call. */
final class JournalLines {

    private JournalLines() {}

    static List<String> answered(String linkedid) {
        String caller = "PJSIP/carrier-00000001";
        String advisor = "PJSIP/4999-00000002";
        String second = linkedid + "x";
        return List.of(
                line(linkedid, "CHAN_START", 0, linkedid, caller, "from-trunk", "", ""),
                line(linkedid, "ANSWER", 1, linkedid, caller, "from-trunk", "", ""),
                line(linkedid, "MW_IVR", 2, linkedid, caller, "ivr-domain", "", "lang=fr&domain=1&consent=1"),
                line(linkedid, "APP_START", 3, linkedid, caller, "mw-queue", "general-fr,tk", ""),
                line(linkedid, "CHAN_START", 4, second, advisor, "from-agent", "", ""),
                line(linkedid, "ANSWER", 5, second, advisor, "from-agent", "", ""),
                line(linkedid, "CHAN_END", 9, second, advisor, "from-agent", "", ""),
                line(
                        linkedid,
                        "MW_END",
                        10,
                        linkedid,
                        caller,
                        "mw-hangup",
                        "",
                        "ref=x&queue=general-fr&qstatus=CONTINUE&abandoned=&wait_ms=2000&talk_ms=3964&vm=&cause=16"),
                line(linkedid, "HANGUP", 11, linkedid, caller, "mw-queue", "", ""),
                line(linkedid, "CHAN_END", 12, linkedid, caller, "mw-queue", "", ""),
                line(linkedid, "LINKEDID_END", 13, linkedid, caller, "mw-queue", "", ""));
    }

    static String line(
            String linkedid,
            String type,
            int second,
            String uniqueid,
            String channel,
            String context,
            String data,
            String extra) {
        return """
            {"eventtype":"%s","eventtime":"2026-11-23T18:00:%02d.000000+0000","name":"","num":"","exten":"0800002000","context":"%s","channame":"%s",\
            "appname":"%s","appdata":"%s","uniqueid":"%s","linkedid":"%s","peer":"","eventextra":"%s"}\
            """.formatted(
                        type,
                        second,
                        context,
                        channel,
                        data.isEmpty() ? "" : "Queue",
                        data,
                        uniqueid,
                        linkedid,
                        extra.isEmpty() ? "" : "{\\\"extra\\\":\\\"" + extra + "\\\"}");
    }
}
