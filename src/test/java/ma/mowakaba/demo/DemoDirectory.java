package ma.mowakaba.demo;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.demo.player.Scripts;
import ma.mowakaba.directory.AssociationId;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.PhoneNumber;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Invented associations and the people who speak for them, so that a caller is recognised. */
@Component
@Profile("demo")
@Order(1)
class DemoDirectory implements ApplicationRunner {

    private final Directory directory;

    DemoDirectory(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Scripts.read("associations.tsv").forEach(this::settle);
    }

    private void settle(List<String> row) {
        EmailAddress email = new EmailAddress(row.get(6));
        if (directory.whoIs(email).isPresent()) {
            return;
        }
        PhoneNumber phone = PhoneNumber.parse(row.get(5)).orElseThrow();
        PersonId person = directory.meet(phone, Optional.of(row.get(3)), Language.of(row.get(7)));
        directory.learn(person, Optional.of(row.get(3)), Optional.of(email), Optional.of(phone));
        AssociationId association = directory
                .associationNamed(row.get(0))
                .orElseGet(() -> directory.found(row.get(0), row.get(1), Optional.of(row.get(2))));
        directory.mandate(person, association, row.get(4));
    }
}
