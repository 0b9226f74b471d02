package shop.platform.security;

/** Which sessions have ended before the access tokens made from them. */
public interface Revocations {

    boolean revoked(String sessionId);

    void revoke(String sessionId);
}
