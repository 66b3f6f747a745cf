import { rowsOf } from '../row.ts'

/** How, where and when something happened or is done, in the words of a note. */
export const CIRCUMSTANCES = rowsOf(`
recurrence; recurred; recurs; relapse; relapsed; recurrent; recurring > came back; come back; comes back; coming back; back again; flare & again
resolution; resolved; resolves; resolving; settled; subsided > cleared; gone; better now; went away; clear & up; stopped & by itself; went & own
loss; loss of > lost; lose; losing
outstretched; outstretched hand > hand out; put & hand; put & arm; break & fall
spicy; spicy food; spices > curry; chilli; vindaloo; pepper; hot & food; takeaway
fatty; fatty food; greasy food > chips; fry; greasy; fried; takeaway; burger; bacon; cream
alcohol related; after alcohol > wine; beer; pint; drink; drunk; pub
axilla; axillae; armpit; axillary > under & arm; armpit
sleep disturbance; disturbed; sleep disturbed; broken sleep > up & hours; up & baby; up & night; awake & night; keep & awake; wake & up
standing; on standing; rising; postural > get up; get out; out of bed; out of & chair; stand up; got up
sitting up; sitting; upright > sit; sat; prop
bending; bending forward; leaning forward > bend; lean; pick & up; tie & shoe; lace
lifting; manual handling > lift; box; carry; pick & up; sack; furniture
overhead > above & head; shelf; reach & up; paint & ceiling
twisting; twisting injury > turn & foot/ankle/knee; twist; pivot; tackle; roll
kneeling; squatting > kneel; squat; crouch; floor
cycling; cyclist > bike; cycle; saddle; pedal
running; jogging > run; jog; marathon; park run; treadmill
contact sport; tackle; collision > tackle; rugby; clash; football
gardening > dig; garden; mow; hedge; weed; allotment
housework; household chores > hoover; iron; clean; dust; bed & make
decorating; DIY > paint; wallpaper; drill; saw; plaster
computer use; keyboard use; typing; desk based > type; keyboard; mouse; computer; screen
driving; long drive > drive; motorway; car; lorry
flight; air travel; long haul > fly; flew; flight; plane
attends; attending; attended; under the care of; under follow up; known to > see my; see the; go to; been to; under the; sees; seen by
in situ; fitted; implanted; inserted > got a; have a; put in; fitted; have got
spontaneous; without treatment; untreated > by itself; on its own; nothing for it; not & treat
self limiting > by itself; go & own; runs its course; clear & own
absence from work; off work; sickness absence; unable to work > off work; off sick; signed off; not & work; cannot & work
school absence; missed school; off school > off school; miss & school; not & school; keep & home
in bed; bedbound; staying in bed > bed
at home; home > house; home
unattended; alone > by myself; on my own; nobody; no one
without warning; no warning > suddenly; no warning; out of nowhere; just & went
without trauma; no injury; atraumatic > not & hit; not & fall; no & injury; nothing happened; for no reason; did not & do anything
without cause; no apparent cause; for no reason; unprovoked; spontaneous > no reason; out of nowhere; nothing set; not & do anything; just & came
worse in cold weather; cold weather; in the cold > cold; winter; frost; freezer
hot weather > summer; hot; heat; sun
barely; hardly; minimal > hardly; barely; scarcely
throughout the day; all day; during the day; daytime > all day; day
evening; later in the day; by evening > teatime; tea; after work; end of the day
early hours; early morning; small hours > two in the morning; three in the morning; four in the morning; five in the morning
mealtimes; meals; during meals; with food > eat; meal; dinner; lunch; breakfast; tea; food
swelling; swollen; enlarged > like a balloon; like an egg; size of; twice the size; blew up; puffed up; fat
egg sized; grape sized; pea sized; golf ball sized > egg; grape; pea; golf
clean; clean wound; no signs of infection; no infection; healing well; well healed > clean; nice; heal; no pus; dry; tidy; pink
discharge; no discharge > pus; weep; leak; ooze; gunk
erythematous; inflamed; injected > red; angry; pink
bulging > bulge; out; swell; tense
exudative; exudate > white; pus; spots
enlarged; hypertrophied; prominent > big; swollen; large; up; bulky
firm; indurated > hard; rubbery; solid; woody
mobile; freely mobile > moves; slip; move
smooth; well defined; regular > smooth; round; even; neat; clear edge
irregular; ill defined > ragged; uneven; wonky; jagged; lumpy; craggy
full power; normal power; power normal; strength normal; normal strength > strong; power & good; push & fine; power & full
full range of movement; full range of motion; normal range of movement; full movement > moves & fully; moves & well; move & all the way; moves fine; full & move
reduced range of movement; restricted movement; limited range of motion; reduced movement > cannot & lift; cannot & bend; cannot & turn; only & half; stiff; not & past; hardly & move; hardly & lift; barely & lift
distal neurovascular status intact; neurovascularly intact; good circulation; well perfused > pink; warm; feel & toes; feel & fingers; pulse & good; pulses & fine
neurologically intact; no neurological deficit; no focal neurology > reflexes & fine; power & full; nerves & fine; strength & normal
lungs clear; chest clear; clear chest; clear to auscultation; normal breath sounds > chest & clear; lungs & clear; chest & fine; nothing on & chest
heart sounds normal; normal heart sounds; no murmurs > heart & fine; heart & normal; heart & good
abdomen soft; abdomen soft and non tender; soft abdomen > tummy & soft; belly & soft; stomach & soft
alert; well looking; comfortable at rest; not in distress > look & well; look & fine; bright; happy
well hydrated > mouth & moist; drinking well; wet nappies
elevated; mildly elevated; slightly elevated; slightly raised > up & bit; bit & high; little & high; slightly high; touch & high
immobilised; immobilisation; plaster; plaster cast > cast; plaster; splint; boot; sling; pot
requested; request; arranged; arrange; ordered; organise > get; send; book; sort; have; order; do a; put in for
indicated; required; warranted; necessary > need; should; must; have to
initiated; commenced; started on > put you on; start; begin; give you
telephone; phone; by telephone; call > ring; call; phone; bell
result; results; with results; discuss results > result; come back; what it shows
written advice; leaflet; information sheet > leaflet; sheet; print; website
low motivation; reduced motivation; lack of motivation; amotivation > lost interest; no interest; cannot & bother; stay in bed; not & bother; no drive; no get up
social withdrawal; withdrawn; isolating > stay in; not & go out; shut & away; not & see & friends; in my room; stopped seeing
tearful; tearfulness; emotional lability > cry; tears; weep; sob; well up
overwhelmed; unable to cope; not coping > too much; cannot & cope; on top of me; drowning; end of & tether; struggling
low self esteem; low confidence > useless; stupid; no confidence; not good enough; hate & myself
sleepy; drowsy; sedated > sleep; drows; zombie; dopey; groggy
groggy; hungover; drowsiness; sedation > zombie; groggy; dopey; hangover; drowsy; fuzzy head
coryzal; coryzal symptoms; upper respiratory symptoms; rhinorrhoea; runny nose > nose & run; nose & stream; snot; sneez
sore throat; throat soreness; throat irritation > throat & scratch; throat & raw; throat & tickle; throat & burn; throat & sore
facial swelling; facial angioedema; swelling of the face > face & swell; face & puff; face & balloon; eyes & swell
upset stomach; gastric upset; gastrointestinal upset; gastrointestinal side effects > stomach & upset; sick; runs; tummy & bad; stomach & bad
sciatica; radicular leg pain; lumbar radiculopathy; radiating leg pain > back & toe; back & leg; back & foot; bottom & leg; buttock & leg
previous operation; previous surgery; past surgery > operation; out; op; removed; took
never smoked; lifelong non smoker > never smoked; never & smoke
ex smoker; former smoker; previous smoker > used to smoke; packed & in; gave up; quit; given up
social drinker; occasional alcohol; drinks socially > weekend; now and then; odd; party; occasion; birthdays
no alcohol; abstains from alcohol; teetotal > not & drink; never & drink; not & touch
weekly therapy; regular counselling > every week; therapist & every; counsellor & every
up to date; immunisations complete > all & had; had them all; all his; all her
not up to date; overdue > miss; not & had; late; never & went; behind
exclusively breastfed; breastfed > just breast; only breast; breast; feed & myself
bottle fed; formula fed > bottle; formula
mixed feeding > bottle & breast; top up; formula & breast
wet and dirty nappies; nappies normal > nappies & fine; wet nappies; lots of nappies
playful; active; well in himself; well in herself > running about; play; happy; laugh; smiling; charging
meeting milestones; normal development; developmentally normal > walk & talk; doing everything; on track; sit & crawl
family member; family members; relatives; household members > family; whole family; all of us; everyone & house
seasonal; seasonally; every spring; in season > every & spring/summer/autumn/winter/april/may/june/july/august/september; pollen; hay
offered; offer; options discussed; option discussed > we can; could & have; can & fit; can & try; would you like; one option; choices
watery eyes; watering eyes; lacrimation; watery > eye & stream; eye & water; eye & run; tear & cheek
first steps; initial steps; start up pain > first thing; first & morning; get out of bed; first few
tendon insertion; insertion > where & join; where & attach; where & tendon
witnessed; witnessed apnoea; witnessed apnoeas > partner & says; wife & says; husband & says; partner & stop; wife & stop; husband & stop
dependent; dependent oedema; gravitational > evening & swell; end of the day & swell; stand & swell; overnight & down
`)
