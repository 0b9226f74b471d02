package shop.auth.domain;

import java.util.Optional;

/** Turns passwords into something that can be kept. It takes its time, and only so many at once. */
public interface Passwords {

    String hash(Password password);

    /** Takes as long where there is no hash to compare with, and is false then. */
    boolean matches(Password password, Optional<String> hash);

    /** Whether the hash was made with less effort than is usual now. */
    boolean outdated(String hash);
}
