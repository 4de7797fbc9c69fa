package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Letter;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Rotation;
import dmhq.format.session.SignedRotation;
import dmhq.format.signing.Signer;
import dmhq.format.signing.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a session of keys that were made since it learned mine. That it has not learned of them shows
 * in its records alone, so that whatever was broken off or lost goes on by itself.
 */
public final class Rotating {

    private final Workspace workspace;

    /** Makes the step for a workspace. */
    public Rotating(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Makes fresh keys for all sessions; those before them are kept.
     *
     * @param signing where the new signing key lies; null to draw one
     * @throws Refusal if there is no identity, or that key is or was one of mine
     */
    public static Identity renewKeys(Surroundings surroundings, @Nullable SigningKeyFile signing)
            throws Refusal, IOException {
        return new Home(surroundings).renewKeys(signing);
    }

    /** Returns as whom the session knows me by an earlier key: as the host, by my seat, or both. */
    public List<Party> due() throws Refusal, IOException {
        SessionArchive archive = workspace.archive();
        List<Party> due = new ArrayList<>();
        for (Party party : mine()) {
            VerifyingKey known = archive.chain().key(party);
            Signer newest = workspace.identity().signingKey();
            if (known != null
                    && !known.equals(newest.verifyingKey())
                    && workspace.identity().signer(known).isPresent()) {
                due.add(party);
            }
        }
        return due.isEmpty() || isOver(archive) || new LostSeat(workspace).isOne() ? List.of() : due;
    }

    /** No record follows that could hold anything. */
    private boolean isOver(SessionArchive archive) throws Refusal, IOException {
        return archive.closing() != null
                || (archive.chain().newest() > 0
                        && !workspace.play(archive).standing().running());
    }

    private List<Party> mine() throws Refusal, IOException {
        List<Party> mine = new ArrayList<>();
        Place place = workspace.place();
        if (place.host()) {
            mine.add(Party.HOST);
        }
        Optional.ofNullable(place.seat()).map(Party::of).ifPresent(mine::add);
        return mine;
    }

    /**
     * Signs the newest keys for this session with the old key and the new one, once after each record
     * that lacks them: for another host into the outbox, and else straight into the intake.
     */
    public void sendIfDue() throws Refusal, IOException {
        for (Party party : due()) {
            if (workspace.place().host()) {
                keep(party);
            } else {
                send(party);
            }
        }
    }

    private void keep(Party party) throws Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        RosterIntake intake = new RosterIntake(workspace);
        if (!intake.waits(party, workspace.identity().signingKey().verifyingKey(), chain)) {
            intake.keep(party, letter(chain, party));
        }
    }

    private void send(Party party) throws Refusal, IOException {
        Chain chain = workspace.seatArchive().chain();
        ParcelLabel label = new ParcelLabel("rotation", chain.newest(), party, Party.HOST, 0);
        String key = workspace.identity().signingKey().verifyingKey().toString();
        String distinction =
                "_" + Digest.of(Bytes.of(key.getBytes(StandardCharsets.UTF_8))).abbreviated();
        Outbox outbox = new Outbox(workspace);
        if (!outbox.isKept(label.key(distinction))) {
            outbox.put(label, distinction, letter(chain, party), chain.host().sealingKey());
        }
    }

    private byte[] letter(Chain chain, Party party) throws Refusal, IOException {
        Identity identity = workspace.identity();
        Signer oldKey = workspace.signer(chain, party);
        Instant now = workspace.surroundings().now();
        Rotation rotation = new Rotation(
                chain.session(),
                party,
                oldKey.verifyingKey(),
                identity.signingKey().verifyingKey(),
                identity.sealingKey().recipient(),
                now);
        return Letter.pack(SignedRotation.of(rotation, oldKey, identity.signingKey()), chain, oldKey, now);
    }
}
