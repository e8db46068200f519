package org.cartograph.service.security.keys;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.cartograph.service.security.Role;
import org.cartograph.service.startup.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key that makes all others, in a file that only the service's own user can read. */
final class AdminKeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(AdminKeyFile.class);

    private AdminKeyFile() {}

    /**
     * The key of the file, which is written when there is none.
     *
     * @param needless whether another key has the role admin, so that none is written
     * @throws CannotStart when there is a file that holds no key
     */
    static Optional<ApiKey> key(Path file, boolean needless) {
        try {
            if (Files.exists(file)) {
                return Optional.of(key(KeyText.read(Files.readString(file).strip())
                        .filter(text -> !text.isForBrowsers())
                        .orElseThrow(() -> new CannotStart(
                                "`cartograph.security.admin-key-file` must hold a key that begins with cg_, but " + file
                                        + " does not: delete it, and a new one is written."))));
            }
            return needless ? Optional.empty() : Optional.of(key(write(file)));
        } catch (IOException failed) {
            LOG.warn(
                    "No key has the role admin, and none could be written to {}: configure one with "
                            + "`cartograph.security.keys[0]`, or name another file with `cartograph.security.admin-key-file`",
                    file);
            return Optional.empty();
        }
    }

    private static ApiKey key(KeyText text) {
        return new ApiKey(text.id(), "admin key file", text.hash(), Set.of(Role.ADMIN), Set.of(), null, null);
    }

    private static KeyText write(Path file) throws IOException {
        KeyText text = KeyText.random(false);
        Files.createFile(file, onlyForItsOwner());
        Files.writeString(file, text.text() + System.lineSeparator());
        LOG.info(
                "The key with the role admin, which makes the others, is in {}",
                file.toAbsolutePath().normalize());
        return text;
    }

    private static FileAttribute<?>[] onlyForItsOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
