package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;

/**
 * A unit that MekHQ's own market offers. Offers have no ids and may repeat; the price is not in the save.
 *
 * @param market who sells: a number before MekHQ 0.50, then a name such as {@code BLACK_MARKET}
 * @param unit chassis and model
 * @param percent of the catalogue's price
 * @param daysToArrival after the sale; 0 where the save does not say
 */
public record UnitOffer(String market, String unit, int percent, int daysToArrival) {

    /** Reads an offer. */
    public static UnitOffer of(Node<?> offer) throws XmlException {
        return new UnitOffer(
                offer.need("market").text().strip(),
                offer.need("unit").text().strip(),
                Values.whole(offer, offer.has("percent") ? "percent" : "pct", 0),
                Values.count(offer, "transitDuration", 0));
    }
}
