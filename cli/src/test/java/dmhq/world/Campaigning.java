package dmhq.world;

import dmhq.campaign.Campaign;
import dmhq.campaign.CampaignState;
import dmhq.cli.Typing;
import dmhq.format.SeatId;
import dmhq.format.archive.SessionArchive;
import dmhq.workspace.Game;
import dmhq.world.mekhq.PlayedCampaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Distributed MekHQ, for which everyone plays a campaign of their own between the turns. */
final class Campaigning implements Pastime {

    private static final Pattern WROTE = Pattern.compile("Wrote (.+) and read it back");
    private static final Pattern TO_ADD = Pattern.compile("; add ([a-z-]+(?: --[a-z-]+ [A-Za-z0-9'-]+)+)");
    private static final List<String> PLACES = List.of("Galatea", "Tharkad", "Atreus", "Luthien");

    private final SplittableRandom choice;
    private final SplittableRandom fate;
    private final List<Player> players;
    private final Counts<Fault> faults;
    private final SortedMap<String, Company> companies = new TreeMap<>();
    private final Errands errands;

    Campaigning(Chance chance, List<Player> players, Counts<Fault> faults) throws IOException {
        this.choice = chance.named("campaigns");
        this.fate = chance.named("saves");
        this.players = List.copyOf(players);
        this.faults = faults;
        for (Player player : players) {
            if (player.isSeated()) {
                int team = player.isHost() ? 1 : 1 + choice.nextInt(2);
                companies.put(player.name(), new Company(player, team, choice));
            }
        }
        this.errands = new Errands(chance.named("errands"));
    }

    private Company company(Player player) {
        return Objects.requireNonNull(companies.get(player.name()));
    }

    @Override
    public String seat(Player player) {
        return player.name() + ":" + company(player).team();
    }

    @Override
    public List<String> bringing(Player player) {
        return List.of("--campaign", company(player).save().toString());
    }

    @Override
    public void misfortune(Player player, Keyboard keyboard) {
        if (player.isSeated() && Chance.percent(fate, 12)) {
            List<Path> others = company(player).others();
            if (!others.isEmpty()) {
                goBack(player, Chance.pick(fate, others), keyboard);
            }
        }
    }

    private void goBack(Player player, Path older, Keyboard keyboard) {
        company(player).playOnWith(older);
        company(player).setUnsettled(false);
        faults.add(Fault.SAVE_RESTORED);
        keyboard.note(player + " goes back to " + nameOf(company(player)));
    }

    @Override
    public void play(Player player, Keyboard keyboard) throws Exception {
        Company company = company(player);
        Path open = company.save();
        if (company.isUnsettled() || Chance.percent(choice, 75)) {
            settle(player, keyboard);
        }
        if (company.isUnsettled()) {
            return;
        }
        if (!company.save().equals(open) && Chance.percent(fate, 30)) {
            // MekHQ was not closed, and still has the old one in memory.
            goBack(player, open, keyboard);
        }
        CampaignState view = (CampaignState) player.view();
        if (Chance.percent(choice, 60)) {
            playInMekHq(player, view, keyboard);
        }
        use(player, keyboard);
        if (Chance.percent(choice, 85)) {
            Path orders = player.root().resolve("orders.json");
            Files.writeString(
                    orders,
                    errands.draw(view, new SeatId(player.name()), company.load().date()));
            keyboard.type(player, "plan", Player.TURN, "--file", orders.toString());
        }
        submitOrders(player, keyboard);
    }

    @Override
    public void submit(Player player, Keyboard keyboard) throws Exception {
        settle(player, keyboard);
        catchUp(player, (CampaignState) player.view(), keyboard);
        use(player, keyboard);
        submitOrders(player, keyboard);
    }

    /** Has written into the save what it lacks, by the command that the player is told of. */
    private void settle(Player player, Keyboard keyboard) {
        Company company = company(player);
        Typing.Outcome outcome = apply(player, keyboard);
        for (Path other : company.others()) {
            if (outcome == null || !isLacking(outcome)) {
                return;
            }
            // The money that was to be paid again is not in it, so a newer save has to be found.
            company.playOnWith(other);
            keyboard.note(player + " takes up " + nameOf(company));
            outcome = apply(player, keyboard);
        }
    }

    /** Types again what it does not know the end of, since a command can be broken off at any moment. */
    private Typing.@Nullable Outcome apply(Player player, Keyboard keyboard) {
        Company company = company(player);
        company.setUnsettled(true);
        List<String> words = new ArrayList<>(
                List.of("-C", Player.SESSION, "apply", company.save().toString()));
        Typing.Outcome outcome = keyboard.type(player, words.toArray(String[]::new));
        Optional<String> option = optionAskedFor(outcome, words);
        while (option.isPresent()) {
            words.add(option.get());
            outcome = keyboard.type(player, words.toArray(String[]::new));
            option = optionAskedFor(outcome, words);
        }
        if (outcome != null) {
            company.setUnsettled(false);
            Matcher written = WROTE.matcher(outcome.text());
            if (written.find()) {
                company.playOnWith(Path.of(written.group(1)));
            }
        }
        return outcome;
    }

