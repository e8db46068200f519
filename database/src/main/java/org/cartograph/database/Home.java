package org.cartograph.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The directory that holds everything of one server: {@code data/}, {@code plugins/}, {@code import/}, {@code logs/}
 * and the file {@code password}. A home belongs to one process at a time.
 */
final class Home implements AutoCloseable {

    /** Locked far behind its end, so that the process number in it can be read where locks forbid reading. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final String CREATING = "data.creating";

    private final Path directory;

    /** Ends with the process at the latest, however that ends. */
    private final FileLock lock;

    private Home(Path directory, FileLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Creates the home where it is missing and takes it.
     *
     * @throws Refusal when it is no directory, cannot be written or belongs to a running server
     */
    static Home open(Path directory) {
        Path lockFile = directory.resolve("server.lock");
        try {
            for (String part : new String[] {"plugins", "import", "logs"}) {
                Files.createDirectories(directory.resolve(part));
            }
            FileChannel channel = FileChannel.open(
                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw inUse(
                        directory,
                        " (process " + Files.readString(lockFile, US_ASCII).strip() + ")");
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
            return new Home(directory, lock);
        } catch (IOException e) {
            throw new Refusal(
                    "`--home` must be a directory that can be created and written, but " + directory + " cannot: "
                            + reason(e) + "; choose another directory.",
                    e);
        }
    }

    Path directory() {
        return directory;
    }

    Path resolve(String part) {
        return directory.resolve(part);
    }

    /** Gives the home back. */
    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a server was created here before. */
    boolean holdsData() {
        return Files.isDirectory(directory.resolve("data/databases/system"));
    }

    /**
     * To be called before a server starts: notes that its data are being created, and removes what an earlier start
     * left that was killed while creating them, because Neo4j refuses such halves. Nothing was stored in them: the
     * note is only there until the first start succeeds, and only made where there were no data at all.
     */
    void beginCreation() throws IOException {
        Path data = directory.resolve("data");
        Path note = directory.resolve(CREATING);
        if (Files.exists(note) && Files.exists(data)) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        if (!Files.exists(data)) {
            Files.writeString(note, "The data are being created by the first start.\n");
        }
    }

    /** To be called when the server is usable: from now on the data are kept whatever happens. */
    void endCreation() throws IOException {
        Files.deleteIfExists(directory.resolve(CREATING));
    }

    /** Writes down what a sentence on the console leaves out; says where, or nothing when that fails as well. */
    String keepTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        Path file = directory.resolve("logs/start-failure.log");
        try {
            Files.writeString(file, Instant.now() + "\n" + trace);
            return " Details are in " + file + ".";
        } catch (IOException e) {
            return "";
        }
    }

    static Refusal inUse(Path directory, String by) {
        return new Refusal("`--home` must not be in use, but another server" + by + " runs on " + directory
                + "; stop that server or choose another directory.");
    }

    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission was denied for " + e.getMessage();
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getMessage() + " is a file";
        }
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + " does not exist";
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getFile() + ": " + f.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
