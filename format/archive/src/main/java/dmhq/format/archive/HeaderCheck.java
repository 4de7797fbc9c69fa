package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;
import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.session.Header;
import dmhq.format.session.Opening.Style;
import dmhq.format.session.SignedHeader;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.VerifyingKey;

/** Checks one header against the chain it was planned on. */
final class HeaderCheck {

    private HeaderCheck() {}

    /**
     * Checks a header that is for the record after the chain's newest one.
     *
     * @throws ArchiveException if it is for another session, of nobody seated, not signed by its seat,
     *     for another record or base, or its dice link does not lead to the seat's last one
     */
    static void onHead(Chain chain, SignedHeader signed) throws ArchiveException {
        Header header = signed.header();
        String what = "the orders of " + header.seat() + " for record " + header.record();
        genuine(chain, signed);
        require(header.record() == chain.newest() + 1, Layer.ORDERS, what + " do not follow record " + chain.newest());
        require(
                header.base().equals(chain.head()),
                Layer.ORDERS,
                what + " were planned on another record " + chain.newest());
        require(
                header.after() == null
                        || (chain.settings().style() == Style.SEQUENTIAL
                                && !chain.opening().hidden()),
                Layer.ORDERS,
                what + " name orders that they follow, but seats do not plan on each other's orders here");
        Roster.Known known = chain.roster().links().get(header.seat());
        Bytes link = header.link();
        require(
                link == null
                        || (known != null
                                && LinkChain.leads(
                                        LinkChain.Owner.seat(chain.opening().nonce(), header.seat()),
                                        link,
                                        header.record(),
                                        known.link(),
                                        known.number())),
                Layer.DICE,
                what + " carry a dice link that does not lead to the seat's last one");
    }

    /**
     * Checks that a header is of this session and signed by its seat, with the key of the record it is for.
     *
     * @throws ArchiveException if not
     */
    static void genuine(Chain chain, SignedHeader signed) throws ArchiveException {
        Header header = signed.header();
        require(
                header.session().equals(chain.session()),
                Layer.ORDERS,
                "the orders are for session " + header.session() + ", this is " + chain.session());
        VerifyingKey key = present(
                chain.key(Party.of(header.seat()), header.record() - 1),
                Layer.ORDERS,
                "the orders are of " + header.seat() + ", who has no seat in this session");
        require(
                key.verifies(Namespace.ORDERS, signed.signedBytes(), signed.signature()),
                Layer.ORDERS,
                "the orders are not signed by the key of " + header.seat());
    }
}
