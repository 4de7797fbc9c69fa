package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.List;

/**
 * How a MekHQ release lays out a save, found by the elements that are there, never by the version
 * number, because MekHQ changed layouts between releases and within one.
 *
 * <p>Refused, naming the element that decided it, is anything half-known: the layouts between {@link #B}
 * and {@link #C}, and a campaign at several places at once (newer than 0.51.00).
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
     * MekHQ 0.50: the places of B, with {@code pastVersions}; {@code transaction}s in {@code
     * transactions} with a named type and an ISO date, and a daily report for each subject.
     */
    C,

    /**
     * MekHQ 0.51: as C, but one {@code location} in {@code locations}, people in {@code humanResources},
     * and {@code formations} instead of {@code forces}.
     */
    D;

    private static final List<String> AWAY = List.of("playerBases", "pendingTravel");

    /** Returns the reports in {@code info} that a line for the player goes to, the general one first. */
    public List<String> reports() {
        return wrapsTransactions() ? List.of("currentReport", "financesReport") : List.of("currentReport");
    }

    /** Tells whether amounts carry the currency, and may therefore have decimals. */
    public boolean namesCurrency() {
        return this != A;
    }

    /** Tells whether dates are a bare {@code yyyy-MM-dd}, without a time. */
    public boolean bareDates() {
        return wrapsTransactions();
    }

    /** Tells whether transactions lie in a list of their own within {@code finances}. */
    public boolean wrapsTransactions() {
        return this == C || this == D;
    }

    /** Tells whether {@code info} has the highest number of a part; later MekHQ counts. */
    public boolean keepsLastPartId() {
        return this == A || this == B;
    }

    /**
     * Tells whether MekHQ, while loading, adds up two spares that are alike. Before 0.50 it counts the second as
     * one, however many it is.
     */
    public boolean sumsEqualSpares() {
        return this == C || this == D;
    }

    /** Tells whether what has its usual value is left out, such as the days until something that is there arrives. */
    public boolean omitsUsual() {
        return this == C || this == D;
    }

    /** Tells whether a person's name is one text, and not a given name and a surname. */
    boolean wholeNames() {
        return this == A;
    }

    /** Tells whether people lie in {@code humanResources} and not directly in the campaign. */
    public boolean hasHumanResources() {
        return this == D;
    }

    /** Returns the name of the elements that hold units of the order of battle. */
    public String force() {
        return this == D ? "formation" : "force";
    }

    /** Returns the name of the element that those within a {@link #force} lie in. */
    public String subForces() {
        return this == D ? "subFormations" : "subforces";
    }

    /**
     * Finds the shape of a campaign.
     *
     * @throws XmlException if it is none that is known
     */
    public static Shape of(Node<?> campaign) throws XmlException {
        refuseAway(campaign);
        Shape shape = campaign.has("locations") ? newest(campaign) : older(campaign);
        campaign.need("finances");
        return shape;
    }

    /** Returns the element that says where the campaign is. */
    Node<?> location(Node<?> campaign) throws XmlException {
        return this == D ? campaign.need("locations").need("location") : campaign.need("location");
    }

    private static Shape newest(Node<?> campaign) throws XmlException {
        if (campaign.has("location")) {
            throw campaign.refused("found <location> beside <locations>, expected one of the two");
        }
        Node<?> locations = campaign.need("locations");
        refuseAway(locations);
        for (Node<?> child : locations.children()) {
            if (!child.is("location")) {
                throw child.refused("found <" + child.name() + "> in <locations>, expected one <location> only");
            }
        }
        int places = locations.children().size();
        if (places != 1) {
            throw locations.refused("found " + places + " <location> in <locations>, expected exactly one");
        }
        refuseAway(locations.need("location"));
        locations.need("location").need("currentSystemId");
        campaign.need("humanResources");
        campaign.need("formations");
        refuseBareTransactions(campaign);
        return D;
    }

    private static Shape older(Node<?> campaign) throws XmlException {
        for (String name : List.of("humanResources", "formations")) {
            if (campaign.has(name)) {
                throw campaign.refused("found <" + name
                        + "> in <campaign> without <locations>, expected both or none, as MekHQ has it");
            }
        }
        Node<?> location = campaign.need("location");
        refuseAway(location);
        boolean system = location.has("currentSystemId");
        boolean planet = location.has("currentPlanetName") || location.has("currentPlanetId");
        if (system == planet) {
            throw location.refused("found " + (system ? "both" : "neither")
                    + " <currentSystemId> and <currentPlanetName> in <location>, expected one of the two");
        }
        if (campaign.has("pastVersions")) {
            if (planet) {
                throw location.refused(
                        "found a planet in <location> beside <pastVersions>, expected a <currentSystemId>");
            }
            refuseBareTransactions(campaign);
            return C;
        }
        if (campaign.need("finances").has("transactions")) {
            throw campaign.need("finances")
                    .refused("found <transactions> in <finances> without <pastVersions>, as MekHQ 0.48 and 0.49 write"
                            + " it; expected a save of MekHQ 0.3 to 0.45, 0.47, 0.50 or 0.51");
        }
        return system ? B : A;
    }

    private static void refuseBareTransactions(Node<?> campaign) throws XmlException {
        if (campaign.need("finances").has("transaction")) {
            throw campaign.need("finances")
                    .refused("found <transaction> directly in <finances>, expected it in <transactions>");
        }
    }

    private static void refuseAway(Node<?> parent) throws XmlException {
        for (Node<?> child : parent.children()) {
            if (AWAY.stream().anyMatch(child::is) && !child.children().isEmpty()) {
                throw child.refused("found <" + child.name() + "> with something in it, expected a campaign"
                        + " that is all in one place");
            }
        }
    }
}
