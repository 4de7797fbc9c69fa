package dmhq.world;

/** What goes wrong in the world. Each is counted when it has happened, not when it was meant to. */
enum Fault {
    PARCEL_LOST,
    PARCEL_DOUBLED,
    PARCEL_DELAYED,
    PARCEL_OVERTAKEN,
    PARCEL_BIT_FLIPPED,
    PARCEL_CUT_SHORT,
    PROCESS_KILLED,
    POWER_CUT,
    WRITE_TORN,
    WRITE_LOST_BY_POWER_CUT,
    BACKUP_RESTORED_BY_PLAYER,
    BACKUP_RESTORED_BY_HOST,
    SECOND_COMMAND_IN_ONE_FOLDER,
    SECOND_COMMAND_OF_ANOTHER,
    CLOCK_SET_BACK,
    PLAYER_AWAY,
    SAVE_RESTORED,
    SAVE_AHEAD
}
