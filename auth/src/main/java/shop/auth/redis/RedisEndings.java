package shop.auth.redis;

import shop.auth.domain.Endings;
import shop.auth.domain.LiveSessions;
import shop.platform.security.Revocations;

/** Ended sessions where every service looks for them. */
public record RedisEndings(Revocations revocations, LiveSessions live) implements Endings {

    @Override
    public void announce(String sessionId) {
        revocations.revoke(sessionId);
        live.forget(sessionId);
    }

    @Override
    public boolean announced(String sessionId) {
        return revocations.revoked(sessionId);
    }
}
