import { rowsOf } from '../row.ts'

/** Tests, what they show, and what is found on examination. */
export const TESTS_AND_RESULTS = rowsOf(`
on examination; examination; physical examination; clinical examination > look; listen; press; have a look; see; check; can feel; hear
inspection; observed; observation; noted; noticed > look; see; says; say; notice; spot; tell
palpation; on palpation > press; touch
auscultation; on auscultation; chest examination > listen; chest; hear; sounds
tenderness; tender; exquisitely tender > cannot & bear; not & bear; cannot & touch; not & touch
tenderness; tender; tender to palpation; point tenderness; localised tenderness; tender on palpation > sore; hurt; press; wince; ouch; jump; painful
non tender; nontender > not & hurt; no & pain; not sore; not tender; fine
vital signs; observations; haemodynamically stable; vital signs stable > pulse; pressure; obs; temperature; sats
oxygen saturation; saturations; saturation; oxygen saturations > sats; oxygen; air; ninety; clip
heart rate; pulse rate > pulse; heart; beat
respiratory rate > breath; breathing
neurological examination; neurological; focal neurology; neurological deficit > power; reflex; strength; nerve; numb; weak
power; muscle strength; muscle power; motor strength > strong; push; pull; lift; grip; out of five; squeeze; strength
reflexes; deep tendon reflexes; tendon reflexes > jerk; hammer; tap; reflex
hyperreflexia; brisk reflexes > brisk; jumpy; jump
gait; gait abnormality; gait assessment > walk; walking; steps; shuffle; limp
romberg; romberg's; romberg test > eyes closed & sway; stand & eyes
coordination; finger nose; heel shin > finger & nose; point; heel
cranial nerves; cranial nerve > face; eyes; smile; tongue
bowel sounds > tummy & gurgle; gurgle; listen & tummy
soft abdomen; abdomen soft; soft > soft; tummy & soft; belly & soft
rebound tenderness; rebound > let & go
mass; palpable mass; abdominal mass > lump; feel & something; swelling
lower quadrant; upper quadrant > low; upper; tummy; rib
murmur; systolic murmur; heart murmur > murmur; whoosh; noise & heart; extra sound; sound & heart
pulses; peripheral pulses > pulse; beat
capillary refill; capillary refill time; peripheral perfusion; well perfused > pink; press & nail; seconds; warm; colour & back
bruit; carotid bruit > whoosh & neck; noise & neck
skin turgor; dry mucous membranes; mucous membranes > mouth & dry; tongue & dry; skin & pinch; dry
ECG; electrocardiogram; resting ECG > tracing; heart trace; stickers; trace
echocardiogram; echocardiography; transthoracic echocardiogram > echo; heart scan; jelly & heart; scan & heart; ultrasound & heart
chest X-ray; chest radiograph; radiograph; plain radiograph; X-ray > film; picture; x-ray; chest film
cross sectional imaging > CT; MRI
magnetic resonance; MRI > tunnel; magnet; big doughnut
ultrasound; ultrasonography; sonography > jelly; ultrasound; probe
isotope scan; scintigraphy > tracer & scan; radioactive & scan
bone densitometry; DEXA scan; bone density scan; DEXA > bone scan; density; bone strength
full blood count; blood count; FBC > blood; count; anaem
renal function; urea and electrolytes; kidney function; renal profile > kidney; kidneys; creatinine; eGFR; GFR
liver function tests; liver enzymes; LFTs; transaminases > liver; enzyme; ALT
thyroid function tests; thyroid function; TFTs > thyroid; TSH
inflammatory markers; acute phase markers > inflammation; marker; markers; CRP; ESR
autoantibodies; autoimmune screen; antibody testing; antibodies > antibod; ANA; rheumatoid & test; immune & test
complement; low complement; hypocomplementaemia > complement
coeliac serology; tissue transglutaminase; tTG; coeliac screen > coeliac; gluten & blood
urinalysis; urine dipstick; dipstick; urine dip > wee; dip; urine; water; stick; sample
proteinuria; protein in urine; albuminuria; urine protein > protein; froth; leak & protein; protein & water
haematuria; blood on dipstick > blood & wee; blood & urine; blood & dip
leucocytes; nitrites; leukocyturia; pyuria > white cells & wee; infection & wee; pus & wee; dip
electrolytes; electrolyte disturbance > salts; salt; sodium; potassium
blood glucose; random glucose; fasting glucose; glucose > sugar
HbA1c; glycated haemoglobin > sugar & months; three month; average & sugar; long term sugar
lactate; blood gas; arterial blood gas; venous blood gas > gas; wrist & needle; acid
troponin; cardiac enzymes; cardiac markers > heart & blood; heart enzyme; heart test
d dimer > clot & test; clot & blood
clotting; coagulation; clotting screen > clot; thin; INR
tumour marker > marker; PSA; CA125; CEA
serum; plasma; blood level; blood levels > blood; level
blood tests; bloods; venepuncture; phlebotomy; blood investigations; laboratory tests; investigations > blood; needle; test; bloods
investigation; investigate; investigations; further investigation; diagnostic > test; scan; look into; find out; get to the bottom; check
screening test; screen > test; check
baseline; reference; comparison; compared > before; last time; than
result; results; report; reported; findings > came back; show; shows; says; scan; test
demonstrates; demonstrating; reveals; revealed; identified; confirms > show; see; found; there; says; came back
consistent with; in keeping with; compatible with; suggestive of; suggests; indicative of; indicating > fit; looks like; points; means; sounds like; so; think
no acute abnormality; no abnormality; no abnormality detected; nothing abnormal; no abnormal findings > clear; fine; normal; nothing; ok; good
significant > quite; lot; big; bad; marked
extensive > lot; big; loads; everywhere; whole
minimal; trivial; negligible; small > tiny; bit; little; hardly; touch; trace; small
markedly; marked; grossly > sky; huge; through; very; thousand; really; massive
markedly raised; significantly raised; grossly elevated; markedly elevated > sky high; through the roof; thousand; very high; way up
above target; above range; outside target; suboptimal control > high; too high
below target; below normal range; below range > low; too low
within range; at target; to target; therapeutic; in range > fine; good; spot on; where we want; ok
improved from; increased from; decreased from > before
rising; upward trend; increasing trend > up; climb; creep; higher
falling; downward trend; decreasing trend > drop; lower; fall
new lesion; enhancing; contrast enhancement; enhancing lesion > new & patch; light up; lights up
lesion; lesions; opacity; focus; density > patch; spot; shadow; area; lump; mark
degenerative; degeneration > wear; worn; age
herniation; disc prolapse; disc bulge; protrusion > disc; slip; bulge
nerve compression; nerve root compression; compression; impingement > press; trap; pinch; squash; touch & nerve
narrowing; stenosis; stenosed; luminal narrowing > narrow; tight; fur
obstruction; occlusion; blockage; occluded > block; clog; shut
dilated; dilatation; enlargement; enlarged > big; wide; stretch; swollen; large
thickening; thickened; wall thickening > thick
calcification; calcified > chalk; calcium; hard & white
fluid collection; free fluid; effusion > fluid; water
inflammation; inflamed; inflammatory; inflammatory change; active inflammation > inflam; red; angry; sore; ulcer; swollen; raw
infiltrate; consolidation > shadow; infect; patch; white
atelectasis; collapse > collapse; flat
cardiac enlargement > heart & big
benign; non malignant; no malignancy; no evidence of malignancy > not & cancer; harmless; nothing nasty; nothing sinister; nothing to worry; clear
malignant; malignancy confirmed; confirmed cancer > cancer; cancerous; nasty
margins clear; clear margins; complete excision; completely excised > got it all; all out; edges & clear; all away
lymph node involvement; nodal involvement; node positive > gland; glands; in the glands
negative margins; node negative > clear; glands & clear
growth; grew; organism; isolate; isolates; culture positive > grew; grow; bug; infection
sensitivities; sensitive to; susceptible > work; sensitive
pending; awaited; outstanding; awaiting results > wait; not & back; still; yet
indeterminate; inconclusive; equivocal > not sure; not clear; cannot tell; either way; borderline
repeat testing; serial; surveillance; repeat; interval > again; every; re-do; another; check & again; scan & again; redo; next & scan; months
score; scored; scores; scoring > out of; points; score; ten; thirty; marks
pain score; numerical rating; pain severity; VAS > out of ten; ten; scale; out of 10
range; normal range; reference range > normal; should be
volume; output; amount > litre; mil; cup; pad; bag; much
length; diameter; size; measuring; measures; dimension > centi; milli; big; size; long; across; inch; wide; coin; pea; grape; golf; plum
circumference; girth > round; measure; tape; same
body weight; weight; weighs > weight; weigh; stone; kilo; scales; pounds
height > tall; feet
body mass index; BMI > bmi; weight
temperature > temp; hot; thirty
`)
