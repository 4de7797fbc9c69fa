package dmhq.workspace;

import dmhq.format.json.Codec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending a parcel that is still in the outbox, where a post takes each parcel to its recipient alone.
 *
 * @param key under which the outbox keeps it
 */
record Attempts(Workspace workspace, String key) {

    private static final Codec<Kept> KEPT = Codec.of(Kept.class);

    /** The form of the file. */
    public record Kept(List<Attempt> attempts) {}

    /**
     * One of them.
     *
     * @param recipient the address that it was for; empty if the post's own says it
     * @param refused why it was refused for good; null if it was taken
     */
    public record Attempt(
            String post, String recipient, @Nullable String refused) {

        boolean isOf(String otherPost, String otherRecipient) {
            return post.equals(otherPost) && recipient.equals(otherRecipient);
        }
    }

    /**
     * Returns what came of it last at a post for a recipient; empty if it was not tried, or may be taken later.
     *
     * @throws Refusal if the file is damaged
     */
    Optional<Attempt> last(String post, String recipient) throws Refusal, IOException {
        return all().stream().filter(attempt -> attempt.isOf(post, recipient)).findFirst();
    }

    /** Returns why it was refused for good, wherever that was. */
    List<Attempt> refusals() throws Refusal, IOException {
        return all().stream().filter(attempt -> attempt.refused() != null).toList();
    }

    void note(Attempt attempt) throws Refusal, IOException {
        List<Attempt> attempts = new ArrayList<>(all());
        attempts.removeIf(each -> each.isOf(attempt.post(), attempt.recipient()));
        attempts.add(attempt);
        noteFile().write(new Kept(attempts));
    }

    /** Forgets them, as the parcel is in the outbox no more. */
    void forget() throws IOException {
        workspace.disk().remove(file());
    }

    private List<Attempt> all() throws Refusal, IOException {
        return noteFile().read().map(Kept::attempts).orElse(List.of());
    }

    private NoteFile<Kept> noteFile() {
        return new NoteFile<>(workspace, file(), KEPT, "remove it; what waits in the outbox is tried once more");
    }

    private Path file() {
        return workspace.folder().resolve("tried").resolve(key);
    }
}
