package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.orm.jpa.JpaSystemException;

/** Which failures hold a mail, and which only delay it. */
class FaultsTest {

    @ParameterizedTest(name = "error {0}")
    @ValueSource(ints = {3, 1021, 1026, 1114})
    void aFullDiskDelaysAMail(int error) {
        assertThat(Faults.away(said(new SQLException("The table 'message' is full", "HY000", error))))
                .isTrue();
    }

    @Test
    void aConnectionThatBreaksInATransactionDelaysAMailWhateverTheRollbackSaysOfIt() {
        assertThat(Faults.away(new JpaSystemException(new TransactionException(
                        "Unable to rollback against JDBC Connection", new SQLException("Connection is closed")))))
                .isTrue();
    }

    @Test
    void whatTheDatabaseSaysOfTheMailItselfHoldsIt() {
        assertThat(Faults.away(said(new SQLException("Data too long for column 'subject'", "22001", 1406))))
                .isFalse();
    }

    private static UncategorizedSQLException said(SQLException e) {
        return new UncategorizedSQLException("filing", null, e);
    }
}
