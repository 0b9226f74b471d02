package shop.activity.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A place in the audit chain. The hash is SHA-256 over these texts, each as its length in UTF-8 bytes, a colon and the
 * text: previous hash, id, type, actor's kind, actor's id, target's type, target's id, occurredAt, recordedAt, data; what
 * is absent is empty.
 *
 * @param number from 1, without a gap
 */
public record Seal(long number, String previousHash, String hash) {

    /** What the first one takes for the hash of the one before. */
    public static final String GENESIS = "0".repeat(64);

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(UTC);

    static Seal after(Optional<Seal> previous, Entry entry) {
        var number = previous.map(Seal::number).orElse(0L) + 1;
        var previousHash = previous.map(Seal::hash).orElse(GENESIS);
        return new Seal(number, previousHash, hash(previousHash, entry));
    }

    /** Whether this is the seal of that entry, and follows the one before. */
    boolean holds(Optional<Seal> previous, Entry entry) {
        return equals(after(previous, entry));
    }

    private static String hash(String previousHash, Entry entry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : hashed(previousHash, entry)) {
                var bytes = text.getBytes(UTF_8);
                digest.update((bytes.length + ":").getBytes(UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<String> hashed(String previousHash, Entry entry) {
        var fact = entry.fact();
        return List.of(
                previousHash,
                entry.id(),
                fact.type(),
                fact.actor().kind().name(),
                fact.actor().id().orElse(""),
                fact.target().map(Target::type).orElse(""),
                fact.target().map(Target::id).orElse(""),
                MILLISECONDS.format(entry.occurredAt()),
                MILLISECONDS.format(entry.recordedAt()),
                fact.data());
    }
}