    /** Returns the word that a refusal asks to be added, if it has not been. */
    private Optional<String> optionAskedFor(Typing.@Nullable Outcome outcome, List<String> words) {
        // In this world MekHQ folds nothing, so what is not seen in a save was never in it.
        String folded = "--assume-missing";
        if (outcome == null) {
            return Optional.empty();
        } else if (outcome.text().contains("add " + folded) && !words.contains(folded)) {
            return Optional.of(folded);
        } else if (isLacking(outcome) && !words.contains("--restored")) {
            faults.add(Fault.SAVE_LACKING_A_SETTLEMENT);
            return Optional.of("--restored");
        }
        return Optional.empty();
    }

    private static boolean isLacking(Typing.Outcome outcome) {
        return outcome.code() == 3
                && (outcome.text().contains("add --restored") || outcome.text().contains("too little to pay again"));
    }

    /** Plays some days, mostly as many as the host's date leaves. */
    private void playInMekHq(Player player, CampaignState view, Keyboard keyboard) throws IOException {
        Company company = company(player);
        PlayedCampaign played = company.load();
        LocalDate own = later(played.date(), campaign(view, player).date());
        LocalDate date = own.plusDays(choice.nextInt(3));
        LocalDate bound = view.mayAdvanceTo(new SeatId(player.name())).orElse(date);
        if (date.isAfter(bound)) {
            boolean ahead = Chance.percent(choice, 15);
            date = ahead ? date : later(played.date(), bound);
        }
        if (date.isAfter(bound)) {
            faults.add(Fault.SAVE_AHEAD);
        }
        if (date.isAfter(played.date())) {
            played.advanceTo(date);
        }
        if (Chance.percent(choice, 15)) {
            played.switchGmMode();
        }
        if (Chance.percent(choice, 20)) {
            played.travelTo(Chance.pick(choice, PLACES));
        }
        if (Chance.percent(choice, 50)) {
            played.report(Canary.draw(team(player), choice));
        }
        company.save(played);
        keyboard.note(player + " plays to " + date + " and saves " + nameOf(company));
    }

    private List<String> team(Player player) {
        List<String> team = new ArrayList<>();
        companies.forEach((name, company) -> {
            if (company.team() == company(player).team()) {
                team.add(name);
            }
        });
        return team;
    }

    /** Plays to the date the session has the campaign at; as the host, until nobody is ahead. */
    private void catchUp(Player player, CampaignState view, Keyboard keyboard) throws IOException {
        Company company = company(player);
        PlayedCampaign played = company.load();
        LocalDate date = player.isHost()
                ? view.timeline().orElseThrow()
                : campaign(view, player).date();
        if (played.date().isBefore(date)) {
            played.advanceTo(date);
            company.save(played);
            keyboard.note(player + " plays to " + date + " and saves " + nameOf(company));
        }
    }

    /** Names the save, from which dmhq plans what everyone is to know of it. */
    private void use(Player player, Keyboard keyboard) {
        keyboard.type(
                player,
                "plan",
                Player.TURN,
                "--campaign",
                company(player).save().toString());
    }

    /** Submits what is planned. If that is refused, does what the refusal says; in the end does nothing in this turn. */
    private void submitOrders(Player player, Keyboard keyboard) throws IOException {
        Typing.Outcome outcome = submitPlanned(player, keyboard);
        for (int tries = 0; tries < 2 && outcome != null && outcome.code() == 3; tries++) {
            cure(player, outcome.text(), keyboard);
            outcome = submitPlanned(player, keyboard);
        }
        if (outcome != null && outcome.code() == 3) {
            keyboard.type(player, "submit", Player.TURN, "--empty");
        }
    }

    private static Typing.@Nullable Outcome submitPlanned(Player player, Keyboard keyboard) throws IOException {
        return player.hasPlanned()
                ? keyboard.type(player, "submit", Player.TURN)
                : keyboard.type(player, "submit", Player.TURN, "--empty");
    }

    private void cure(Player player, String refusal, Keyboard keyboard) {
        Matcher toAdd = TO_ADD.matcher(refusal);
        if (!toAdd.find()) {
            use(player, keyboard);
            return;
        }
        List<String> words = new ArrayList<>(List.of("plan", Player.TURN));
        words.addAll(List.of(toAdd.group(1).replace("'", "").split(" ")));
        keyboard.type(player, words.toArray(String[]::new));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Campaign campaign(CampaignState view, Player player) {
        return Objects.requireNonNull(view.campaigns().get(new SeatId(player.name())));
    }

    private static String nameOf(Company company) {
        return company.save().getFileName().toString();
    }

    @Override
    public void inspect(SessionArchive host, SortedMap<String, Belongings> belongings, Counts<Checked> checked)
            throws Exception {
        CampaignState state = (CampaignState) Game.of(host).state();
        Audit audit = new Audit(state, host.chain().session().toString(), checked);
        for (Player player : players) {
            Company company = companies.get(player.name());
            if (company != null) {
                audit.add(player, company);
            }
            if (!player.isHost()) {
                audit.checkWires(player, Objects.requireNonNull(belongings.get(player.name())));
            }
        }
        audit.check();
    }
}
