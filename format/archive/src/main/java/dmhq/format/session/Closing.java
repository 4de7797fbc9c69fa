package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SessionId;
import java.time.Instant;
import java.util.List;

/**
 * The host's word that a session is over, with the secrets that its commitments were salted with.
 *
 * @param record the number of the newest record, and {@code head} its digest
 * @param secrets by the record that each is good from, the first from record 1
 */
public record Closing(SessionId session, int record, Digest head, List<Secret> secrets, Instant at) {

    private static final int SIZE = 32;

    /**
     * A session secret, 32 bytes.
     *
     * @param from the first record whose salts it makes; it does so until the next one begins
     */
    public record Secret(int from, Bytes secret) {

        public Secret {
            if (secret.size() != SIZE) {
                throw new IllegalArgumentException("a session secret has " + SIZE + " bytes, found " + secret.size());
            }
        }

        /** Returns a text that shows nothing of the secret, which may not be published yet. */
        @Override
        public String toString() {
            return "Secret from record " + from;
        }
    }

    public Closing {
        secrets = List.copyOf(secrets);
        if (record < 1 || secrets.isEmpty() || secrets.get(0).from() != 1 || !isAscending(secrets)) {
            throw new IllegalArgumentException("a closing has the secrets from record 1 on, in their order");
        }
    }

    private static boolean isAscending(List<Secret> secrets) {
        for (int i = 1; i < secrets.size(); i++) {
            if (secrets.get(i).from() <= secrets.get(i - 1).from()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the secret that the salts of a record were made from. */
    public Bytes secret(int record) {
        Bytes secret = secrets.get(0).secret();
        for (Secret each : secrets) {
            secret = each.from() <= record ? each.secret() : secret;
        }
        return secret;
    }
}
