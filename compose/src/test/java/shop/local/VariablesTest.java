package shop.local;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Every variable that the sources read is explained in README.md, and none that nobody reads. */
class VariablesTest {

    private static final Path HOUSE = Path.of("..");
    private static final Pattern READ = Pattern.compile(
            "\\b(?:required|optional|or|integer|flag|duration|uri|list|parsed|limit)\\(\\s*(?:env,\\s*)?\"([A-Z][A-Z0-9_]+)\"");
    private static final Pattern EXPLAINED = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    /** What scripts and the logging read, and the addresses of the nine, of which the table shows the first and the last. */
    private static final Set<String> ELSEWHERE =
            Set.of("LOCAL_JAVA_OPTS", "LOG_FORMAT", "LOG_LEVEL", "AUTH_URL", "ACTIVITY_URL");

    /** What is the same in all containers, or means this machine. */
    private static final Set<String> OF_OTHER_RUNS = Set.of(
            "PORT",
            "AUTH_URL",
            "ACTIVITY_URL",
            "LOCAL_DATA",
            "LOCAL_DEMO",
            "LOCAL_JAVA_OPTS",
            "FIREBASE_AUTH_EMULATOR_HOST");

    @Test
    void theTablesAreComplete() throws IOException {
        var read = new TreeSet<>(ELSEWHERE);
        for (var module : List.of("platform", "compose")) read.addAll(readBy(module));
        for (var module : Local.NAMES) read.addAll(readBy(module));
        assertThat(explained()).isEqualTo(read);
    }

    @Test
    void eachContainerIsHandedWhatItReadsAndNothingElse() throws IOException {
        for (var service : Local.NAMES) {
            var wanted = readBy("platform");
            wanted.addAll(readBy(service));
            wanted.addAll(ELSEWHERE);
            wanted.removeAll(OF_OTHER_RUNS);
            assertThat(handedTo(service)).as(service).isEqualTo(wanted);
        }
    }

    private static Set<String> readBy(String module) throws IOException {
        try (var files = Files.walk(HOUSE.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> found(READ, text(file)))
                    .filter(name -> !name.equals("ORDERS_URL"))
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static Set<String> handedTo(String service) {
        Map<String, Object> file = new Yaml().load(text(HOUSE.resolve("compose/compose.yaml")));
        var names = new TreeSet<String>();
        within(within(within(file, "services"), service), "environment").forEach((name, _) -> names.add(name));
        return names;
    }

    @SuppressWarnings("unchecked") // YAML has no types
    private static Map<String, Object> within(Map<String, Object> parent, String name) {
        return (Map<String, Object>) requireNonNull(parent.get(name), name);
    }

    private static Set<String> explained() throws IOException {
        return Files.readAllLines(HOUSE.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .flatMap(cell -> found(EXPLAINED, cell))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
