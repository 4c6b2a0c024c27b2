package ma.mowakaba.web.api;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Marks a request with a key as done in the very transaction that does it: there is no moment in which only one of the two is true. A
 * transaction apart from it, such as the one that reserves numbers of cases, does nothing of what was asked.
 */
@Component
class CommittedRequests implements TransactionExecutionListener {

    private static final ThreadLocal<Running> RUNNING = new ThreadLocal<>();

    private final ObjectProvider<IdempotentAnswers> answers;

    /** @param answers asked when needed: they have a database, which has transactions, which have this */
    CommittedRequests(ObjectProvider<IdempotentAnswers> answers) {
        this.answers = answers;
    }

    private static final class Running {

        private final IdempotentAnswers.Attempt attempt;
        private int transactions;

        Running(IdempotentAnswers.Attempt attempt) {
            this.attempt = attempt;
        }
    }

    static void begin(IdempotentAnswers.Attempt attempt) {
        RUNNING.set(new Running(attempt));
    }

    static void end() {
        RUNNING.remove();
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        Running running = RUNNING.get();
        if (running != null && failure == null) {
            running.transactions++;
        }
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        Running running = RUNNING.get();
        if (running != null && running.transactions == 1 && !transaction.isReadOnly()) {
            answers.getObject().commit(running.attempt);
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        over();
    }

    @Override
    public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
        over();
    }

    private static void over() {
        Running running = RUNNING.get();
        if (running != null) {
            running.transactions--;
        }
    }
}
