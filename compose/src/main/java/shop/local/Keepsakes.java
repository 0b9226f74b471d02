package shop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What a local run remembers from one start to the next, beside the stores' data: its secrets, readable by their owner. */
record Keepsakes(Path folder, String secret, String adminPassword, boolean fresh) {

    private static final long ROOM_TO_START = 100_000_000; // bytes; on a full disk every store fails in its own way

    static Keepsakes in(Path folder) {
        try {
            var fresh = !Files.exists(folder.resolve("secret"));
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).getUsableSpace() < ROOM_TO_START) {
                throw new IllegalStateException("LOCAL_DATA: less than 100 MB are free in " + folder.toAbsolutePath());
            }
            return new Keepsakes(
                    folder.toAbsolutePath(), kept(folder, "secret", 32), kept(folder, "admin-password", 8), fresh);
        } catch (IOException e) {
            throw new IllegalStateException("LOCAL_DATA: cannot write to " + folder.toAbsolutePath(), e);
        }
    }

    String adminEmail() {
        return "admin@shop.local";
    }

    private static String kept(Path folder, String name, int bytes) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            var random = new byte[bytes];
            new SecureRandom().nextBytes(random);
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            // whole or not at all: an empty secret, left behind by a full disk, would be taken for one the next time
            var whole = Files.createTempFile(folder, name, "", mine);
            try {
                Files.writeString(whole, HexFormat.of().formatHex(random));
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        }
        return Files.readString(file).strip();
    }
}
