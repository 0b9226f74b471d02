package shop.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The arrows of the house, the same for all nine services. */
public final class HouseRules {

    private static final DescribedPredicate<JavaClass> ROOT =
            resideInAPackage("shop.*").and(simpleNameEndingWith("App").or(simpleNameEndingWith("Config")));

    private static final String[] ROOMS = {
        "shop.*.api..",
        "shop.*.domain..",
        "shop.*.events..",
        "shop.*.clients..",
        "shop.*.mongo..",
        "shop.*.redis..",
        "shop.*.elastic..",
        "shop.*.smtp..",
        "shop.*.jte..",
        "shop.*.firebase..",
        "shop.*.argon2..",
        "shop.*.jwt.."
    };

    @ArchTest
    static final ArchRule everything_has_a_room =
            classes().that(not(ROOT)).should().resideInAnyPackage(ROOMS);

    @ArchTest
    static final ArchRule nobody_looks_back_at_the_root =
            noClasses().that(not(ROOT)).should().dependOnClassesThat(ROOT);

    @ArchTest
    static final ArchRule arrows_point_at_the_domain = slices().matching("shop.*.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage("shop.*.domain..", "shop.platform.."));

    @ArchTest
    static final ArchRule the_domain_knows_only_java = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "shop.*.domain..", "shop.platform");

    @ArchTest
    static final ArchRule http_stays_at_the_edge = only("..api..", "io.javalin..", "shop.platform.http..");

    @ArchTest
    static final ArchRule mongo_stays_in_its_room =
            only("..mongo..", "com.mongodb..", "org.bson..", "shop.platform.mongo..");

    @ArchTest
    static final ArchRule the_bus_stays_in_events = only("..events..", "com.rabbitmq..", "shop.platform.events..");

    @ArchTest
    static final ArchRule calls_leave_from_clients = only("..clients..", "java.net.http..", "shop.platform.clients..");

    @ArchTest
    static final ArchRule redis_stays_in_its_room = only("..redis..", "io.lettuce..", "shop.platform.redis..");

    @ArchTest
    static final ArchRule elasticsearch_stays_in_its_room = only("..elastic..", "co.elastic..", "org.elasticsearch..");

    @ArchTest
    static final ArchRule mail_stays_in_its_room = only("..smtp..", "jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule templates_stay_in_their_room = only("..jte..", "gg.jte..");

    @ArchTest
    static final ArchRule firebase_stays_in_its_room =
            only("..firebase..", "com.google.firebase..", "com.google.auth..");

    @ArchTest
    static final ArchRule hashing_stays_in_its_room = only("..argon2..", "com.password4j..");

    @ArchTest
    static final ArchRule signing_stays_in_its_room = only("..jwt..", "io.jsonwebtoken..");

    @ArchTest
    static final ArchRule only_the_app_sees_the_platform =
            noClasses().that(not(ROOT)).should().dependOnClassesThat().resideInAPackage("shop.platform.app..");

    @ArchTest
    static final ArchRule time_comes_from_the_clock =
            noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule configuration_comes_from_env = noClasses()
            .should()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule nobody_shares_mutable_state =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobody_needs_more_than_five = constructors()
            .that()
            .areDeclaredInClassesThat(not(assignableTo(Record.class).or(assignableTo(Enum.class))))
            .should(haveAtMostFiveParameters());

    @ArchTest
    static final ArchRule names_say_something = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Common|Dto|Entity)|.*\\.(Base|Abstract)\\w+");

    @ArchTest
    static final ArchRule nobody_prints =
            noClasses().should(ACCESS_STANDARD_STREAMS).orShould().callMethodWhere(target(name("printStackTrace")));

    @ArchTest
    static final ArchRule nobody_throws_just_anything = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    private HouseRules() {}

    private static ArchRule only(String room, String... packages) {
        return noClasses()
                .that(not(resideInAPackage(room)).and(not(ROOT)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static ArchCondition<JavaConstructor> haveAtMostFiveParameters() {
        return ArchCondition.from(DescribedPredicate.describe(
                "have at most five parameters",
                constructor -> constructor.getRawParameterTypes().size() <= 5));
    }
}
