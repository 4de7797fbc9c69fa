package dmhq.world.mekhq;

import java.time.LocalDate;
import java.util.UUID;

/** Releases of MekHQ, by how they lay out a save. */
public enum Release {
    /** Too old to give a campaign an id. */
    V0_3(old("0.3.24-git", "", "false", "", "<currentPlanetName>@place@</currentPlanetName>")),

    V0_43(old("0.43.3-git", "<id>@id@</id>", "true", "", "<currentPlanetName>@place@</currentPlanetName>")),

    V0_47(old(
            "0.47.6",
            "<id>@id@</id>",
            "false",
            " CSB",
            "<currentSystemId>@place@</currentSystemId>\n    <jumpZenith>true</jumpZenith>")),

    V0_51("""
            <?xml version="1.0" encoding="UTF-8"?>
            <campaign version="0.51.00">
              <pastVersions>
                <pastVersion>0.51.00</pastVersion>
              </pastVersions>
              <info>
                <id>@id@</id>
                <calendar>@date@</calendar>
                <name>@name@</name>
                <faction>LA</faction>
                <gmMode>false</gmMode>
                <currentReport>
                </currentReport>
                <financesReport>
                </financesReport>
              </info>
              <humanResources>
              </humanResources>
              <formations>
              </formations>
              <finances>
                <transactions>
                  <transaction>
                    <type>STARTING_CAPITAL</type>
                    <date>3025-01-01</date>
                    <amount>@funds@ CSB</amount>
                    <description>Starting capital</description>
                  </transaction>
                </transactions>
                <loanDefaults>0</loanDefaults>
              </finances>
              <locations>
                <location>
                  <currentSystemId>@place@</currentSystemId>
                </location>
              </locations>
            </campaign>
            """);

    private final String layout;

    Release(String layout) {
        this.layout = layout;
    }

    /** Returns a layout of before 0.50, in which releases differ by a few elements. */
    private static String old(String version, String id, String gmMode, String currency, String place) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <campaign version="@version@">
                  <info>
                    @id-element@
                    <name>@name@</name>
                    <faction>MERC</faction>
                    <gmMode>@gm@</gmMode>
                    <calendar>@date@ 12:00:00</calendar>
                    <currentReport>
                    </currentReport>
                  </info>
                  <finances>
                    <loanDefaults>0</loanDefaults>
                    <transaction>
                      <amount>@funds@@currency@</amount>
                      <description>Starting capital</description>
                      <category>8</category>
                      <date>3025-01-01 12:00:00</date>
                    </transaction>
                  </finances>
                  <location>
                    @place-element@
                  </location>
                </campaign>
                """.replace("@version@", version)
                .replace("@id-element@", id)
                .replace("@gm@", gmMode)
                .replace("@currency@", currency)
                .replace("@place-element@", place);
    }

    /**
     * Begins a campaign.
     *
     * @param funds in C-bills
     */
    public PlayedCampaign begin(UUID id, String name, LocalDate date, String place, long funds) {
        return new PlayedCampaign(layout.replace("@id@", id.toString())
                .replace("@name@", name)
                .replace("@date@", date.toString())
                .replace("@place@", place)
                .replace("@funds@", Long.toString(funds)));
    }
}
