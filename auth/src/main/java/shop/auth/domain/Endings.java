package shop.auth.domain;

/** The ends of sessions, known to every service at once: access tokens of these are not to be believed any more. */
public interface Endings {

    void announce(String sessionId);

    /** Whether it was announced while access tokens of the session may still be alive. */
    boolean announced(String sessionId);
}
