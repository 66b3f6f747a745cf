/** How treatment and tests are offered, and how they are refused. Matched against plain words. Written here. */
const OFFERS =
  /\b(?:would you like|do you want|shall (?:we|i)|can i (?:get|give|offer|order)|we (?:can|could)|how about|i (?:would|do)? ?(?:really |strongly |also )*(?:suggest|recommend|advise|like you to|like to (?:start|give|send|refer|book|put|do|get|offer|order|try)|want (?:you )?to)|(?:am|are) going to (?:\w+ ){0,8}?(?:give|start|prescribe|put|send|refer|book|order)|(?:i|we) will (?:give|start|prescribe|put|send|refer|book|order|take|do)|you (?:should|need|ought|really should)|it (?:would|might) be (?:best|better|worth|good))\b/
const REFUSES =
  /\b(?:no,? thank you|no thanks|(?:do not|don't|would not|wouldn't|rather not) (?:really |actually )?(?:want|like|have|take|go|do|bother|fancy)|i(?:'d| would) (?:really |much )?(?:rather not|prefer not)|i(?:'ll| will) pass|not (?:having|going|taking) (?:it|that|them|any|one|in|there)|(?:cannot|can't) (?:have|take|tolerate) (?:that|it|those|them|any)|declin\w+|refus\w+|against it|not for me)\b/

export const isOffer = (said: string): boolean => OFFERS.test(said)
/** Whether what was offered is refused by this. */
export const refuses = (said: string, offered: string): boolean => isRefusal(said) || isAllergicTo(said, offered)
export const isRefusal = (said: string): boolean => REFUSES.test(said)

/** "I'm going to start you on Bactrim. – I'm allergic to Bactrim." */
export function isAllergicTo(said: string, offered: string): boolean {
  const [, to = ''] = /\ballergic to (?:the )?(\w+)/.exec(said) ?? []
  return /^(?:it|that|those|them)$/.test(to) || (to !== '' && offered.split(' ').includes(to))
}
