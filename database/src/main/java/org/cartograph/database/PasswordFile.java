package org.cartograph.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The file in the home that holds the password of the user {@code neo4j}, one line, readable by its owner only. It
 * decides: at every start the user gets the password that stands here.
 */
final class PasswordFile {

    /** What Neo4j asks for at least, in characters. */
    static final int MINIMUM_LENGTH = 8;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    PasswordFile(Path file) {
        this.file = file;
    }

    /**
     * The password that is kept, if one is.
     *
     * @throws Refusal when the file cannot be a password
     */
    Optional<String> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String password = Files.readString(file, UTF_8).stripTrailing();
            if (!allowed(password)) {
                throw new Refusal("The file " + file + " must hold one line of at least " + MINIMUM_LENGTH
                        + " characters, but holds something else; write the password into it, or delete it to have"
                        + " one generated.");
            }
            return Optional.of(password);
        } catch (IOException e) {
            throw new Refusal("The password could not be read from " + file + ": " + Home.reason(e) + ".", e);
        }
    }

    /** Keeps this password. The file has its rights from its first moment and is never half written. */
    void write(String password) {
        Path fresh = file.resolveSibling("password.new");
        try {
            Files.deleteIfExists(fresh);
            boolean posix =
                    Files.getFileStore(file.toAbsolutePath().resolveSibling("")).supportsFileAttributeView("posix");
            FileAttribute<?>[] rights = posix
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                    : new FileAttribute<?>[0];
            Files.createFile(fresh, rights);
            Files.writeString(fresh, password + "\n", UTF_8, StandardOpenOption.WRITE);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refusal("The password could not be written to " + file + ": " + Home.reason(e) + ".", e);
        }
    }

    /** A password nobody can guess: 144 random bits in 24 characters that need no quoting. */
    static String generate() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    static boolean allowed(String password) {
        return password.length() >= MINIMUM_LENGTH
                && password.equals(password.strip())
                && password.chars().noneMatch(Character::isISOControl);
    }
}
