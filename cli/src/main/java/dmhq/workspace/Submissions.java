package dmhq.workspace;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What I have submitted, by turn and revision, as the files that were signed. */
public final class Submissions {

    private final Workspace workspace;

    /** Makes the submissions of a workspace. */
    public Submissions(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Returns the newest revision submitted for a record; 0 for none. */
    public int newestRevision(int record) throws IOException {
        SortedSet<Integer> revisions = revisions(record);
        return revisions.isEmpty() ? 0 : revisions.last();
    }

    /** Returns the revisions that are kept for a record. */
    SortedSet<Integer> revisions(int record) throws IOException {
        String start = "turn-" + record + "-r";
        return workspace.disk().list(folder()).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith(start))
                .map(name -> Integer.valueOf(name.substring(start.length(), name.indexOf('.'))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the newest submission for a record.
     *
     * @throws Refusal if its file is damaged
     */
    public Optional<Submission> newest(int record, Chain chain) throws Refusal, IOException {
        int revision = newestRevision(record);
        return revision == 0 ? Optional.empty() : Optional.of(read(record, revision, chain));
    }

    /**
     * Returns a submission.
     *
     * @throws Refusal if its file is damaged
     */
    Submission read(int record, int revision, Chain chain) throws Refusal, IOException {
        Path file = file(record, revision);
        try {
            return Submission.read(PackedFile.read(workspace.disk().read(file)), chain);
        } catch (ArchiveException e) {
            throw new Refusal(file.toString(), e, "remove it, or put it back from a copy");
        }
    }

    /**
     * Returns all that was submitted for a record, with the earlier ones inside.
     *
     * @throws Refusal if a file is damaged
     */
    List<Submission> all(int record, Chain chain) throws Refusal, IOException {
        List<Submission> all = new ArrayList<>();
        for (int revision : revisions(record)) {
            all.addAll(read(record, revision, chain).all());
        }
        return all;
    }

    byte[] bytes(int record, int revision) throws IOException {
        return workspace.disk().read(file(record, revision));
    }

    void keep(int record, int revision, byte[] packed) throws IOException {
        workspace.disk().write(file(record, revision), packed);
    }

    private Path file(int record, int revision) {
        return folder().resolve("turn-" + record + "-r" + revision + ".zip");
    }

    private Path folder() {
        return workspace.folder().resolve("submitted");
    }
}
