package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a save says of the campaign as a whole, money and reports apart. */
public record CampaignFacts(
        Shape shape,
        String version,
        Optional<UUID> id,
        String name,
        String faction,
        LocalDate date,
        String location,
        boolean gmMode) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static CampaignFacts of(Node<?> campaign, Shape shape) throws XmlException {
        Node<?> info = campaign.need("info");
        Optional<? extends Node<?>> id = info.only("id");
        return new CampaignFacts(
                shape,
                version(campaign),
                id.isPresent() ? Optional.of(Values.uuid(id.get())) : Optional.empty(),
                info.need("name").text(),
                info.need("faction").text().strip(),
                date(info.need("calendar"), shape),
                location(shape.location(campaign)),
                Values.flag(info.need("gmMode")));
    }

    private static String version(Node<?> campaign) throws XmlException {
        String version = campaign.attribute("version").orElse("");
        if (!version.matches("\\d+(\\.\\d+)+([-+]\\w+)*")) {
            throw campaign.refused("found the version '" + version + "', expected one like 0.51.00");
        }
        return version;
    }

    /** Reads the campaign's day. Files with the other shape's form of date are not of this shape. */
    private static LocalDate date(Node<?> calendar, Shape shape) throws XmlException {
        String text = calendar.text().strip();
        String time = shape.bareDates() ? "" : " \\d{2}:\\d{2}:\\d{2}";
        if (text.matches("\\d{4}-\\d{2}-\\d{2}" + time)) {
            try {
                return LocalDate.parse(text.substring(0, 10), DAY);
            } catch (DateTimeParseException e) {
                throw new XmlException("found '" + text + "' in <calendar>, expected a day that exists", e);
            }
        }
        throw calendar.refused("found '" + text + "' in <calendar>, expected a date like "
                + (shape.bareDates() ? "3025-04-08" : "3025-04-08 12:00:00") + " in a save of this shape");
    }

    private static String location(Node<?> location) throws XmlException {
        for (String name : new String[] {"currentSystemId", "currentPlanetId", "currentPlanetName"}) {
            Optional<? extends Node<?>> place = location.only(name);
            if (place.isPresent()) {
                return place.get().text().strip();
            }
        }
        throw location.refused("found no <currentSystemId> in <location>, expected the star system");
    }
}
