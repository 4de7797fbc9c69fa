package dmhq.workspace;

import dmhq.campaign.CampaignState;
import dmhq.engine.RuleSets;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Invitation;
import dmhq.format.session.SignedClosing;
import dmhq.format.session.SignedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts a session's folder right again whose files were lost or damaged: from the copies in it, from
 * files that are named, from what lies at the posts, and by asking the host.
 *
 * <p>Nothing that holds is changed, and what does not hold is set aside before anything takes its
 * place, so that it can be broken off and run again.
 */
public final class Repairing {

    /** What stands in a session's folder whatever else is lost, and hardly anywhere else. */
    private static final List<String> LEFT_BEHIND = List.of(
            ".lock",
            "join.zip",
            "lost-seat.zip",
            "settled.json",
            "desk.json",
            "contacts.json",
            "asked.json",
            "withdrawn.json",
            "checkpoints",
            "drafts",
            "submitted",
            "receipts",
            "notices",
            "invitations",
            "intake",
            "outbox",
            "sent",
            "seen",
            "set-aside",
            "before-me");

    private final Surroundings surroundings;
    private final Path folder;
    private final FoundArchives found;
    private final List<String> mended = new ArrayList<>();

    /** Looks at what there is in a folder. */
    public Repairing(Surroundings surroundings, Path folder) throws IOException {
        this.surroundings = surroundings;
        this.folder = folder;
        this.found = FoundArchives.in(folder, surroundings.disk());
    }

    /** Tells whether there is anything in a folder that a session left there. */
    public static boolean isWorthwhile(Surroundings surroundings, Path folder) throws IOException {
        return surroundings.disk().list(folder).stream()
                .map(file -> file.getFileName().toString())
                .anyMatch(name -> name.matches("workspace\\.json|session\\.zip|turn(-[0-9]{1,9})?\\.zip"));
    }

