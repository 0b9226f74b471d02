package shop.bench;

import java.util.List;

/** One thing worth measuring, always against something else in the same run: machines differ, ratios less so. */
interface Scenario {

    /** As on the command line. */
    String name();

    /** What was found, a line each. */
    List<String> run() throws Exception;
}
