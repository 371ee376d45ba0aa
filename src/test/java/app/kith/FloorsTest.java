package app.kith;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house has floors: see the package documentation of {@code app.kith}. */
@AnalyzeClasses(packages = "app.kith", importOptions = DoNotIncludeTests.class)
class FloorsTest {
    private static final String[] VALUES = {"app.kith.contact..", "app.kith.mail..", "app.kith.conversation..",
            "app.kith.promise..", "app.kith.change..", "app.kith.account..", "app.kith.words..", "app.kith.compose..",
            "app.kith.match..", "app.kith.rule.."};

    @ArchTest
    static final ArchRule aPackageImportsOnlyFromFloorsBelow = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("values").definedBy(VALUES).layer("store").definedBy("app.kith.store..").layer("log")
            .definedBy("app.kith.log..").layer("vault").definedBy("app.kith.vault..").layer("sync")
            .definedBy("app.kith.sync..").layer("assist").definedBy("app.kith.assist..").layer("exchange")
            .definedBy("app.kith.exchange..").layer("search").definedBy("app.kith.search..").layer("demo")
            .definedBy("app.kith.demo..").layer("desk").definedBy("app.kith.desk..").layer("cli")
            .definedBy("app.kith.cli..").optionalLayer("ui").definedBy("app.kith.ui..").layer("main")
            .definedBy("app.kith").whereLayer("main").mayNotBeAccessedByAnyLayer().whereLayer("cli")
            .mayOnlyBeAccessedByLayers("main").whereLayer("ui").mayOnlyBeAccessedByLayers("main", "cli")
            .whereLayer("desk").mayOnlyBeAccessedByLayers("cli", "ui", "main").whereLayer("sync")
            .mayOnlyBeAccessedByLayers("desk", "cli", "ui").whereLayer("assist")
            .mayOnlyBeAccessedByLayers("desk", "cli", "ui").whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("desk", "cli", "ui").whereLayer("search")
            .mayOnlyBeAccessedByLayers("desk", "cli", "ui").whereLayer("demo")
            .mayOnlyBeAccessedByLayers("desk", "cli", "ui").whereLayer("store")
            .mayOnlyBeAccessedByLayers("sync", "assist", "search", "desk", "cli", "ui").whereLayer("log")
            .mayOnlyBeAccessedByLayers("desk", "cli", "ui").whereLayer("vault")
            .mayOnlyBeAccessedByLayers("desk", "cli", "ui");

    @ArchTest
    static final ArchRule roomsDoNotGoInCircles = slices().matching("app.kith.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule valuesTouchNoFilesSocketsOrSql = noClasses().that().resideInAnyPackage(VALUES).should()
            .dependOnClassesThat(resideInAPackage("java.sql..").or(resideInAPackage("java.nio.file.."))
                    .or(resideInAPackage("java.nio.channels..")).or(resideInAPackage("javafx.."))
                    .or(resideInAPackage("java.net..").and(not(names("java.net.IDN", "java.net.InetAddress",
                            "java.net.UnknownHostException", "java.net.URI", "java.net.URLDecoder",
                            "java.net.URISyntaxException")))));

    @ArchTest
    static final ArchRule onlyTheScreenKnowsJavaFx = noClasses().that().resideOutsideOfPackage("app.kith.ui..").should()
            .dependOnClassesThat().resideInAPackage("javafx..");

    @ArchTest
    static final ArchRule onlyTheInboxPutsWorkOnTheScreensThread = noClasses().that()
            .doNotHaveFullyQualifiedName("app.kith.ui.work.Inbox").should()
            .callMethod(javafx.application.Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule onlyTheStoreSpeaksSql = noClasses().that().resideOutsideOfPackage("app.kith.store..").should()
            .dependOnClassesThat().resideInAnyPackage("java.sql..", "org.h2..", "org.jdbi..");

    @ArchTest
    static final ArchRule onlyTheSearchRoomKnowsLucene = noClasses().that().resideOutsideOfPackage("app.kith.search..")
            .should().dependOnClassesThat().resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule onlyTheImapRoomSpeaksAngus = noClasses().that()
            .resideOutsideOfPackages("app.kith.sync.imap..", "app.kith.demo..").should().dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.angus..", "jakarta.mail..");

    @ArchTest
    static final ArchRule everyRoomSaysThatNothingIsNull = classes().that().haveSimpleName("package-info").should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked");

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> names(String... names) {
        return com.tngtech.archunit.base.DescribedPredicate.describe("one of " + String.join(", ", names),
                type -> java.util.Set.of(names).contains(type.getName()));
    }
}
