package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.disk.Disk;
import dmhq.transports.email.reading.Bounce;
import dmhq.transports.email.reading.OneLine;
import dmhq.transports.email.writing.MessageIds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What left by mail, for whom, and whether it came back: one small file for each parcel and recipient.
 *
 * <p>A file is written before a mail leaves and again when it has left. Whoever is killed between sends the mail a second
 * time, under the same Message-ID and with the same content, which changes nothing for its reader.
 */
public final class Deliveries {

    private static final String FIRST_LINE = "dmhq-delivery-1";
    private static final int LINES = 8;

    private final Disk disk;
    private final Path folder;

    /** Opens those in a folder. */
    public Deliveries(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** Returns all there are, by parcel and recipient. */
    public List<Delivery> all() throws IOException {
        List<Delivery> all = new ArrayList<>();
        for (Path file : disk.list(folder)) {
            parse(new String(disk.read(file), UTF_8)).ifPresent(all::add);
        }
        all.sort(Comparator.comparing(Delivery::parcel).thenComparing(Delivery::recipient));
        return List.copyOf(all);
    }

    List<Delivery> of(String parcel) throws IOException {
        List<Delivery> all = new ArrayList<>();
        String start = digits(parcel) + "-";
        for (Path file : disk.list(folder)) {
            if (file.getFileName().toString().startsWith(start)) {
                parse(new String(disk.read(file), UTF_8)).ifPresent(all::add);
            }
        }
        return all;
    }

    void write(Delivery delivery) throws IOException {
        String text = String.join(
                "\n",
                FIRST_LINE,
                delivery.parcel(),
                delivery.recipient(),
                delivery.digest(),
                delivery.mail(),
                delivery.sent().map(Instant::toString).orElse(""),
                delivery.returned()
                        .map(returned ->
                                (returned.permanent() ? "permanent " : "passing ") + OneLine.of(returned.reason()))
                        .orElse(""),
                "");
        disk.writeSecret(file(delivery.parcel(), delivery.recipient()), text.getBytes(UTF_8));
    }

    void forget(String parcel, String recipient) throws IOException {
        disk.remove(file(parcel, recipient));
    }

    /**
     * Ties the news that a mail came back to the parcel it carried; news of other mails are of none.
     *
     * @return what is to be written down now, of what was not known to have come back for good
     */
    List<Delivery> returned(Bounce bounce) throws IOException {
        List<Delivery> all = all();
        List<Delivery> meant =
                all.stream().filter(one -> bounce.mails().contains(one.mail())).toList();
        if (meant.isEmpty()) {
            // Some providers give mails other ids; what is attached keeps its name.
            meant = all.stream()
                    .filter(one -> bounce.text().contains(one.parcel()))
                    .filter(one -> bounce.recipient().equalsIgnoreCase(one.recipient())
                            || bounce.text().toLowerCase(Locale.ROOT).contains(one.recipient()))
                    .toList();
        }
        return meant.stream()
                .filter(one ->
                        one.returned().filter(Delivery.Returned::permanent).isEmpty())
                .map(one -> one.returned(bounce.permanent(), bounce.reason()))
                .toList();
    }

    private static Optional<Delivery> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES || !lines[0].equals(FIRST_LINE)) {
            return Optional.empty();
        }
        try {
            Optional<Instant> sent = lines[5].isEmpty() ? Optional.empty() : Optional.of(Instant.parse(lines[5]));
            int space = lines[6].indexOf(' ');
            Optional<Delivery.Returned> returned = space < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Delivery.Returned(lines[6].startsWith("permanent "), lines[6].substring(space + 1)));
            return Optional.of(new Delivery(lines[1], lines[2], lines[3], lines[4], sent, returned));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Path file(String parcel, String recipient) {
        return folder.resolve(digits(parcel) + "-" + digits(recipient));
    }

    private static String digits(String text) {
        return MessageIds.sha256(text.getBytes(UTF_8)).substring(0, 32);
    }
}
