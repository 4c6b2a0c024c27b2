package ma.mowakaba;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.cfg.JdbcSettings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/**
 * Connections for transactions, which never commit by themselves: on one that is used for single statements too, each transaction costs two
 * statements more, one to begin and one to put the connection back. What the transaction manager begins runs here, by whatever means it talks
 * to the database; a statement outside of a transaction has a connection of the common pool.
 */
@Component
final class TransactionPool implements HibernatePropertiesCustomizer, DisposableBean {

    private final HikariDataSource pool;

    TransactionPool(DataSource dataSource, MeterRegistry meters) throws SQLException {
        HikariConfig config = new HikariConfig();
        dataSource.unwrap(HikariDataSource.class).copyStateTo(config);
        config.setPoolName("transactions");
        config.setAutoCommit(false);
        config.setMetricsTrackerFactory(null);
        config.setMetricRegistry(meters);
        this.pool = new HikariDataSource(config);
    }

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        properties.put(JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true);
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
