package ma.mowakaba.telephony;

import java.io.Serial;
import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * The dialplan's {@code UserEvent(MwCallEnd,…)}, sent by the hang-up handler. Asterisk-Java finds the event by this class's name and the
 * setters by the headers' names.
 */
public class MwCallEndEvent extends UserEvent {

    @Serial
    private static final long serialVersionUID = 1L;

    private @Nullable String mwlang;
    private @Nullable String mwqueue;
    private @Nullable String qstatus;
    private @Nullable String abandoned;
    private @Nullable String waitms;
    private @Nullable String talkms;
    private @Nullable String vmstatus;
    private @Nullable String linkedid;

    public MwCallEndEvent(Object source) {
        super(source);
    }

    public @Nullable String getMwlang() {
        return mwlang;
    }

    public void setMwlang(String value) {
        mwlang = value;
    }

    public @Nullable String getMwqueue() {
        return mwqueue;
    }

    public void setMwqueue(String value) {
        mwqueue = value;
    }

    public @Nullable String getQstatus() {
        return qstatus;
    }

    public void setQstatus(String value) {
        qstatus = value;
    }

    public @Nullable String getAbandoned() {
        return abandoned;
    }

    public void setAbandoned(String value) {
        abandoned = value;
    }

    public @Nullable String getWaitms() {
        return waitms;
    }

    public void setWaitms(String value) {
        waitms = value;
    }

    public @Nullable String getTalkms() {
        return talkms;
    }

    public void setTalkms(String value) {
        talkms = value;
    }

    public @Nullable String getVmstatus() {
        return vmstatus;
    }

    public void setVmstatus(String value) {
        vmstatus = value;
    }

    public @Nullable String getLinkedid() {
        return linkedid;
    }

    public void setLinkedid(String value) {
        linkedid = value;
    }
}
