package ma.mowakaba;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of the house that a machine can keep. */
@AnalyzeClasses(packages = "ma.mowakaba", importOptions = ImportOption.DoNotIncludeTests.class)
class RulesTest {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.LocalTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Year.now",
            "java.lang.System.currentTimeMillis");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<>("a clock is asked past java.time.Clock") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return CLOCKS.contains(call.getTargetOwner().getFullName() + "." + call.getName())
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
                }
            });

    @ArchTest
    static final ArchRule asteriskJavaStopsAtTwoFiles =
            onlyIn("org.asteriskjava..", "AmiGateway", "AmiTranslator", "Ami", "MwCallEndEvent");

    @ArchTest
    static final ArchRule luceneAndElasticsearchStopAtTheirAdapters =
            onlyIn("org.apache.lucene..", "Lucene", "IndexInMemory", "ArticleField", "OfTheArticle");

    @ArchTest
    static final ArchRule elasticsearchStopsAtItsAdapter = onlyIn("co.elastic.clients..", "Elasticsearch");

    @ArchTest
    static final ArchRule jakartaMailStopsAtImapAndSending =
            onlyIn("jakarta.mail..", "JakartaMail", "Imap", "Smtp", "OutgoingMail");

    @ArchTest
    static final ArchRule angusStopsAtImapAndSending = onlyIn("org.eclipse.angus..", "Imap", "Smtp");

    @ArchTest
    static final ArchRule tnefStopsAtItsReader = onlyIn("org.apache.poi..", "Tnef");

    @ArchTest
    static final ArchRule charsetDetectionStopsAtItsGuess = onlyIn("com.ibm.icu..", "CharsetGuess");

    @ArchTest
    static final ArchRule entitiesStayInTheirModule =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("ma.mowakaba.(**)").should().beFreeOfCycles();

    private static ArchRule onlyIn(String vocabulary, String... files) {
        return noClasses()
                .that(new DescribedPredicate<JavaClass>("are none of " + String.join(", ", files)) {
                    @Override
                    public boolean test(JavaClass type) {
                        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
                        return Set.of(files).stream().noneMatch(name::contains);
                    }
                })
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(vocabulary)
                .allowEmptyShould(true);
    }
}
