package dmhq.mekhq.mul;

import dmhq.mekhq.facts.Person;
import dmhq.mekhq.xml.XmlException;
import java.util.List;
import java.util.Locale;

/**
 * What a unit is, as far as its crew goes: which skills it is driven and fought with, and who counts. A save does
 * not say it; MekHQ looks it up by chassis and model. It is found from how the unit moves and from what its
 * drivers and gunners are, or else can do.
 */
enum UnitKind {
    MEK(Crewed.ALONE, "Gunnery/Mek", "Piloting/Mek"),
    PROTOMEK(Crewed.ALONE, "Gunnery/ProtoMek", "Gunnery/ProtoMek"),
    GROUND_VEHICLE(Crewed.VEHICLE, "Gunnery/Vehicle", "Piloting/Ground Vehicle"),
    NAVAL_VESSEL(Crewed.VEHICLE, "Gunnery/Vehicle", "Piloting/Naval"),
    VTOL(Crewed.VEHICLE, "Gunnery/Vehicle", "Piloting/VTOL"),
    AEROSPACE_FIGHTER(Crewed.ALONE, "Gunnery/Aerospace", "Piloting/Aerospace"),
    CONVENTIONAL_FIGHTER(Crewed.ALONE, "Gunnery/Aircraft", "Piloting/Aircraft"),
    SPACECRAFT(Crewed.SHIP, "Gunnery/Spacecraft", "Piloting/Spacecraft"),
    BATTLE_ARMOR(Crewed.SQUAD, "Gunnery/BattleArmor", "Anti-Mek"),
    INFANTRY(Crewed.SQUAD, "Small Arms", "Anti-Mek");

    /** Who of a crew counts, and how. */
    enum Crewed {
        ALONE,
        SQUAD,
        VEHICLE,
        SHIP
    }

    private final Crewed crewed;
    private final String gunnery;
    private final String driving;

    UnitKind(Crewed crewed, String gunnery, String driving) {
        this.crewed = crewed;
        this.gunnery = gunnery;
        this.driving = driving;
    }

    Crewed crewed() {
        return crewed;
    }

    String gunnery() {
        return gunnery;
    }

    String driving() {
        return driving;
    }

    /** Finds the kind that fits the movement and the most people; the first of those that fit equally. */
    static UnitKind of(String movement, List<Person> people, Roster roster) throws XmlException {
        UnitKind kind = moving(movement).get(0);
        int most = 0;
        for (UnitKind candidate : moving(movement)) {
            int fit = 0;
            for (Person person : people) {
                fit += candidate.fit(person, roster);
            }
            if (fit > most) {
                kind = candidate;
                most = fit;
            }
        }
        return kind;
    }

    /** A role tells more than a skill, which soldiers have of many kinds, and the first role more than the second. */
    private int fit(Person person, Roster roster) throws XmlException {
        if (roles().contains(person.primaryRole())) {
            return 100;
        }
        if (roles().contains(person.secondaryRole())) {
            return 10;
        }
        return roster.has(person, gunnery) ? 1 : 0;
    }

    /** Returns the roles of drivers and gunners: numbers before MekHQ 0.50, then names, which changed since. */
    private List<String> roles() {
        return switch (this) {
            case MEK -> List.of("1", "MEKWARRIOR", "MECHWARRIOR", "LAM_PILOT");
            case PROTOMEK -> List.of("9", "PROTOMEK_PILOT", "PROTOMECH_PILOT");
            case GROUND_VEHICLE -> List.of("3", "6", "GROUND_VEHICLE_DRIVER", "VEHICLE_GUNNER", "VEHICLE_CREW_GROUND");
            case NAVAL_VESSEL -> List.of("4", "6", "NAVAL_VEHICLE_DRIVER", "VEHICLE_GUNNER", "VEHICLE_CREW_NAVAL");
            case VTOL -> List.of("5", "6", "VTOL_PILOT", "VEHICLE_GUNNER", "VEHICLE_CREW_VTOL");
            case AEROSPACE_FIGHTER -> List.of("2", "AEROSPACE_PILOT");
            case CONVENTIONAL_FIGHTER -> List.of("10", "CONVENTIONAL_AIRCRAFT_PILOT");
            case SPACECRAFT -> List.of("11", "13", "VESSEL_PILOT", "VESSEL_GUNNER");
            case BATTLE_ARMOR -> List.of("7", "BATTLE_ARMOUR", "BATTLE_ARMOR");
            case INFANTRY -> List.of("8", "SOLDIER");
        };
    }

    private static List<UnitKind> moving(String movement) {
        return switch (movement.toLowerCase(Locale.ROOT)) {
            case "biped", "quad", "tripod" -> List.of(MEK, PROTOMEK);
            case "aerodyne", "spheroid", "station keeping" ->
                List.of(AEROSPACE_FIGHTER, CONVENTIONAL_FIGHTER, SPACECRAFT);
            case "naval", "hydrofoil", "submarine" -> List.of(NAVAL_VESSEL, INFANTRY);
            case "vtol" -> List.of(VTOL, BATTLE_ARMOR, INFANTRY);
            case "leg", "jump", "motorized", "umu" -> List.of(INFANTRY, BATTLE_ARMOR);
            case "wige" -> List.of(GROUND_VEHICLE, PROTOMEK);
            default -> List.of(GROUND_VEHICLE, INFANTRY, BATTLE_ARMOR);
        };
    }
}
