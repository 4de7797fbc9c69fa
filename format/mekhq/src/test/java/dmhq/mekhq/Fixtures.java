package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Small saves, one of each shape, and what tests do to bytes. */
public final class Fixtures {

    public static final String ID = "0f3c2a10-5b1e-4c55-9a77-2d3b6f1c9e01";

    /** The 2017 shape: no transaction yet, nothing but a default in finances. */
    public static final String A = """
            <?xml version="1.0" encoding="UTF-8"?>
            <campaign version="0.43.3-git">
              <info>
                <id>0f3c2a10-5b1e-4c55-9a77-2d3b6f1c9e01</id>
                <name>Brodie&apos;s &amp; Sons</name>
                <faction>MERC</faction>
                <gmMode>true</gmMode>
                <calendar>3025-04-10 12:00:00</calendar>
                <currentReport>
                  <reportLine><![CDATA[<b>Monday</b>]]></reportLine>
                </currentReport>
              </info>
              <finances>
                <loanDefaults>0</loanDefaults>
              </finances>
              <location>
                <currentPlanetName>Galatea</currentPlanetName>
              </location>
            </campaign>
            """;

    /** The 2020 shape, with one transaction. */
    public static final String B = """
            <?xml version="1.0" encoding="UTF-8"?>
            <campaign version="0.47.6-SNAPSHOT">
              <info>
                <id>0f3c2a10-5b1e-4c55-9a77-2d3b6f1c9e01</id>
                <name>Ansel's Lancers</name>
                <faction>FWL</faction>
                <gmMode>false</gmMode>
                <calendar>3025-04-10 12:00:00</calendar>
                <currentReport>
                </currentReport>
              </info>
              <finances>
                <loanDefaults>0</loanDefaults>
                <transaction>
                  <amount>250000 CSB</amount>
                  <description>Seed money</description>
                  <category>8</category>
                  <date>3025-01-01 12:00:00</date>
                </transaction>
              </finances>
              <location>
                <currentSystemId>Atreus</currentSystemId>
                <jumpZenith>true</jumpZenith>
              </location>
            </campaign>
            """;

    /** The 2025 shape: the places of 2020, the ledger of 2026. */
    public static final String C = """
            <?xml version="1.0" encoding="UTF-8"?>
            <campaign version="0.50.10">
              <pastVersions>
                <pastVersion>0.50.10</pastVersion>
              </pastVersions>
              <info>
                <id>0f3c2a10-5b1e-4c55-9a77-2d3b6f1c9e01</id>
                <calendar>3025-04-10</calendar>
                <name>Corrigan&#39;s Cutters</name>
                <faction>CC</faction>
                <gmMode>false</gmMode>
                <currentReport>
                </currentReport>
                <financesReport>
                </financesReport>
              </info>
              <personnel>
              </personnel>
              <forces>
              </forces>
              <finances>
                <transactions>
                  <transaction>
                    <type>STARTING_CAPITAL</type>
                    <date>3025-01-01</date>
                    <amount>70000.50 CSB</amount>
                    <description>Seed money</description>
                  </transaction>
                </transactions>
              </finances>
              <location>
                <currentSystemId>Sian</currentSystemId>
                <jumpZenith>true</jumpZenith>
              </location>
            </campaign>
            """;

    /** The 2026 shape, with two transactions. */
    public static final String D = """
            <?xml version="1.0" encoding="UTF-8"?>
            <campaign version="0.51.00">
              <pastVersions>
                <pastVersion>0.51.00</pastVersion>
              </pastVersions>
              <info>
                <id>0f3c2a10-5b1e-4c55-9a77-2d3b6f1c9e01</id>
                <calendar>3025-04-10</calendar>
                <name>Tamsin&#39;s Own</name>
                <faction>LA</faction>
                <gmMode>false</gmMode>
                <currentReport>
                  <reportLine><![CDATA[<b>Monday</b>]]></reportLine>
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
                    <amount>1000 CSB</amount>
                    <description>Seed money</description>
                  </transaction>
                  <transaction>
                    <type>SALARIES</type>
                    <date>3025-02-01</date>
                    <amount>-300 CSB</amount>
                    <description>Salaries</description>
                  </transaction>
                </transactions>
                <loanDefaults>0</loanDefaults>
              </finances>
              <locations>
                <location>
                  <currentSystemId>Tharkad</currentSystemId>
                </location>
              </locations>
            </campaign>
            """;

    private Fixtures() {}

    public static Save read(String xml) throws SaveException {
        return Save.read(xml.getBytes(UTF_8));
    }

    public static String text(byte[] file) {
        return new String(file, UTF_8);
    }

    public static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] gunzip(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
