package shop.notifications.domain;

import java.time.Instant;
import shop.platform.Failure;

/** A phone or browser that takes pushed messages. */
public record Device(String id, String userId, String token, Platform platform, Instant createdAt) {

    private static final int LONGEST_TOKEN = 4_096;

    /** What runs on it. */
    public enum Platform {
        IOS,
        ANDROID,
        WEB
    }

    public Device {
        if (token.isBlank()) throw Failure.invalid("/token", "required", "must not be blank");
        if (token.length() > LONGEST_TOKEN) {
            throw Failure.invalid("/token", "too_long", "must be at most " + LONGEST_TOKEN + " characters long");
        }
    }
}
