package ma.mowakaba.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

class FirstAdministratorTest {

    private final List<String> made = new ArrayList<>();

    @Test
    void aNewCenterGetsItsAdministratorWithThePasswordThatWasSet() {
        start(0, "correct horse battery");

        assertThat(made).containsExactly("admin with correct horse battery");
    }

    @Test
    void withoutAPasswordThereIsNoAdministrator() {
        start(0, null);
        start(0, "");

        assertThat(made).isEmpty();
    }

    @Test
    void aCenterWithAccountsGetsNoOther() {
        start(3, "correct horse battery");

        assertThat(made).isEmpty();
    }

    private void start(long accounts, String password) {
        AccountRows rows = fake(AccountRows.class, (self, method, arguments) -> accounts);
        Accounts door = fake(Accounts.class, (self, method, arguments) -> {
            Advisor advisor = (Advisor) arguments[0];
            assertThat(advisor.roles()).containsExactly(Role.ADMINISTRATOR);
            made.add(advisor.username() + " with " + arguments[1]);
            return advisor.id();
        });
        new FirstAdministrator(rows, door, new StaffSettings(List.of(), password))
                .run(new DefaultApplicationArguments());
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
