package shop.auth.domain;

import java.security.SecureRandom;
import java.util.function.UnaryOperator;

/**
 * The refresh tokens of a session follow from each other by a keyed one-way function. So two tabs that use the same
 * token at once get the same next one, and any token that was ever good can be told from one that was made up, though
 * only the hash of the newest is kept.
 */
public final class Chain {

    private static final int LONGEST = 200_000; // steps, more than ninety days of refreshing every minute

    private final UnaryOperator<byte[]> step;
    private final SecureRandom random = new SecureRandom();

    /**
     * Tokens linked by this function.
     *
     * @param step 32 bytes from 32 bytes; nobody outside can compute it, nor turn it around
     */
    public Chain(UnaryOperator<byte[]> step) {
        this.step = step;
    }

    RefreshToken first() {
        return new RefreshToken(RefreshToken.base64(bytes(RefreshToken.HANDLE)), 0, bytes(RefreshToken.SECRET));
    }

    RefreshToken after(RefreshToken token) {
        return new RefreshToken(token.handle(), token.generation() + 1, step.apply(token.secret()));
    }

    /** The token of a later generation that follows from this one. */
    RefreshToken at(int generation, RefreshToken token) {
        if (generation - token.generation() > LONGEST) throw new IllegalStateException("a session without end");
        var reached = token;
        while (reached.generation() < generation) reached = after(reached);
        return reached;
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
