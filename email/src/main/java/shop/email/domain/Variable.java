package shop.email.domain;

/**
 * A gap in a template.
 *
 * @param example what could stand there, as JSON
 */
public record Variable(String name, Kind kind, boolean required, Object example) {

    static Variable required(String name, Kind kind, Object example) {
        return new Variable(name, kind, true, example);
    }

    static Variable optional(String name, Kind kind, Object example) {
        return new Variable(name, kind, false, example);
    }
}
