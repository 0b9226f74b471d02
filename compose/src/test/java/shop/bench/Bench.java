package shop.bench;

import java.util.Arrays;
import java.util.List;

/** What `make bench` runs: all scenarios, or those that are named. Another one is a class and a line in the list. */
public final class Bench {

    private Bench() {}

    private static List<Scenario> in(House house) {
        return List.of(
                new TokenCheck(),
                new Login(),
                new Detail(house),
                new Listing(house),
                new Ordering(house),
                new Rush(house),
                new Live(house),
                new ListCost(house),
                new Search(house));
    }

    /**
     * Prints what it measures.
     *
     * @param names of scenarios; none for all
     */
    public static void main(String[] names) {
        var house = new House();
        var scenarios = in(house);
        var known = scenarios.stream().map(Scenario::name).toList();
        var wanted = names.length == 0 ? known : Arrays.asList(names);
        if (!known.containsAll(wanted)) {
            System.err.println("There are these scenarios: " + String.join(", ", known));
            System.exit(2);
        }
        System.out.println(Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version());
        int failed = 0;
        for (var scenario : scenarios) if (wanted.contains(scenario.name()) && !measured(scenario)) failed = 1;
        house.close();
        System.exit(failed); // embedded stores would keep the process alive
    }

    /** One that breaks off does not keep the others from being measured. */
    private static boolean measured(Scenario scenario) {
        System.out.println(scenario.name());
        try {
            scenario.run().forEach(line -> System.out.println("  " + line));
            return true;
        } catch (Exception e) {
            System.out.println("  BROKE OFF: " + e);
            return false;
        }
    }
}
