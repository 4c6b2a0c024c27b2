package ma.mowakaba.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.mowakaba.launch.CannotStart;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/** The folder of a demonstration center belongs to one process: a second one would take the database away from the first. */
@Component
@Profile("demo")
final class RunFolder implements BeanFactoryPostProcessor, PriorityOrdered, EnvironmentAware {

    /** For the life of this process, which may start several centers one after the other. */
    private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment given) {
        environment = given;
    }

    /** Before anything else writes there. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Path home = Path.of(environment.getProperty("mowakaba.demo.home", ".run"));
        HELD.computeIfAbsent(home.toAbsolutePath().normalize(), RunFolder::claim);
    }

    private static FileChannel claim(Path home) {
        try {
            Files.createDirectories(home);
            RandomAccessFile file = new RandomAccessFile(home.resolve("lock").toFile(), "rw");
            if (file.getChannel().tryLock() == null) {
                String other = file.readLine();
                file.close();
                throw new CannotStart("Another demonstration center (process " + other + ") runs in " + home
                        + ": stop it, or give this one a folder and a port of its own, as in"
                        + " MOWAKABA_DEMO_HOME=.run2 SERVER_PORT=8090.");
            }
            file.setLength(0);
            file.write(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII));
            return file.getChannel();
        } catch (IOException e) {
            throw new CannotStart(
                    "The folder " + home + " cannot be written (" + e.getMessage() + "): put that right, or choose"
                            + " another with MOWAKABA_DEMO_HOME.",
                    e);
        }
    }
}
