package dmhq.workspace;

import dmhq.format.archive.Chain;
import dmhq.format.archive.Deadline;
import dmhq.format.session.Notice;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a host has announced in one notice.
 *
 * @param notice as the host keeps it: the word of a reminder is for those reminded alone, and not in it
 * @param changed whether the time for orders is another than before
 */
public record Announced(Notice notice, boolean changed) {

    private static final Pattern INSTANT = Pattern.compile("_notice_from_host_to_[a-z0-9-]+_(?<at>[0-9]{1,18})_");

    /** Tells whether it only reminds its reader of what is waited for. */
    public boolean isReminder() {
        return !changed && notice.text().isEmpty();
    }

    /**
     * Returns what is in a parcel that leaves a host's workspace; empty if the host does not know it any more.
     *
     * @param turn that the notice is about
     * @param name of the parcel
     * @throws Refusal if a file here is damaged
     */
    public static Optional<Announced> of(Workspace workspace, int turn, String name) throws Refusal, IOException {
        Matcher at = INSTANT.matcher(name);
        return at.find() ? of(workspace, turn, Instant.ofEpochMilli(Long.parseLong(at.group("at")))) : Optional.empty();
    }

    private static Optional<Announced> of(Workspace workspace, int turn, Instant at) throws Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        Instant deadline = turn == chain.newest() + 1 ? Deadline.of(chain).orElse(null) : null;
        boolean paused = false;
        List<Notice> all = new Notices(workspace).of(turn, chain);
        for (Notice notice : all) {
            if (notice.at().toEpochMilli() == at.toEpochMilli()) {
                return Optional.of(new Announced(notice, isChanged(notice, deadline, paused)));
            }
            deadline = notice.deadline();
            paused = notice.paused();
        }
        return Optional.empty();
    }

    private static boolean isChanged(Notice notice, @Nullable Instant deadline, boolean paused) {
        return notice.paused() != paused || !Objects.equals(notice.deadline(), deadline);
    }
}
