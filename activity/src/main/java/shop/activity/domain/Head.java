package shop.activity.domain;

/**
 * Where the chain has got to, as it was noted beside the log: an entry that is taken from its end is missed.
 *
 * @param id of the last entry
 * @param genuine whether the note is one of ours
 */
public record Head(String id, long number, String hash, boolean genuine) {

    /** The head that this entry makes. */
    public static Head of(Entry last) {
        var seal = last.seal().orElseThrow();
        return new Head(last.id(), seal.number(), seal.hash(), true);
    }

    boolean fits(Seal seal) {
        return seal.number() != number || (genuine && seal.hash().equals(hash));
    }
}
