package dmhq.format.session;

import dmhq.format.RulesId;
import dmhq.format.json.Tagged;

/**
 * One change of who sits where, with which keys, and by which settings and rules it goes on; with the
 * signed request of whom it is about, if that is someone else than the host.
 *
 * <p>It holds from the next record on.
 */
@Tagged("change")
public sealed interface RosterEntry {

    /** A player took a free seat. */
    record Joined(SignedJoin request) implements RosterEntry {}

    /** A player took a seat from who sat there. */
    record Replaced(SignedJoin request) implements RosterEntry {}

    /** A seat is not waited for any more, until orders of it count again. */
    record Left(SignedLeave request) implements RosterEntry {}

    /** A party's keys were replaced. */
    record Rotated(SignedRotation request) implements RosterEntry {}

    /** Another took the role of the host. */
    record HandedOver(SignedHandover request) implements RosterEntry {}

    /** The session goes on with other settings. */
    record SettingsChanged(Opening.Settings settings) implements RosterEntry {}

    /** The session goes on by other rules, or another version of them. */
    record RulesChanged(RulesId rules) implements RosterEntry {}
}
