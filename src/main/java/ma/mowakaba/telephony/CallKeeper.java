package ma.mowakaba.telephony;

import java.util.List;

/** Takes facts about one call, in the order of their time; any of them may have been there before. */
interface CallKeeper {

    void take(String linkedid, List<CallFact> facts);
}
