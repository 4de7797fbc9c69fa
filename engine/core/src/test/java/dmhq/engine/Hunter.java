package dmhq.engine;

import dmhq.format.Bytes;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.archive.LinkChain;
import dmhq.format.json.Json;
import dmhq.format.sealing.SealingKey;
import dmhq.format.session.Join;
import dmhq.format.session.SignedJoin;
import dmhq.format.signing.SigningKey;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One who hunts by post: a seat with its keys and its dice. */
record Hunter(SeatId seat, SigningKey key, SealingKey sealing, LinkChain links, Bytes nonce) {

    static Hunter drawn(SeatId seat, Bytes nonce, RandomGenerator chance) {
        return new Hunter(
                seat,
                SigningKey.draw(chance),
                SealingKey.draw(chance),
                new LinkChain(LinkChain.Owner.seat(nonce, seat), HuntByPost.drawn(16, chance)),
                nonce);
    }

    /** Returns the signed wish to sit; of a host's own seat, before there is a session. */
    SignedJoin join(@Nullable SessionId session, RulesId rules) {
        Json.Members lantern = new Json.Members(Map.of("colour", new Json.Text("red")));
        Join join = new Join(
                session,
                nonce,
                seat,
                "Hunter " + seat,
                "hunters",
                key.verifyingKey(),
                sealing.recipient(),
                links.anchor(),
                "test",
                rules,
                lantern,
                Instant.ofEpochSecond(1));
        return SignedJoin.of(join, key);
    }
}
