package dmhq.engine;

import dmhq.engine.hunt.HuntAction;
import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SessionId;
import dmhq.format.archive.Submission;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.session.Body;
import dmhq.format.session.Header;
import dmhq.format.session.SignedHeader;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders being planned: as they should be, unless a test asks for something else. */
final class Planned {

    private static final Codec<HuntAction> ACTIONS = Codec.of(HuntAction.class);

    private static final Codec<SessionAction> SESSION_ACTIONS = Codec.of(SessionAction.class);

    private final Hunter hunter;
    private SessionId session;
    private int record;
    private int revision = 1;
    private Digest base;
    private Bytes link;
    private Header.State state = Header.State.FINAL;
    private @Nullable Digest hostHeader;
    private @Nullable Digest after;
    private List<Json.Members> actions = List.of();
    private final SortedMap<Attachment, Bytes> attachments = new TreeMap<>();
    private int salt;

    Planned(HuntByPost post, Hunter hunter, @Nullable Digest hostHeader) {
        var chain = post.archive().chain();
        this.hunter = hunter;
        this.session = chain.session();
        this.record = chain.newest() + 1;
        this.base = chain.head();
        this.link = hunter.links().link(record);
        this.hostHeader = hostHeader;
    }

    Planned doing(HuntAction... wanted) {
        return acting(Stream.of(wanted)
                .map(action -> (Json.Members) ACTIONS.encode(action))
                .toArray(Json.Members[]::new));
    }

    Planned acting(Json.Members... wanted) {
        actions = List.of(wanted);
        return this;
    }

    Planned revision(int number) {
        revision = number;
        return this;
    }

    Planned provisional() {
        state = Header.State.PROVISIONAL;
        return this;
    }

    Planned withdrawn() {
        state = Header.State.WITHDRAWN;
        return this;
    }

    Planned session(SessionId id) {
        session = id;
        return this;
    }

    Planned record(int number) {
        record = number;
        return this;
    }

    Planned base(Digest digest) {
        base = digest;
        return this;
    }

    Planned link(Bytes other) {
        link = other;
        return this;
    }

    Planned hostHeader(@Nullable Digest digest) {
        hostHeader = digest;
        return this;
    }

    Planned after(Submission before) {
        after = before.signed().digest();
        return this;
    }

    Planned consenting(int to) {
        Json consent = SESSION_ACTIONS.encode(new SessionAction.RollbackConsent("back-to-" + to, to));
        return acting((Json.Members) consent);
    }

    /** Makes another body of the same actions. */
    Planned salted(int number) {
        salt = number;
        return this;
    }

    Planned bringing(Bytes... contents) {
        for (Bytes content : contents) {
            attachments.put(Attachment.of(content), content);
        }
        return this;
    }

    Submission signed() {
        Bytes drawn = Digest.of(Json.Elements.of(Json.Amount.of(revision), Json.Amount.of(salt))
                        .canonical())
                .value();
        Body body = Body.of(record, hunter.seat(), null, actions, drawn);
        Header header = new Header(
                session,
                record,
                hunter.seat(),
                revision,
                base,
                body.digest(),
                link,
                state,
                hostHeader,
                after,
                null,
                null);
        return new Submission(SignedHeader.of(header, hunter.key()), body, attachments, List.of());
    }
}
