package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedJoin;
import dmhq.format.signing.Signature;
import dmhq.format.signing.VerifyingKey;

/**
 * The signed request behind a change of the roster.
 *
 * @param name whom it is about, as part of a file's name; unique in a record
 * @param bytes what was signed
 */
record RosterPaper(String name, Bytes bytes, VerifyingKey key, Signature signature) {

    static RosterPaper of(RosterEntry entry) {
        SignedJoin request = ((RosterEntry.Joined) entry).request();
        return new RosterPaper(
                request.join().seat().value(),
                request.signedBytes(),
                request.join().signingKey(),
                request.signature());
    }
}
