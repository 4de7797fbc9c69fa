package dmhq.world.mail;

/**
 * How bad the post is, in mails of a hundred.
 *
 * @param lost that never arrive
 * @param doubled that arrive twice
 * @param late that arrive after others that were sent later, some of them days after
 * @param changed that programs on the way write anew
 */
record Weather(int lost, int doubled, int late, int changed) {

    static final Weather ROUGH = new Weather(20, 20, 40, 60);

    /** In which all comes, in its order, as it was sent. */
    static final Weather FAIR = new Weather(0, 0, 0, 0);
}
