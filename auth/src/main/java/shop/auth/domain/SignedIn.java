package shop.auth.domain;

import java.time.Duration;

/** What somebody gets who has signed in. */
public record SignedIn(Account account, String accessToken, String refreshToken, Duration refreshLife) {}
