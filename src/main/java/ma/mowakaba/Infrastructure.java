package ma.mowakaba;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;

/** What every module finds in place: the clock, leases for work that must run once, the scheduler. */
@Configuration(proxyBeanMethods = false)
@EnableSchedulerLock(defaultLockAtMostFor = "PT30S")
class Infrastructure {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Leases are short and made longer while their work goes on: one that could not be given back, since the database was away or the node
     * was killed, holds nobody up for more than half a minute.
     */
    @Bean
    LockProvider lockProvider(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            @Qualifier("leaseRenewals") ScheduledExecutorService leaseRenewals) {
        return new KeepAliveLockProvider(
                new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                        .withJdbcTemplate(new JdbcTemplate(dataSource))
                        .withTransactionManager(transactions)
                        .usingDbTime()
                        .build()),
                leaseRenewals);
    }

    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ScheduledExecutorService leaseRenewals() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("lease-renewals").factory());
    }

    /** A transaction that only reads does not say so to the database: two statements less for each. */
    @Bean
    JpaVendorAdapter jpaVendorAdapter() {
        HibernateJpaVendorAdapter adapter = new HibernateJpaVendorAdapter();
        adapter.getJpaDialect().setPrepareConnection(false);
        return adapter;
    }

    /** Named so that timers do not run on the heart-beat thread of the live screens' broker. */
    @Bean
    TaskScheduler taskScheduler(SimpleAsyncTaskSchedulerBuilder builder, Clock clock) {
        SimpleAsyncTaskScheduler scheduler = builder.build();
        scheduler.setErrorHandler(new ScheduledFailures(clock));
        return scheduler;
    }
}
