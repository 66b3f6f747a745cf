import type { LayRow } from './row.ts'

/** Closed classes: what stands at one pole of a scale is never said by a word of another. */
export const SCALES: readonly (readonly LayRow[])[] = [
  [
    'rarely; hardly ever; seldom; not often; almost never; barely; once in a blue moon',
    'occasional; now and then; now and again; odd; sometimes; from time to time; once in a while; as needed; when * need; if * need; as required; when required; only when; when * bad; when wheezy; every so often',
    'regular; every day; always; all the time; religiously; each day; without fail; daily',
    'frequent; often; a lot; lots',
  ],
  [
    'high; elevated; raised; too high; up; gone up; above normal; on the high side',
    'low; only; below normal; too low; on the low side; down',
    'normal; unremarkable; fine; ok; okay; good; clear; intact; within normal limits; healthy; nothing wrong; perfect; alright; no problem; well; as * should be',
    'abnormal; funny; wrong; not right; off',
  ],
  [
    'better; improve; on the mend; improved; improving; improvement; ease; relief; relieve; settle; good; get better; come down; go down; help; eased; recover',
    'worse; deteriorate; progressive; decline; go downhill; aggravate; exacerbate; exacerbation; deterioration; get worse; flare; flare up; not * good',
    'stable; unchanged; as it be; leave * as; same; steady; no change; not change; no different',
  ],
  [
    'increase; put * up; put up; up; raise; go up; bump up; double; higher; rise; more; gain; step up; upped; titrate up; climb; up * dose',
    'decrease; reduce; bring * down; bring down; cut; down; lower; come down; go down; taper; halve; drop; less; lose; wean; step down; decline; cut back; fall; cut * down; reduction; lessen',
  ],
  [
    'relieve; help; ease; relief; go off; wear off; work; touch; effective; benefit; settle; soothe; alleviate; take the edge off; better',
  ],
  ['large; big; huge; sizeable; massive', 'small; little; tiny; bit of; a bit of'],
  [
    'mild; slight; a bit; a little; little; bit of; a touch; touch of; some; minor; minimal',
    'moderate; fair',
    'severe; agony; cannot bear; unbearable; killing; terrible; awful; really bad; excruciating; agony; horrendous; unbearable; worst; horrible; dreadful; intense; very bad; so bad',
  ],
  [
    'acute; sudden; new; overnight; lock; seize',
    'chronic; always; for year; years; ever since; long standing; long term; for ages',
  ],
  ['sudden; out of the blue; all of a sudden; abrupt', 'gradual; bit by bit; over time; slow; creep'],
  ['dry; nothing * up', 'productive; bring * up; cough up; wet; chesty'],
  ['warm; hot', 'cold; cool'],
  ['positive; bring it on; brought it on; loose; grow', 'negative; clear'],
  ['benign; not cancer; no cancer; nothing nasty; harmless', 'malignant; cancerous; cancer'],
  ['full; all the way', 'limited; restricted; reduced; not * full; only; stop at; dull'],
  ['upper; top; superior', 'lower; bottom; inferior'],
  ['inner; medial; inside', 'outer; lateral; outside'],
  ['front; anterior', 'posterior; behind; back of'],
  ['regular; steady; every * minute', 'irregular; all over the place'],
  ['brisk; hyperactive; jumpy', 'absent; gone; missing', 'sluggish; diminished'],
  ['strong', 'weak'],
  ['fast; quick; rapid', 'slow'],
  ['early', 'late'],
  ['above; over; beyond; more than; higher than', 'below; under; beneath; less than'],
  ['before; ahead of; prior to; pre', 'after; following; post; once; afterwards; then; since', 'during; while; when'],
  ['first', 'second; another', 'third'],
  ['last', 'next', 'this'],
  ['permanent; for good; for ever', 'temporary; for now; for a while'],
  [
    'always; all the time; constant; continuous; keep; never go',
    'intermittent; come and go; on and off; off and on; in waves; wave',
  ],
  ['inspiratory; breathe in; breath in', 'expiratory; breathe out; breath out'],
  ['soft', 'hard; firm'],
  ['long', 'short'],
  ['thick', 'thin'],
  ['deep', 'superficial; shallow'],
  ['loud; noisy; like a train', 'quiet'],
  ['blue', 'brown', 'green', 'white', 'yellow', 'black'],
]

/** When something is. */
export const TIMES: readonly (readonly LayRow[])[] = [
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  [
    ...['january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november'],
    ...['december', 'may'],
  ],
  [
    'morning; first thing; breakfast',
    'afternoon; lunchtime',
    'evening; teatime; dinner',
    'night; nocturnal; bedtime; overnight; nighttime; nightly; before bed; in bed',
  ],
  ['today; now; right now; this morning; this visit', 'yesterday; last night', 'tomorrow', 'tonight'],
]

/** What is done with a medicine; a word of one class never says another. */
export const ACTIONS: readonly LayRow[] = [
  'delay; hold off; put off; postpone; defer; wait; not yet; leave * for now',
  'start; begin; commence; initiate; put * on; put you on; go on; prescribe; give; add; get * started; try; prescription; write * for; write up; introduce',
  'stop; discontinue; cease; come off; quit; give up; pack in; pack it in; pack * in; take * off; come off * it; kick; discontinuation; cut out; cut * out; get off; bin; be off',
  'hold; stop * before; pause; withhold; suspend; skip; leave off; hold back; miss out; interrupt',
  'increase; raise; put * up; put up; go up; bump up; double; titrate up; step up; up; upped; up * dose; higher',
  'reduce; decrease; lower; cut * down; cut; cut back; taper; halve; bring * down; bring down; come down; go down; wean; step down; drop; reduction',
  'continue; leave * as; keep; carry on; stay on; keep on; stick with; remain; maintain; same; keep take; leave * on; continuation',
  'switch; change to; change * to; swap; instead; replace; move * onto; change over; substitute; switch over; in place of',
  'restart; resume; go back on; start * again; reinstate; back on',
  'decline; refuse; would sooner; sooner; manage without; rather try; rather wait; rather have * first; reject; would rather not; rather not; no thank; turn down; turn * down; not want; not keen; say no; refusal; prefer not; leave it',
  'accept; agree; happy to; go ahead; give it a go; consent; fine with',
  'avoid; stay away; steer clear; cut out; cut * out; lay off; leave off; keep off; stay off; not take; not use; not have; not drink; not eat; not smoke; no more; keep away; avoidance',
  'allergy; react; come out in; come up in; make * swell; make * itch; bring * out in; bring * up in; swell up; reaction; hypersensitivity; break out; came out; set off',
  'intolerance; cannot take; not agree; upset; cannot tolerate; set * off; not tolerate; intolerant; make * sick; side effect; cannot have',
  'tolerate; get on well; suit; agree with',
  'take; use; be on; on; swallow; apply; used; put; taking',
]
