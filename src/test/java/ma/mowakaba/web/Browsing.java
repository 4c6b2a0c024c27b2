package ma.mowakaba.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Hands the one {@link Chromium} of the run, and a {@link Floor} of their own, to the tests that ask for them, and tidies up behind each. */
final class Browsing implements ExecutionCondition, ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final Namespace RUN = Namespace.create(Browsing.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Files.isExecutable(Chromium.BINARY)
                ? ConditionEvaluationResult.enabled("Chromium is installed")
                : ConditionEvaluationResult.disabled("Chromium is not installed");
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        var environment = SpringExtension.getApplicationContext(test).getEnvironment();
        chromium(test).visits(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            chromium(test)
                    .picture(test.getRequiredTestClass().getSimpleName() + "-"
                            + test.getRequiredTestMethod().getName());
        }
        assertThat(chromium(test).leave()).as("refused by our own policy").isEmpty();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> wanted = parameter.getParameter().getType();
        return wanted == Chromium.class || wanted == Floor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Floor.class ? floor(test) : chromium(test);
    }

    /** In the store of the test, which closes it when that is over. */
    private static Floor floor(ExtensionContext test) {
        return test.getStore(RUN)
                .computeIfAbsent(
                        Floor.class, opened -> new Floor(SpringExtension.getApplicationContext(test)), Floor.class);
    }

    /** In the store of the whole run, which closes it at the end. */
    private static Chromium chromium(ExtensionContext test) {
        return test.getRoot().getStore(RUN).computeIfAbsent(Chromium.class, opened -> new Chromium(), Chromium.class);
    }
}
