package ma.mowakaba.kb;

import java.time.Clock;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets lessons whose time is over, every night. */
@Component
class LessonsOver {

    private final LessonStore store;
    private final KnowledgeSettings settings;
    private final Clock clock;

    LessonsOver(LessonStore store, KnowledgeSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "0 50 3 * * *")
    @SchedulerLock(name = "kb-lessons")
    @Transactional
    public void forget() {
        store.forget(clock.instant().minus(settings.keepLessons()));
    }
}
