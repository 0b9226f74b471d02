package shop.auth.domain;

import java.util.concurrent.Executor;

/**
 * The use cases of people, put together.
 *
 * @param later for what a caller must not be able to time
 */
public record Entrance(
        Outside outside, Changing changing, Chain chain, Opening opening, PasswordRules rules, Executor later) {

    public Registering registering() {
        return new Registering(outside.accounts(), outside.passwords(), rules, opening, changing);
    }

    public LoggingIn loggingIn() {
        return new LoggingIn(outside.accounts(), guard(), opening, changing, later);
    }

    public LoggingInByFirebase loggingInByFirebase() {
        return new LoggingInByFirebase(outside.accounts(), outside.idTokens(), registering(), opening, changing);
    }

    public Refreshing refreshing() {
        return new Refreshing(outside.accounts(), changing, opening, chain);
    }

    public LoggingOut loggingOut() {
        return new LoggingOut(outside.accounts(), changing, chain);
    }

    public ChangingPassword changingPassword() {
        var renewal = new ChangingPassword.Renewal(guard(), outside.attempts(), outside.passwords(), rules);
        return new ChangingPassword(outside.accounts(), changing, renewal, later);
    }

    public Verifying verifying() {
        return new Verifying(outside.accounts(), changing);
    }

    private Guard guard() {
        return new Guard(outside.passwords(), outside.attempts());
    }
}
