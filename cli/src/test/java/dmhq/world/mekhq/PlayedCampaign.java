package dmhq.world.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A campaign in the memory of MekHQ: loaded from one save, played, and saved as another. It neither
 * earns nor spends, so what is in its ledger came from elsewhere.
 */
public final class PlayedCampaign {

    private static final Pattern DATE = Pattern.compile("<calendar>([0-9-]{10})");
    private static final Pattern PLACE = Pattern.compile("(<current(?:SystemId|PlanetName)>)[^<]*");
    private static final Pattern REPORT = Pattern.compile("(?s)<currentReport>.*?</currentReport>");
    private static final Pattern TRANSACTION = Pattern.compile("(?s)<transaction>.*?</transaction>");
    private static final Pattern AMOUNT = Pattern.compile("<amount>(-?[0-9]+)(?: CSB)?</amount>");

    private String xml;

    PlayedCampaign(String xml) {
        this.xml = xml;
    }

    /** Loads a save. */
    public static PlayedCampaign load(Path save) throws IOException {
        return new PlayedCampaign(Files.readString(save, UTF_8));
    }

    /** Saves it under a name that no other save has. */
    public void saveAs(Path save) throws IOException {
        Files.writeString(save, xml, UTF_8, StandardOpenOption.CREATE_NEW);
    }

    /** Returns the current day. */
    public LocalDate date() {
        return LocalDate.parse(first(DATE, xml));
    }

    /** Plays on to another day; yesterday's report is gone. */
    public void advanceTo(LocalDate date) {
        xml = DATE.matcher(xml).replaceFirst("<calendar>" + date);
        xml = REPORT.matcher(xml).replaceFirst("<currentReport>\n    </currentReport>");
    }

    /** Adds a line to the day's report. */
    public void report(String line) {
        String written = "  <reportLine><![CDATA[" + line + "]]></reportLine>\n    </currentReport>";
        xml = xml.replace("</currentReport>", written);
    }

    /** Travels to another system. */
    public void travelTo(String place) {
        xml = PLACE.matcher(xml).replaceFirst("$1" + place);
    }

    /** Switches the game master's tools on or off. */
    public void switchGmMode() {
        xml = xml.contains("<gmMode>true")
                ? xml.replace("<gmMode>true", "<gmMode>false")
                : xml.replace("<gmMode>false", "<gmMode>true");
    }

    /** Returns the balance in C-bills. */
    public long funds() {
        return ledger("").stream().mapToLong(amount -> amount).sum();
    }

    /** Returns the amounts, in C-bills, of the transactions that have those words in them. */
    public List<Long> ledger(String words) {
        return TRANSACTION
                .matcher(xml)
                .results()
                .map(MatchResult::group)
                .filter(transaction -> transaction.contains(words))
                .map(transaction -> Long.valueOf(first(AMOUNT, transaction)))
                .toList();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
