package dmhq.workspace;

import dmhq.campaign.CampaignAction;
import dmhq.campaign.CampaignEvent;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.session.EventLine;
import dmhq.mekhq.ReportText;
import dmhq.mekhq.Save;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drafts a log for the team from the daily report in the save, with the lines it has not been sent. */
public final class LogDraft {

    private static final Codec<CampaignEvent> EVENTS = Codec.of(CampaignEvent.class);

    private final CampaignDesk desk;
    private final SessionArchive archive;
    private final Save save;

    /**
     * Makes the draft.
     *
     * @param archive the seat's own, which holds the logs it has sent
     * @throws Refusal if there is no save that can be used
     */
    public LogDraft(CampaignDesk desk, SessionArchive archive) throws Refusal, IOException {
        this.desk = desk;
        this.archive = archive;
        this.save = desk.save().save();
    }

    /**
     * Returns planned actions with a log of the save's day behind them, if there are lines of it that
     * neither they nor earlier turns hold. Nothing is drafted for a day past the host's date, and
     * nothing of what dmhq wrote into the report about wires, which are not the team's.
     *
     * @param record the record that the actions are for
     */
    public List<Json.Members> with(int record, List<Json.Members> planned) throws Refusal, IOException {
        Optional<LocalDate> bound = desk.view().mayAdvanceTo(desk.seat());
        List<String> lines = new ArrayList<>(lines());
        sent().forEach(lines::remove);
        planned.forEach(action -> entries(action).forEach(lines::remove));
        if (lines.isEmpty() || bound.filter(save.date()::isAfter).isPresent()) {
            return planned;
        }
        List<Json.Members> all = new ArrayList<>(planned);
        all.add(CampaignActions.json(
                new CampaignAction.DailyLog(Drafts.freshActionId(record, planned), save.date(), lines)));
        return all;
    }

    private List<String> lines() throws Refusal, IOException {
        String mark = desk.mark();
        List<String> others =
                save.reportLines().stream().filter(line -> !line.contains(mark)).toList();
        return ReportText.of(save.date(), others);
    }

    private List<String> sent() {
        List<String> sent = new ArrayList<>();
        for (int number = 1; number <= archive.chain().newest(); number++) {
            for (EventLine line : archive.history().events(number)) {
                sent.addAll(entries(line));
            }
        }
        return sent;
    }

    private List<String> entries(EventLine line) {
        try {
            return EVENTS.decode(line.event()) instanceof CampaignEvent.DailyLog log
                            && log.seat().equals(desk.seat())
                            && log.logDate().equals(save.date())
                    ? log.entries()
                    : List.of();
        } catch (JsonException e) {
            throw new IllegalStateException("an event that was played can be read", e);
        }
    }

    private List<String> entries(Json.Members action) {
        return CampaignActions.read(action)
                .filter(CampaignAction.DailyLog.class::isInstance)
                .map(CampaignAction.DailyLog.class::cast)
                .filter(log -> log.logDate().equals(save.date()))
                .map(CampaignAction.DailyLog::entries)
                .orElse(List.of());
    }
}
