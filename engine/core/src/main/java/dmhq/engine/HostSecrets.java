package dmhq.engine;

import dmhq.format.Bytes;
import dmhq.format.archive.LinkChain;
import dmhq.format.signing.Signer;

/**
 * What only the host role knows.
 *
 * @param key signs records
 * @param sessionSecret 32 bytes that salts are made from
 * @param open the dice chain whose links are published with each record
 * @param hidden the dice chain whose links are published at the close
 */
public record HostSecrets(Signer key, Bytes sessionSecret, LinkChain open, LinkChain hidden) {

    /** Returns a text that shows nothing of the secrets. */
    @Override
    public String toString() {
        return "HostSecrets of " + key;
    }
}
