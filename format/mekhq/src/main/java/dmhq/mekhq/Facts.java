package dmhq.mekhq;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a save says of the campaign as a whole, money and reports apart. */
record Facts(
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

    static Facts of(Element campaign, Shape shape) throws SaveException {
        Element info = campaign.need("info");
        Optional<Element> id = info.only("id");
        return new Facts(
                shape,
                version(campaign),
                id.isPresent() ? Optional.of(uuid(id.get().text().strip())) : Optional.empty(),
                info.need("name").text(),
                info.need("faction").text().strip(),
                date(info.need("calendar"), shape),
                location(shape.location(campaign)),
                flag(info.need("gmMode")));
    }

    private static String version(Element campaign) throws SaveException {
        String version = campaign.attribute("version").orElse("");
        if (!version.matches("\\d+(\\.\\d+)+([-+]\\w+)*")) {
            throw new SaveException("found the version '" + version + "', expected one like 0.51.00");
        }
        return version;
    }

    private static UUID uuid(String text) throws SaveException {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new SaveException("found '" + text + "' in <id>, expected a UUID");
        }
        return UUID.fromString(text);
    }

    /** Reads the campaign's day. Files with the other shape's form of date are not of this shape. */
    private static LocalDate date(Element calendar, Shape shape) throws SaveException {
        String text = calendar.text().strip();
        String time = shape.bareDates() ? "" : " \\d{2}:\\d{2}:\\d{2}";
        if (text.matches("\\d{4}-\\d{2}-\\d{2}" + time)) {
            try {
                return LocalDate.parse(text.substring(0, 10), DAY);
            } catch (DateTimeParseException e) {
                throw new SaveException("found '" + text + "' in <calendar>, expected a day that exists", e);
            }
        }
        throw new SaveException("found '" + text + "' in <calendar>, expected a date like "
                + (shape.bareDates() ? "3025-04-08" : "3025-04-08 12:00:00") + " in a save of this shape");
    }

    private static String location(Element location) throws SaveException {
        for (String name : new String[] {"currentSystemId", "currentPlanetId", "currentPlanetName"}) {
            Optional<Element> place = location.only(name);
            if (place.isPresent()) {
                return place.get().text().strip();
            }
        }
        throw new SaveException("found no <currentSystemId> in <location>, expected the star system");
    }

    private static boolean flag(Element element) throws SaveException {
        String text = element.text().strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new SaveException("found '" + text + "' in <" + element.name() + ">, expected true or false");
        };
    }
}
