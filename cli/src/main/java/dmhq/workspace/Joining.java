package dmhq.workspace;

import dmhq.engine.RuleSet;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.InvitationFile;
import dmhq.format.archive.JoinRequest;
import dmhq.format.archive.Layer;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.sealing.Seal;
import dmhq.format.session.Join;
import dmhq.format.session.Opening;
import dmhq.format.session.SignedJoin;
import dmhq.workspace.MailedInvitations.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes up an invitation: makes the player's workspace and puts the signed join into the outbox. */
public final class Joining {

    private static final String JOIN = "join.zip";

    private final Surroundings surroundings;

    /** Makes the step. */
    public Joining(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * How to join.
     *
     * @param posts the addresses to use instead of those in the invitation; empty for those
     * @param campaign the player's save, or null
     * @param campaignId the id given to the campaign if its save has none
     */
    public record Wish(
            Brought brought,
            List<String> posts,
            @Nullable String campaign,
            @Nullable UUID campaignId) {}

    /**
     * Returns the invitation in a file.
     *
     * @param name what the file is called for people
     * @throws Refusal if it is none, or not signed by the host it speaks for
     */
    public InvitationFile invitation(Path file, String name) throws Refusal, IOException {
        try {
            byte[] bytes = GivenFile.read(surroundings.disk(), file, name);
            if (Seal.isSealed(bytes)) {
                throw new ArchiveException(Layer.SEAL, "it is sealed, and an invitation never is");
            }
            return InvitationFile.read(PackedFile.read(bytes));
        } catch (ArchiveException e) {
            throw new Refusal(name, e, "ask the host for the invitation again");
        }
    }

    /**
     * Joins in a folder. Joining again with the same invitation sends the same join again; with another one after
     * the seat was lost or the host has turned it down, or with another save before it was taken, a new join.
     *
     * @throws Refusal if the folder holds another session, or the rules are another version than here
     */
    public Workspace join(Path folder, InvitationFile file, RuleSet<?, ?, ?> rules, Wish wish)
            throws Refusal, IOException {
        Identity identity = new Home(surroundings).identity();
        SeatId seat = file.invitation().seat();
        SessionArchive archive = archive(file, seat);
        Path kept = folder.resolve(JOIN);
        if (Workspace.isOne(surroundings.disk(), folder)) {
            Workspace there = Workspace.open(surroundings, folder);
            Place place = there.place();
            if (!place.session().equals(archive.chain().session())) {
                throw new Refusal("there is another session in " + folder + "; join in another folder");
            } else if (!seat.equals(place.seat())) {
                throw new Refusal("this session is in " + folder + " already, "
                        + (place.host()
                                ? "hosted from there"
                                : "with another seat, " + place.seat() + ", and this invitation is for " + seat)
                        + "; join in another folder");
            }
            if (!wish.posts().isEmpty()) {
                there.write(place.withPosts(wish.posts()));
            }
            boolean same = isOf(file, surroundings.disk().read(kept), archive);
            boolean seated = isSeated(there);
            if (!same && seated) {
                throw new Refusal("you play " + seat + " from " + folder
                        + " already, by another invitation; go on there, or join in another folder");
            }
            TurnedDown no = new TurnedDown(there);
            if (!same || no.isOne() || (!seated && !Objects.equals(place.campaign(), wish.campaign()))) {
                Instant before = read(surroundings.disk().read(kept), archive)
                        .signed()
                        .join()
                        .sent();
                surroundings.disk().write(kept, packed(identity, archive, file, rules, wish, before));
                there.write(there.place().withCampaign(wish.campaign(), wish.campaignId()));
                no.forget();
            }
            send(there, archive, surroundings.disk().read(kept));
            return there;
        }
        Workspace workspace = Workspace.make(surroundings, folder, identity);
        byte[] join = packed(identity, archive, file, rules, wish, Instant.MIN);
        surroundings.disk().write(kept, join);
        workspace.writeSeat(archive);
        List<String> posts =
                wish.posts().isEmpty() ? OwnDrafts.without(file.invitation().posts()) : wish.posts();
        workspace.write(new Place(archive.chain().session(), false, seat, posts, wish.campaign(), wish.campaignId()));
        send(workspace, archive, join);
        return workspace;
    }

    /** Returns what an invitation is to who has asked for its seat before. */
    static Standing standing(InvitationFile file, Workspace there) throws Refusal, IOException {
        Path join = there.folder().resolve(JOIN);
        if (isSeated(there)) {
            return Standing.TAKEN;
        }
        return there.disk().exists(join) && isOf(file, there.disk().read(join), there.seatArchive())
                ? Standing.ASKED
                : Standing.NEW;
    }

    private static boolean isOf(InvitationFile file, byte[] join, SessionArchive archive) throws Refusal {
        return read(join, archive).knows(file.invitation().token());
    }

    private static JoinRequest read(byte[] join, SessionArchive archive) throws Refusal {
        try {
            return JoinRequest.read(PackedFile.read(join), archive.chain());
        } catch (ArchiveException e) {
            throw new Refusal("the join that was kept", e, "join in another folder");
        }
    }

    /** Who has lost the seat may get it again, and goes on in the same folder. */
    private static boolean isSeated(Workspace there) throws Refusal, IOException {
        return there.place().host() || (there.seatArchive().chain().newest() > 0 && !new LostSeat(there).isOne());
    }

    private byte[] packed(
            Identity identity,
            SessionArchive archive,
            InvitationFile file,
            RuleSet<?, ?, ?> rules,
            Wish wish,
            Instant before)
            throws Refusal, IOException {
        return request(identity, archive, file, rules, wish, before)
                .pack(archive.chain(), identity.signingKey(), surroundings.now());
    }

    private static SessionArchive archive(InvitationFile file, SeatId seat) throws Refusal {
        try {
            return SessionArchive.open(file.zero(), Party.of(seat));
        } catch (ArchiveException e) {
            throw new Refusal("the invitation", e, "ask the host for it again");
        }
    }

    private JoinRequest request(
            Identity identity,
            SessionArchive archive,
            InvitationFile file,
            RuleSet<?, ?, ?> rules,
            Wish wish,
            Instant before)
            throws Refusal, IOException {
        Opening opening = archive.chain().opening();
        SeatId seat = file.invitation().seat();
        Join join = new Join(
                archive.chain().session(),
                opening.nonce(),
                seat,
                identity.name(),
                wish.brought().faction(),
                identity.signingKey().verifyingKey(),
                identity.sealingKey().recipient(),
                new Home(surroundings).seatChain(opening.nonce(), seat).anchor(),
                surroundings.software(),
                rules.id(),
                wish.brought().entry(),
                later(before));
        return JoinRequest.of(
                SignedJoin.of(join, identity.signingKey()), file.invitation().token());
    }

    /** Of two joins the later one is meant, wherever the clock has gone in between. */
    private Instant later(Instant before) {
        Instant now = surroundings.now();
        return now.isAfter(before) ? now : before.plusMillis(1);
    }

    private static void send(Workspace workspace, SessionArchive archive, byte[] join) throws Refusal, IOException {
        new Outbox(workspace)
                .putAgain(label(workspace.seat()), join, archive.chain().host().sealingKey());
    }

    /** Returns the label under which a join travels. */
    public static ParcelLabel label(SeatId seat) {
        return new ParcelLabel("join", 0, Party.of(seat), Party.HOST, 0);
    }
}
