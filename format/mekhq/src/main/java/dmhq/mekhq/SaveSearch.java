package dmhq.mekhq;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;

/** One walk through folders, level by level, so that what lies nearest is found before the limit is. */
final class SaveSearch {

    static final int MOST_FILES = 10_000;
    private static final int MOST_DEPTH = 4;

    private record Folder(Path path, int depth) {}

    private final Deque<Folder> waiting = new ArrayDeque<>();
    private final Set<Path> entered = new HashSet<>();
    private final List<SaveFile> found = new ArrayList<>();
    private int looked;

    SaveFiles in(Path root) throws IOException {
        boolean complete = look(new Folder(root, 1));
        while (complete && !waiting.isEmpty()) {
            complete = lookWithin(waiting.remove());
        }
        found.sort(SaveFile.ORDER);
        return new SaveFiles(root, List.copyOf(found), complete);
    }

    /** Returns what is in a folder, by name. */
    static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(null);
        return entries;
    }

    private boolean lookWithin(Folder folder) {
        try {
            return look(folder);
        } catch (IOException e) {
            found.add(SaveFile.unreadable(folder.path(), Instant.EPOCH, reason(e)));
            return true;
        }
    }

    /** Looks at all in a folder, and tells whether the limit has not been met. */
    private boolean look(Folder folder) throws IOException {
        if (!entered.add(folder.path().toRealPath())) {
            return true;
        }
        for (Path entry : entries(folder.path())) {
            if (looked == MOST_FILES) {
                return false;
            }
            looked++;
            look(entry, folder.depth());
        }
        return true;
    }

    private void look(Path entry, int depth) {
        Instant modified = Instant.EPOCH;
        try {
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
            modified = attributes.lastModifiedTime().toInstant();
            if (attributes.isDirectory() && depth < MOST_DEPTH) {
                waiting.add(new Folder(entry, depth + 1));
            } else if (attributes.isRegularFile()) {
                Instant when = modified;
                SaveHead.read(entry).ifPresent(head -> found.add(SaveFile.save(entry, when, head)));
            }
        } catch (IOException e) {
            found.add(SaveFile.unreadable(entry, modified, reason(e)));
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "found what may not be read, expected a file or folder that may";
        }
        if (e instanceof FileSystemException other) {
            String reason = other.getReason();
            return "found what cannot be opened" + (reason == null ? "" : " (" + reason + ")")
                    + ", expected a file or folder that can";
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return "found a gzip file that is cut off or damaged, expected a whole one";
        }
        String message = e.getMessage();
        return message != null && message.startsWith("found ")
                ? message
                : "found a file that breaks off while it is read, expected a whole one";
    }
}
