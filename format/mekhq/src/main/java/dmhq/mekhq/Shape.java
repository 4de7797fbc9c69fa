package dmhq.mekhq;

import java.util.List;

/**
 * How a MekHQ release lays out a save, found by the elements that are there, never by the version
 * number, because MekHQ changed layouts between releases and within one.
 *
 * <p>Read are {@link #A}, {@link #B} and {@link #D}. Refused, naming the element that decided it, are
 * the layout of 0.50 and anything half-known, such as a campaign at several places at once (newer
 * than 0.51.00).
 */
public enum Shape {
    /**
     * MekHQ 0.3 to 0.45: {@code location} with a planet, {@code transaction}s directly in {@code
     * finances} with whole amounts, a number as category and a date with a time.
     */
    A,

    /** MekHQ 0.47: as A, but a star system in {@code location} and amounts as {@code 5 CSB}. */
    B,

    /**
     * MekHQ 0.51: one {@code location} in {@code locations}, {@code transaction}s in {@code
     * transactions} with a named type and an ISO date, and a daily report for each subject.
     */
    D;

    private static final List<String> AWAY = List.of("playerBases", "pendingTravel");
    private static final List<String> NEWER_THAN_B = List.of("pastVersions", "humanResources", "formations");

    /** Returns the reports in {@code info} that a line for the player goes to, the general one first. */
    List<String> reports() {
        return this == D ? List.of("currentReport", "financesReport") : List.of("currentReport");
    }

    /** Tells whether amounts carry the currency, and may therefore have decimals. */
    boolean namesCurrency() {
        return this != A;
    }

    /** Tells whether dates are a bare {@code yyyy-MM-dd}, without a time. */
    boolean bareDates() {
        return this == D;
    }

    /** Tells whether transactions lie in a list of their own within {@code finances}. */
    boolean wrapsTransactions() {
        return this == D;
    }

    static Shape of(Element campaign) throws SaveException {
        refuseAway(campaign);
        Shape shape = campaign.has("locations") ? newer(campaign) : older(campaign);
        campaign.need("finances");
        return shape;
    }

    /** Returns the element that says where the campaign is. */
    Element location(Element campaign) throws SaveException {
        return this == D ? campaign.need("locations").need("location") : campaign.need("location");
    }

    private static Shape newer(Element campaign) throws SaveException {
        if (campaign.has("location")) {
            throw new SaveException("found <location> beside <locations>, expected one of the two");
        }
        Element locations = campaign.need("locations");
        refuseAway(locations);
        for (Element child : locations.children()) {
            if (!child.is("location")) {
                throw new SaveException("found <" + child.name() + "> in <locations>, expected one <location> only");
            }
        }
        int places = locations.children().size();
        if (places != 1) {
            throw new SaveException("found " + places + " <location> in <locations>, expected exactly one");
        }
        refuseAway(locations.need("location"));
        locations.need("location").need("currentSystemId");
        campaign.need("humanResources");
        campaign.need("formations");
        if (campaign.need("finances").has("transaction")) {
            throw new SaveException("found <transaction> directly in <finances>, expected it in <transactions>");
        }
        return D;
    }

    private static Shape older(Element campaign) throws SaveException {
        for (String name : NEWER_THAN_B) {
            if (campaign.has(name)) {
                throw unread(name, "<campaign>");
            }
        }
        if (campaign.need("finances").has("transactions")) {
            throw unread("transactions", "<finances>");
        }
        Element location = campaign.need("location");
        refuseAway(location);
        boolean system = location.has("currentSystemId");
        boolean planet = location.has("currentPlanetName") || location.has("currentPlanetId");
        if (system == planet) {
            throw new SaveException("found " + (system ? "both" : "neither")
                    + " <currentSystemId> and <currentPlanetName> in <location>, expected one of the two");
        }
        return system ? B : A;
    }

    private static void refuseAway(Element parent) throws SaveException {
        for (Element child : parent.children()) {
            if (AWAY.stream().anyMatch(child::is) && !child.children().isEmpty()) {
                throw new SaveException("found <" + child.name() + "> with something in it, expected a campaign"
                        + " that is all in one place");
            }
        }
    }

    private static SaveException unread(String element, String parent) {
        return new SaveException("found <" + element + "> in " + parent + " without <locations>, as MekHQ 0.50 writes"
                + " it; expected a save of MekHQ 0.3 to 0.45, 0.47 or 0.51");
    }
}
