package shop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What a local run remembers from one start to the next, beside the stores' data: its secrets, readable by their owner. */
record Keepsakes(Path folder, String secret, String adminPassword, boolean fresh) {

    static Keepsakes in(Path folder) {
        try {
            var fresh = !Files.exists(folder.resolve("secret"));
            Files.createDirectories(folder);
            return new Keepsakes(
                    folder.toAbsolutePath(),
                    kept(folder.resolve("secret"), 32),
                    kept(folder.resolve("admin-password"), 8),
                    fresh);
        } catch (IOException e) {
            throw new IllegalStateException("LOCAL_DATA: cannot write to " + folder.toAbsolutePath(), e);
        }
    }

    String adminEmail() {
        return "admin@shop.local";
    }

    private static String kept(Path file, int bytes) throws IOException {
        if (!Files.exists(file)) {
            var random = new byte[bytes];
            new SecureRandom().nextBytes(random);
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, mine);
            Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
        }
        return Files.readString(file).strip();
    }
}
