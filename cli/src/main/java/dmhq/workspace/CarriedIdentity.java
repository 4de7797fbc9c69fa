package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import dmhq.format.sealing.Passphrase;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.random.RandomGenerator;

/**
 * All of {@code DMHQ_HOME} that makes a player, to be carried to another machine in one file.
 *
 * <p>The file is in the format of age, closed to a passphrase. Inside is one canonical JSON document,
 * of this record's members and no others, here with line breaks and {@code …} for what is long:
 *
 * <pre>{@code
 * {"version":1,
 *  "identity":{"name":"Marl","email":"marl@example.org",
 *   "signing_key":"-----BEGIN OPENSSH PRIVATE KEY-----\n…",
 *   "signing_key_file":null,
 *   "sealing_key":"AGE-SECRET-KEY-1…",
 *   "former":[]},
 *  "hosts":{NONCE:{"session":…,"open":…,"hidden":…}},
 *  "seats":{NONCE:{"dovrefjell":{"dice":…}}}}
 * }</pre>
 *
 * What stands in {@code former} is like the three members before it: keys that were replaced, newest
 * first. A signing key that lies elsewhere is not in it: then {@code signing_key} is null and {@code
 * signing_key_file} is {@code {"file":…,"key":"ssh-ed25519 …"}}. The nonce of a session is 16 bytes,
 * a secret 32, in hex.
 *
 * @param version 1
 * @param hosts the secrets of sessions that are hosted
 * @param seats the secrets of seats, by session and seat
 */
public record CarriedIdentity(
        int version,
        KeptIdentity identity,
        SortedMap<Bytes, SessionSecrets.Host> hosts,
        SortedMap<Bytes, SortedMap<SeatId, SessionSecrets.Seat>> seats) {

    private static final int VERSION = 1;
    private static final String IDENTITY = "identity";
    private static final String FORMER = "former";

    /** More than ten thousand sessions take. */
    private static final int LARGEST = 16 << 20;

    private static final Codec<CarriedIdentity> CODEC = Codec.of(CarriedIdentity.class);

    public CarriedIdentity {
        if (version != VERSION) {
            throw new IllegalArgumentException("its version is " + version + ", and this dmhq knows " + VERSION);
        }
        hosts.keySet().forEach(CarriedIdentity::requireNonce);
        seats.keySet().forEach(CarriedIdentity::requireNonce);
    }

    CarriedIdentity(
            KeptIdentity identity,
            SortedMap<Bytes, SessionSecrets.Host> hosts,
            SortedMap<Bytes, SortedMap<SeatId, SessionSecrets.Seat>> seats) {
        this(VERSION, identity, hosts, seats);
    }

    private static void requireNonce(Bytes nonce) {
        if (nonce.size() != SessionSecrets.NONCE_SIZE) {
            throw new IllegalArgumentException(
                    "a session is named by " + SessionSecrets.NONCE_SIZE + " bytes, found " + nonce.size());
        }
    }

    /** Returns how many secrets of sessions are in it. */
    int secrets() {
        return hosts.size() + seats.values().stream().mapToInt(Map::size).sum();
    }

    /**
     * Returns the file.
     *
     * @param logN the work factor of scrypt
     * @throws SealException if there is not enough memory for closing it
     */
    byte[] sealed(Passphrase passphrase, int logN, RandomGenerator entropy) throws SealException {
        return Seal.close(CODEC.canonical(this).toArray(), passphrase, logN, entropy);
    }

    /**
     * Opens a file.
     *
     * @throws SealException if the passphrase does not open it
     * @throws JsonException if something else is inside; the sentence names a member, and no content
     */
    static CarriedIdentity open(byte[] sealed, Passphrase passphrase) throws SealException, JsonException {
        Bytes document = Bytes.of(Seal.open(sealed, passphrase, LARGEST));
        Optional<Json> earlier = earlier(JsonReader.read(document));
        return earlier.isPresent() ? CODEC.decode(earlier.get()) : CODEC.decodeCanonical(document);
    }

    /** Returns what a dmhq wrote that knew of no replaced keys, as this one would; a backup may be old. */
    private static Optional<Json> earlier(Json read) {
        if (!(read instanceof Json.Members members)
                || !(members.member(IDENTITY) instanceof Json.Members identity)
                || identity.member(FORMER) != null) {
            return Optional.empty();
        }
        Map<String, Json> all = new LinkedHashMap<>(members.members());
        all.put(IDENTITY, EarlierForm.completed(identity, FORMER));
        return Optional.of(new Json.Members(all));
    }

    /** Returns whose identity it is, and nothing of its secrets. */
    @Override
    public String toString() {
        return "CarriedIdentity of " + identity.name();
    }
}
