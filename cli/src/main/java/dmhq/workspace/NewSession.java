package dmhq.workspace;

import dmhq.engine.RuleSet;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.LinkChain;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.Shape;
import dmhq.format.session.Join;
import dmhq.format.session.Opening;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import dmhq.transports.ParcelName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opens a session: draws its secrets, writes record 0, and makes the host's workspace, whose place is
 * written last, so that a session is there whole or not at all.
 */
public final class NewSession {

    private static final int NONCE_SIZE = 16;

    private final Surroundings surroundings;

    /** Makes the step. */
    public NewSession(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What a host wants to open.
     *
     * @param name lower-case letters, digits and hyphens, at most 40
     * @param seats all places at the table
     * @param hostSeat the host's own, or null if the host only resolves
     * @param brought what the host's seat brings; null without one
     * @param manner how it is played
     * @param posts the addresses at which parcels travel; may be empty
     * @param campaign the host's save, or null
     * @param campaignId the id given to the host's campaign if its save has none
     */
    public record Wish(
            String name,
            RuleSet<?, ?, ?> rules,
            List<Opening.Place> seats,
            @Nullable SeatId hostSeat,
            @Nullable Brought brought,
            Manner manner,
            List<String> posts,
            @Nullable String campaign,
            @Nullable UUID campaignId) {

        public Wish {
            seats = List.copyOf(seats);
            posts = List.copyOf(posts);
        }

        /** Returns this with other addresses. */
        Wish withPosts(List<String> addresses) {
            return new Wish(name, rules, seats, hostSeat, brought, manner, addresses, campaign, campaignId);
        }
    }

    /**
     * How a session is played.
     *
     * @param trusted whether all know that the host plays without committing first
     * @param setup what the rules are set up with, in their form
     */
    public record Manner(Opening.Settings settings, boolean trusted, Json.Members setup) {

        /** All at once, the host first, and nothing out of the ordinary. */
        public static final Manner USUAL =
                new Manner(new Opening.Settings(Opening.Style.SIMULTANEOUS, true), false, new Json.Members(Map.of()));
    }

    /**
     * Opens the session in a folder.
     *
     * @throws Refusal if there is a session in it, there is no identity, or the wish cannot be met
     */
    public Workspace open(Path folder, Wish wish) throws Refusal, IOException {
        check(folder, wish);
        Home home = new Home(surroundings);
        Identity identity = home.identity();
        Bytes nonce = surroundings.drawn(NONCE_SIZE);
        Instant now = surroundings.now();
        Opening opening = opening(home, identity, nonce, wish);
        TurnRecord zero = TurnRecord.zero(wish.rules().id(), now, opening, hostJoin(home, identity, nonce, wish, now));
        SignedRecord signed = SignedRecord.of(zero, identity.signingKey());
        SessionId session = session(wish.name(), signed.digest());
        Place place = new Place(session, true, wish.hostSeat(), wish.posts(), wish.campaign(), wish.campaignId());
        Workspace workspace = Workspace.make(surroundings, folder, identity);
        workspace.writeHost(archive(signed, Party.HOST));
        if (wish.hostSeat() != null) {
            workspace.writeSeat(archive(signed, Party.of(wish.hostSeat())));
        }
        workspace.write(place);
        return workspace;
    }

    /**
     * Checks what can be checked before anything is made.
     *
     * @throws Refusal if there is a session in the folder, or the wish cannot be met
     */
    public void check(Path folder, Wish wish) throws Refusal {
        session(wish.name(), Digest.of());
        List<SeatId> seats = wish.seats().stream().map(Opening.Place::seat).toList();
        for (SeatId seat : seats) {
            if (Collections.frequency(seats, seat) > 1) {
                throw new Refusal("the seat " + seat + " is named twice; name each seat once");
            }
        }
        if (Workspace.isOne(surroundings.disk(), folder)) {
            throw new Refusal("there is a session in " + folder + " already; choose another name");
        }
        checkSetup(wish);
        if (wish.hostSeat() != null && !wish.manner().trusted()) {
            HostTrust.requireNone(
                    wish.manner().settings(), wish.rules(), "host without a seat, or say --host-first no");
        }
    }

    private static void checkSetup(Wish wish) throws Refusal {
        Codec<? extends Record> options = Codec.of(wish.rules().optionsType());
        try {
            options.decode(wish.manner().setup());
        } catch (JsonException e) {
            String known = options.shape().members().stream()
                    .map(Shape.Member::jsonName)
                    .collect(Collectors.joining(", "));
            throw new Refusal(
                    "the set-up",
                    e,
                    known.isEmpty()
                            ? wish.rules().id() + " is set up without any"
                            : wish.rules().id() + " knows " + known);
        }
    }

    /** Returns a set-up with null for whatever it leaves out. */
    public static Json.Members completed(Json.Members setup, RuleSet<?, ?, ?> rules) {
        Map<String, Json> all = new LinkedHashMap<>();
        for (Shape.Member member : Codec.of(rules.optionsType()).shape().members()) {
            all.put(member.jsonName(), new Json.Null());
        }
        all.putAll(setup.members());
        return new Json.Members(all);
    }

    private static Opening opening(Home home, Identity identity, Bytes nonce, Wish wish) throws Refusal, IOException {
        home.makeHostSecret(nonce);
        var secrets = home.hostSecrets(nonce, identity.signingKey());
        try {
            return new Opening(
                    wish.name(),
                    nonce,
                    new Opening.Host(
                            identity.name(),
                            identity.signingKey().verifyingKey(),
                            identity.sealingKey().recipient(),
                            secrets.open().anchor(),
                            secrets.hidden().anchor()),
                    wish.hostSeat(),
                    wish.seats(),
                    wish.rules().hidden(),
                    wish.manner().settings(),
                    wish.manner().setup());
        } catch (IllegalArgumentException e) {
            throw new Refusal("the session cannot be opened", e);
        }
    }

    private List<RosterEntry> hostJoin(Home home, Identity identity, Bytes nonce, Wish wish, Instant now)
            throws Refusal, IOException {
        if (wish.hostSeat() == null || wish.brought() == null) {
            return List.of();
        }
        LinkChain chain = home.seatChain(nonce, wish.hostSeat());
        Join join = new Join(
                null,
                nonce,
                wish.hostSeat(),
                identity.name(),
                wish.brought().faction(),
                identity.signingKey().verifyingKey(),
                identity.sealingKey().recipient(),
                chain.anchor(),
                surroundings.software(),
                wish.rules().id(),
                wish.brought().entry(),
                now);
        return List.of(new RosterEntry.Joined(SignedJoin.of(join, identity.signingKey())));
    }

    private static SessionId session(String name, Digest zero) throws Refusal {
        if (ParcelName.isDevice(name)) {
            throw new Refusal("'" + name + "' is a device on Windows, where no folder can be called that;"
                    + " choose another name");
        }
        try {
            return SessionId.of(name, zero);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "'" + name + "' does not name a session; use lower-case letters, digits and hyphens, at most 40");
        }
    }

    private static SessionArchive archive(SignedRecord zero, Party holder) {
        try {
            return SessionArchive.open(zero, holder);
        } catch (ArchiveException e) {
            throw new IllegalStateException("a record 0 just made does not hold", e);
        }
    }
}
