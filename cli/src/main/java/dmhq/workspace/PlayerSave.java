package dmhq.workspace;

import dmhq.campaign.Books;
import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.campaign.CampaignEntry;
import dmhq.campaign.CampaignState;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.disk.Disk;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.mekhq.Save;
import dmhq.mekhq.SaveException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The MekHQ save of a player's campaign, as Distributed MekHQ needs to know it.
 *
 * @param digest of the file as it is on disk
 */
public record PlayerSave(Path file, Save save, Digest digest) {

    private static final Codec<CampaignEntry> ENTRIES = Codec.of(CampaignEntry.class);

    /**
     * Reads a save.
     *
     * @throws Refusal if it is none that can be used; where it is a folder, with the saves in it
     */
    public static PlayerSave read(Disk disk, Path file) throws Refusal, IOException {
        return read(disk, file, null);
    }

    /** Reads a save as {@link #read(Disk, Path)} does; if its bytes are those of one that was read before, that is it. */
    static PlayerSave read(Disk disk, Path file, @Nullable PlayerSave before) throws Refusal, IOException {
        Optional<Refusal> folder = SaveChoice.of(file);
        if (folder.isPresent()) {
            throw folder.get();
        }
        try {
            byte[] bytes = disk.read(file);
            Digest digest = Digest.of(Bytes.of(bytes));
            Save save = before != null && before.digest.equals(digest) ? before.save : Save.read(bytes);
            return new PlayerSave(file, save, digest);
        } catch (SaveException e) {
            throw new Refusal(file.toString(), e, "name a save that MekHQ wrote");
        }
    }

    /**
     * Returns what the campaign brings into a session.
     *
     * @param allotted the id it goes by if the save has none (MekHQ wrote none before 0.43)
     */
    public Brought brought(UUID allotted) {
        CampaignEntry entry = new CampaignEntry(
                save.id().orElse(allotted), save.name(), save.date(), save.location(), save.gmMode(), save.version());
        return new Brought(save.faction(), (Json.Members) ENTRIES.encode(entry));
    }

    /**
     * Returns the action at the head of every body: what the save says, and what was written into it.
     *
     * @param campaign the campaign's id in this session
     * @param settled what has been applied
     */
    Json.Members details(String actionId, UUID campaign, Settled settled, CampaignState view, SeatId seat) {
        Books books = view.books().get(seat);
        int acknowledged = books == null ? 0 : books.appliedTo();
        CampaignDetails details = new CampaignDetails(
                actionId,
                campaign,
                save.name(),
                save.date(),
                save.location(),
                save.gmMode(),
                save.version(),
                save.funds(),
                Math.max(acknowledged, settled.appliedTo()),
                settled.cannot().stream()
                        .filter(number -> number > acknowledged)
                        .toList(),
                null);
        return CampaignActions.json(details);
    }

    /**
     * Checks that the save is of the campaign that sits at the table.
     *
     * @throws Refusal if it is of another one
     */
    void requireOf(UUID campaign, String name) throws Refusal {
        boolean same = save.id().map(campaign::equals).orElse(save.name().equals(name));
        if (!same) {
            throw new Refusal(file + " is a save of '" + save.name() + "', this seat plays '" + name
                    + "'; name a save of that campaign");
        }
    }
}
