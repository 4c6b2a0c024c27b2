package ma.mowakaba.web.security;

import ma.mowakaba.staff.AccountChanged;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Whoever was disabled, or got other rights, has to sign in again: his sessions end on every node. */
@Component
class SessionsOfChangedAccounts {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SessionsOfChangedAccounts(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void end(AccountChanged changed) {
        sessions.findByPrincipalName(changed.username()).keySet().forEach(sessions::deleteById);
    }
}
