package shop.bench;

import java.util.Arrays;
import java.util.List;

/** What `make bench` runs: all scenarios, or those that are named. Another one is a class and a line in the list. */
public final class Bench {

    private static final List<Scenario> SCENARIOS = List.of(new TokenCheck(), new Login());

    private Bench() {}

    /**
     * Prints what it measures.
     *
     * @param names of scenarios; none for all
     */
    public static void main(String[] names) throws Exception {
        var known = SCENARIOS.stream().map(Scenario::name).toList();
        var wanted = names.length == 0 ? known : Arrays.asList(names);
        if (!known.containsAll(wanted)) {
            System.err.println("There are these scenarios: " + String.join(", ", known));
            System.exit(2);
        }
        System.out.println(Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version());
        for (var scenario : SCENARIOS) {
            if (!wanted.contains(scenario.name())) continue;
            System.out.println(scenario.name());
            scenario.run().forEach(line -> System.out.println("  " + line));
        }
        System.exit(0); // embedded stores would keep the process alive
    }
}
