package ma.mowakaba.telephony;

import java.io.Serial;
import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.QueueChangePriorityCallerAction;

/** What Asterisk can be asked for and Asterisk-Java has no words for; it reads them by reflection. */
final class AmiMissingActions {

    private AmiMissingActions() {}

    public static final class DeviceStateListAction extends AbstractManagerAction {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public String getAction() {
            return "DeviceStateList";
        }
    }

    /** Without "immediate" Asterisk keeps the caller where he stands. */
    public static final class AtOnceAction extends QueueChangePriorityCallerAction {

        @Serial
        private static final long serialVersionUID = 1L;

        AtOnceAction(String queue, String caller, int priority) {
            super(queue, caller, priority);
        }

        public String getImmediate() {
            return "yes";
        }
    }

    public static final class QueueWithdrawCallerAction extends AbstractManagerAction {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String queue;
        private final String caller;

        QueueWithdrawCallerAction(String queue, String caller) {
            this.queue = queue;
            this.caller = caller;
        }

        @Override
        public String getAction() {
            return "QueueWithdrawCaller";
        }

        public String getQueue() {
            return queue;
        }

        public String getCaller() {
            return caller;
        }

        public String getWithdrawInfo() {
            return "moved";
        }
    }

    /** Redirect would do too, but spoils the queue's figures. */
    public static final class BlindTransferAction extends AbstractManagerAction {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String channel;
        private final String exten;

        BlindTransferAction(String channel, String exten) {
            this.channel = channel;
            this.exten = exten;
        }

        @Override
        public String getAction() {
            return "BlindTransfer";
        }

        public String getChannel() {
            return channel;
        }

        public String getExten() {
            return exten;
        }

        public String getContext() {
            return "transfer-target";
        }
    }
}
