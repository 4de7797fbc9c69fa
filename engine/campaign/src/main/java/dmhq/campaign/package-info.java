/**
 * Distributed MekHQ, as a rule set: people who each run a BattleTech company in MekHQ share one
 * timeline and wire each other money.
 *
 * <p>Where to look: {@link dmhq.campaign.CampaignAction} is what a player may want, {@link
 * dmhq.campaign.CampaignEvent} what may happen, {@link dmhq.campaign.CampaignState} how things
 * stand, with questions a tool asks of it. {@code Judge} and the judges beside it refuse actions;
 * {@code Effects} says what one action does at once, {@code Settling} what then follows for open
 * wires, {@code Changes} what each event does to a state. {@link dmhq.campaign.DistributedMekHq}
 * puts them behind the engine's door.
 *
 * <p>Money lives in the players' saves. What a save must do about it is a {@link
 * dmhq.campaign.Settlement}, and what a save has done comes back as the acknowledgement in {@link
 * dmhq.campaign.CampaignAction.CampaignDetails}; a wire is credited only after its debit was
 * acknowledged.
 */
@NullMarked
package dmhq.campaign;

import org.jspecify.annotations.NullMarked;
