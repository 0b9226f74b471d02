package shop.bench;

import java.util.Locale;

/** A number beside the one it should be. */
record Goal(String what, double found, String wanted, boolean reached) {

    static String atLeast(String what, double found, double least) {
        return new Goal(what, found, "at least " + number(least), found >= least).line();
    }

    static String atMost(String what, double found, double most) {
        return new Goal(what, found, "at most " + number(most), found <= most).line();
    }

    static String exactly(String what, long found, long wanted) {
        return new Goal(what, found, "exactly " + wanted, found == wanted).line();
    }

    private String line() {
        return String.format(
                Locale.ROOT, "%-34s %9s     wanted: %s: %s", what, number(found), wanted, reached ? "ok" : "MISSED");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) >= 10
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
