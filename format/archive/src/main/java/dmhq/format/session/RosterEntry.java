package dmhq.format.session;

import dmhq.format.json.Tagged;

/** One change of who sits where and with which keys, with the signed request itself. */
@Tagged("change")
public sealed interface RosterEntry {

    /** A player took a seat. */
    record Joined(SignedJoin request) implements RosterEntry {}
}