    /**
     * Tells whether a folder may become a session's: nothing is in it, or something that a session left there.
     */
    public static boolean takesSession(Surroundings surroundings, Path folder) throws IOException {
        if (surroundings.disk().isVacant(folder) || isWorthwhile(surroundings, folder)) {
            return true;
        }
        for (String name : LEFT_BEHIND) {
            if (surroundings.disk().exists(folder.resolve(name))
                    || !surroundings.disk().list(folder.resolve(name)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes up a file that was named, if it is a copy of an archive or an invitation.
     *
     * @param name what it is called for people
     * @return whether it is; what else it may be is for {@link Collecting}
     * @throws Refusal if it is a folder, or larger than any file of dmhq
     */
    public boolean takesUp(Path file, String name) throws Refusal, IOException {
        try {
            return found.add(file, GivenFile.read(surroundings.disk(), file, name));
        } catch (ArchiveException e) {
            throw new Refusal(name, e, "name a copy of turn.zip or session.zip, or the invitation");
        }
    }

    /**
     * Puts the folder right with what is known by now, and forgets what was taken in from posts, so that
     * all of it is looked at again.
     *
     * @param posts the addresses to use from now on; empty for those that were used
     * @throws Refusal if nothing says which session it was, or how it began
     */
    public Workspace putBack(List<String> posts) throws Refusal, IOException {
        try {
            Workspace workspace = workspace(posts);
            new Unreadable(workspace, mended).setAside();
            Place place = workspace.place();
            if (place.seat() != null) {
                putBack(workspace, "turn.zip", Party.of(place.seat()));
            }
            if (place.host()) {
                putBack(workspace, "session.zip", Party.HOST);
            }
            new Seen(workspace).forget();
            if (place.host()) {
                seatThoseWhoSat(workspace);
            }
            return workspace;
        } catch (ArchiveException e) {
            throw new Refusal(folder.toString(), e);
        }
    }

    /**
     * Makes again, for a host, the records that copies or the posts show and its archive lacks; after
     * everything that lay at the posts was taken in.
     *
     * @throws Refusal if orders are missing of which they were made, with whose
     */
    public void makeAgain(Workspace workspace) throws Refusal, IOException {
        int before = workspace.hostArchive().chain().newest();
        Recovering recovering = new Recovering(workspace);
        recovering.makeAgain(records(workspace).values());
        recovering.catchUp();
        int after = workspace.hostArchive().chain().newest();
        if (after > before) {
            mended.add(
                    after == before + 1
                            ? "turn " + after + " of session.zip was made again from the orders of all"
                            : "turns " + (before + 1) + " to " + after
                                    + " of session.zip were made again from the orders of all");
        }
        if (workspace.hostArchive().closing() == null && !closedByCopy(workspace)) {
            new Dispatch(workspace).dispatch(workspace.hostArchive());
        }
    }

    /** Who has any copy of a closed session has the host's signature on its end. */
    private boolean closedByCopy(Workspace workspace) throws Refusal, IOException {
        SessionArchive archive = workspace.hostArchive();
        for (FoundArchives.Found copy : found.of(archive.chain().session())) {
            SignedClosing closing = copy.archive().closing();
            if (closing != null
                    && copy.archive().chain().head().equals(archive.chain().head())) {
                try {
                    workspace.writeHost(archive.with(closing));
                } catch (ArchiveException e) {
                    throw new Refusal(copy.file().toString(), e);
                }
                new Ending(workspace).close();
                mended.add("session.zip was closed again, as " + copy.file().getFileName() + " shows");
                return true;
            }
        }
        return false;
    }

    /** Returns what was put right since the last call, as sentences without a full stop. */
    public List<String> mended() {
        List<String> sentences = List.copyOf(mended);
        mended.clear();
        return sentences;
    }

    private Workspace workspace(List<String> posts) throws Refusal, ArchiveException, IOException {
        if (Workspace.isOne(surroundings.disk(), folder)) {
            Workspace workspace = Workspace.open(surroundings, folder);
            try {
                Place place = workspace.place();
                if (!posts.isEmpty() && !posts.equals(place.posts())) {
                    workspace.write(place.withPosts(posts));
                    mended.add("the session goes by " + String.join(" and ", posts) + " from now on"
                            + (place.posts().isEmpty() ? "" : ", and no more by " + String.join(" and ", place.posts()))
                            + (place.host() ? "; tell the others, who change it in the same way" : ""));
                }
                return workspace;
            } catch (Refusal e) {
                String kept =
                        new SetAside(workspace).move(folder.resolve("workspace.json"), String.valueOf(e.getMessage()));
                mended.add("workspace.json cannot be read and is kept as " + kept);
            }
        }
        Identity me = new Home(surroundings).identity();
        Workspace workspace = Workspace.make(surroundings, folder, me);
        workspace.write(place(posts, me));
        mended.add("workspace.json was made anew"
                + (takesSaves(workspace.place().session()) ? ", without your save" : "")
                + (workspace.place().posts().isEmpty()
                        ? (takesSaves(workspace.place().session()) ? " and" : ",")
                                + " without a post; name that with --post, if there is one"
                        : ""));
        return workspace;
    }

    /** Rules that are not installed here may. */
    private boolean takesSaves(SessionId session) throws ArchiveException {
        return found.beginning(session)
                .flatMap(zero -> RuleSets.of(zero.record().rules()))
                .filter(rules -> rules.stateType() != CampaignState.class)
                .isEmpty();
    }

    /** Whose folder it was shows from the copies in it, from the keys, or from the invitation. */
    private Place place(List<String> posts, Identity me) throws Refusal, ArchiveException {
        SessionId session = found.session()
                .orElseThrow(() -> new Refusal("nothing in " + folder
                        + " says which session it was; name a copy of turn.zip or session.zip, or the invitation"));
        List<Invitation> invitations = found.invitations();
        Chain opened = Chain.open(found.beginning(session)
                .orElseThrow(() -> new IllegalStateException("what names a session holds its beginning")));
        // Whoever wrote an invitation is not who was invited.
        boolean host = me.signer(opened.host().signingKey()).isPresent();
        SeatId invited = invitations.isEmpty() ? null : invitations.get(0).seat();
        SeatId seat = host ? opened.hostSeat() : invited;
        for (FoundArchives.Found copy : found.of(session)) {
            Chain chain = copy.archive().chain();
            host |= me.signer(chain.host().signingKey()).isPresent();
            seat = ownSeat(copy, me).orElse(seat);
        }
        List<String> known = posts.isEmpty() && !invitations.isEmpty()
                ? OwnDrafts.without(invitations.get(0).posts())
                : posts;
        return new Place(session, host, seat, known, null, null);
    }

    private Optional<SeatId> ownSeat(FoundArchives.Found copy, Identity me) {
        Party holder = copy.archive().holder();
        return folder.equals(copy.file().getParent()) && !holder.isHost()
                ? Optional.of(holder.seat())
                : copy.archive().chain().seats().entrySet().stream()
                        .filter(sitting ->
                                me.signer(sitting.getValue().signingKey()).isPresent())
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private void putBack(Workspace workspace, String name, Party holder) throws Refusal, ArchiveException, IOException {
        SessionId session = workspace.place().session();
        Path file = folder.resolve(name);
        Optional<FoundArchives.Found> newest = found.newest(session, holder);
        Optional<SessionArchive> present = found.of(session).stream()
                .filter(copy ->
                        copy.file().equals(file) && copy.archive().holder().equals(holder))
                .map(FoundArchives.Found::archive)
                .findFirst();
        if (present.isPresent() && !isContinuedBy(newest, present.get())) {
            return;
        }
        Optional<SignedRecord> beginning = found.beginning(session);
        if (newest.isEmpty() && beginning.isEmpty()) {
            throw new Refusal(name + " is lost, and nothing in " + folder
                    + " holds the beginning of the session; name a copy of it, the copy of anyone else who plays, or"
                    + " the invitation");
        }
        if (present.isEmpty() && surroundings.disk().exists(file)) {
            String reason = found.wrongWith(file).orElse("it is of another session or seat");
            mended.add(name + " cannot be used (" + reason + ") and is kept as "
                    + new SetAside(workspace).move(file, reason));
        }
        SessionArchive archive =
                newest.isPresent() ? newest.get().archive() : SessionArchive.open(beginning.orElseThrow(), holder);
        if (holder.isHost()) {
            workspace.writeHost(archive);
        } else {
            workspace.writeSeat(archive);
        }
        mended.add(name + " was put back as of turn " + archive.chain().newest()
                + newest.map(copy -> ", from " + copy.file().getFileName()).orElse(", with its beginning alone"));
    }

    /** A copy of another course of the session does not take the place of one that holds. */
    private static boolean isContinuedBy(Optional<FoundArchives.Found> newest, SessionArchive present) {
        int last = present.chain().newest();
        return newest.isPresent()
                && newest.get().archive().chain().newest() > last
                && newest.get()
                        .archive()
                        .chain()
                        .digest(last)
                        .equals(present.chain().head());
    }

    /** Orders are known by the keys of those who sit, so that record 1, which seats them, comes first. */
    private void seatThoseWhoSat(Workspace workspace) throws Refusal, IOException {
        Collecting.all(workspace).ownTurnsFromPosts();
        new Recovering(workspace).makeAgain(records(workspace).headMap(2).values());
    }

    private SortedMap<Integer, SignedRecord> records(Workspace workspace) throws Refusal, IOException {
        SortedMap<Integer, SignedRecord> records =
                new TreeMap<>(found.records(workspace.place().session()));
        new Recovering(workspace)
                .shown()
                .forEach(record -> records.putIfAbsent(record.record().number(), record));
        return records;
    }
}
