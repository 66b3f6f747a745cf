import { rowsOf } from '../row.ts'

/** Medicines, operations, plans and aftercare. */
export const TREATMENT_AND_CARE = rowsOf(`
by injection; injectable; subcutaneous; subcutaneously; intramuscular; parenteral; subcutaneous injection > inject; injection; needle; jab; pen; under & skin; shot
intravenous; IV; intravenously; intravenous infusion; infusion > drip; vein; line; infusion; cannula
intravenous fluids; IV fluids; fluid resuscitation; rehydration; intravenous rehydration; parenteral fluids > drip; fluid; bag; water; line
oral rehydration; oral rehydration solution; oral fluids; hydration > dioralyte; drink; sachet; sip; fluid; water
oral; orally; oral medication > tablet; mouth; swallow; pill; capsule; syrup; liquid
topical; topically; topical treatment; topical therapy > cream; gel; ointment; rub; drops; lotion; spray
inhaled; inhalation; nebulised > puff; inhaler; breathe; mask; neb
nasal spray; intranasal; intranasal steroid; nasal steroid; nasal corticosteroid > spray; nose & spray; nostril; squirt
eye drops; ophthalmic drops; ocular lubricants; artificial tears; lubricating drops > drop; drops; tears
ear drops; otic drops; olive oil drops > drop; oil
suppository; suppositories; enema; per rectum; rectally; rectal > bottom; up & bottom; back passage; suppositor; enema
pessaries; vaginal pessary; vaginal cream; intravaginal; vaginal oestrogen > pessar; up & inside; cream & inside; put inside
sublingual; buccal > under & tongue; cheek
transdermal; transdermal patch; patches > patch; stick
with food; after food; with meals > eat; food; meal; breakfast; dinner
empty stomach; before food > before & eat; before breakfast; half an hour before
loading dose; initial dose; starting dose; initial > first; start; to begin
maintenance; maintenance dose; maintenance therapy > after & that; carry on; keep; stay on
titrate; titration; uptitrate; dose titration; gradual increase; gradually increase; increasing dose > step; slowly; week; build up; bit by bit; up by; go up; every & more
taper; tapering; weaning; wean; gradual reduction; reducing course; gradually reduce > slowly; step; less; every & week; come off; by one; bit by bit
dose; dosage; dosing > tablet; milligram; puff; units
dose reduction; reduced dose; lower dose; dose decreased > half; less; cut; lower
dose increase; increased dose; higher dose; dose escalation > double; more; higher
twice daily; two times daily > morning & night; morning & evening; twice; both ends; two & day
daily; once daily > every; each; morning; night
nightly; at night > bed; night; evening
alternate days > every other
as required; as needed; when required; PRN > when; if; need; bad; flare
rescue; rescue medication; rescue pack; standby > spare; keep; cupboard; in case; ready
acute treatment; acute attacks; for acute attacks; abortive > attack; comes on
preventive; prophylaxis; prophylactic; preventive treatment; preventative; prevention > prevent; stop & come; every day; ward; keep away; do not get; not lose; so you don't; before
prevent; preventing > stop; so & not; do not; lose; avoid
first line; second line; alternative; alternative treatment > instead; try; other; next; another
discontinue; discontinued; cessation; stopping > stop; come off; swap; instead; bin; no more
withhold; withheld; omit; omitted; temporarily stop; suspend > stop; leave; miss; not & take; skip; hold
switch; changed; conversion; substitute; substituted > swap; instead; change; move; different; other
start; commence; initiate; trial of; commenced > try; start; put; begin
continue; maintain; unchanged; remain on > keep; carry; stay; same; go on
complete; completed; full course; course completed; completes > finish; end; whole
course; week course; day course > days; week; weeks; for
adherent; adherence; compliant; compliance; good adherence; good compliance; concordant > take & every; never & miss; take & all; miss & two; maybe & two; always & take; religious; missed maybe
poor adherence; poor compliance; non adherence; non adherent; nonadherence; poorly adherent; suboptimal adherence; erratic > forget; miss; when I remember; not & take; skip; only & take; run out; sometimes
doses missed; missed doses; dose missed; misses doses; omitted doses > miss; forgot; skip; not & take
repeat prescription; prescription; prescribed; prescription renewal; medication supply > script; more; run out; tablets; repeat; another & month; prescrib
over the counter; OTC; self medicating; self medicated; self medication; non prescription > chemist; bought; pharmacy; boots; shop; paracetamol; ibuprofen; nurofen; own; supermarket
herbal; complementary; alternative medicine; supplements; herbal remedies; dietary supplement > herb; turmeric; natural; vitamin; health shop; acupuncture; tea; oil; cbd
analgesia; analgesics; simple analgesia; pain relief; painkillers; painkiller; oral analgesia > paracetamol; ibuprofen; codeine; co-codamol; tablet; painkill; nurofen; naproxen; morphine; tramadol
opioid; opioids; opiate; opiates; opioid analgesia; strong opioid > morphine; codeine; oxycodone; tramadol; fentanyl; oramorph
NSAID; NSAIDs; anti inflammatory; non steroidal; anti inflammatories > ibuprofen; naproxen; diclofenac; nurofen
steroid; steroids; corticosteroid; corticosteroids; oral steroids; glucocorticoid > prednisolone; prednisone; hydrocortisone; dexamethasone; steroid
antiemetic; antiemetics > sick; cyclizine; ondansetron; metoclopramide; prochlorperazine
laxative; laxatives; stool softener > movicol; laxido; senna; sachet; lactulose
proton pump inhibitor; PPI; acid suppression; antacid > omeprazole; lansoprazole; gaviscon; stomach & tablet; acid
disease modifying; DMARD; immunosuppressive > methotrexate; sulfasalazine; hydroxychloroquine; azathioprine; leflunomide
antihypertensive; antihypertensives; ACE inhibitor > ramipril; lisinopril; amlodipine; losartan; pressure
diuretic; diuretics > water tablet; furosemide; bumetanide; wee
anticonvulsant; antiepileptic; anti seizure medication; antiepileptics > lamotrigine; levetiracetam; valproate; carbamazepine; keppra; phenytoin
hormone treatment; hormonal treatment; hormone therapy > hormone; patch; tamoxifen; gel; oestrogen
vitamin supplementation; supplementation; oral iron; iron replacement > vitamin; iron; thiamine; folic; supplement
oxygen; high flow; high flow oxygen > oxygen; litres
surgery; surgical; surgical intervention; operative; operation; surgical procedure; procedure; elective surgery > operat; op; theatre; surgeon; fix; under & knife; cut; repair; stop & days before; that morning
preoperative; preoperatively; pre operative; before surgery; prior to surgery > before; operation; days before; op
postoperative; postoperatively; post operative; after surgery; following surgery > after; since; operation; op; anaesthetic; afterwards
perioperative; day of surgery; morning of surgery; on the day of surgery > that morning; on the day; morning
postoperative nausea and vomiting; PONV; post anaesthetic nausea > sick & after; sick & anaesthetic; sick & op; vomit & after
anaesthetic; anaesthesia; general anaesthetic; anaesthetic problems; anaesthetic complications > sleep; put under; gas; op; knock; anaesthetic; after his; after hers; after mine
local anaesthetic; local anaesthesia; regional block > numb; injection & numb; local; freeze
sedation; conscious sedation > sleepy; drowsy; relax; sedat
fasting; nil by mouth; fasted; starved > nothing & eat; not & eat; nothing & midnight; starve; empty
fitness for surgery; preoperative assessment; anaesthetic assessment > fit for; before & op; check
consent; consented; informed consent; consents > sign; agree; happy; yes; go ahead; form
day case; day surgery > home & same day; in and out
waiting list; awaiting; awaiting surgery; listed for; awaiting appointment > wait; list; want & done; letter; booked; due
removal; removed; excision; excised; extraction > cut; remove
suture removal; removal of sutures; suture; sutured; sutures; wound closure; closure > stitch; glue; staple; clip; steri
drain; surgical drain > drain; tube
stent; stented > stent
transplant; transplantation; graft > new; donor; graft
complication; complications > problem; went wrong; trouble
recovery; recovering; recovered; convalescence; uneventful recovery > better; well; mend; fine; on & feet
readmission; readmitted; admission; admitted; hospital admission; admit > hospital; keep & in; bed; ward; come in; intensive; stay; in for; taken in; blue light
intensive care; critical care; ITU; ICU; high dependency > intensive; ventilat; machine
discharge; discharged; discharged home > home; sent; let & go
emergency; emergency admission; emergency department attendance; ED attendance; emergency department; urgent admission > A&E; casualty; ambulance; hospital; emergency; straight in; 999; blue light
ambulance; paramedics; emergency services; conveyed > ambulance; 999; paramedic
outpatient; outpatient clinic; clinic review; clinic follow up; outpatient appointment > clinic; see; appointment
referral; refer; referred; onward referral; specialist referral; specialist review > send; see; letter; write; specialist; someone; ask; consultant; clinic; expert; expert opinion
urgent; urgently; expedited; same day; emergency > straight; today; now; within; two week; quick; soon; fast; right away; this week; this minute
routine; routinely; elective > no rush; wait; usual; normal; in turn
review; follow up; followed up; reassessment; reassess; clinical review; re review > see; again; check; week; month; look; ring; appointment
telephone review; telephone follow up; telephone consultation; telephone call > ring; call; phone
monitor; monitoring; surveillance; observe; watchful waiting; active surveillance; active monitoring; observation > keep an eye; watch; check; see how; every; wait & see; look at
conservative; conservative management; non operative; expectant management; non surgical > no operation; leave; wait; without; by itself; rest; see how; not & operate
reassurance; reassured; reassure > not & worry; nothing; fine; normal; good news; do not worry
advised; advice; recommended; recommendation; education; educated; instructed > should; try; need; must; keep; want you; best; better; safer; let's; stay; avoid; would
advised; recommended; offered; suggested; proposed > could; would; would you; shall; like you; how about; you'd; better; safer
considering; undecided; to consider; contemplating; wishes to consider; deferred decision; will consider > think about; think & over; not sure; talk & wife; talk & husband; sleep on; let & know; mull
agreed; agreeable; accepted; consents; consented; happy to proceed; amenable > yes; okay; fine; sure; happy; all right; go on; let's do; sounds; if you think
declined; declines; refused; refuses; refusing; unwilling; reluctant; not keen > rather; sooner; never; hate; won't; no way; will not; not take
requests; requested; requesting; keen for; wishes; would like; keen; hoping > want; hope; can I; could I; ask; need; please; wonder
preference; prefers; preferred; patient preference; would prefer > rather; sooner; want; instead
concerned; concern; concerns; worried about; worries; expressed concern; fearful; fear > worry; scare; afraid; frighten; what if; fret; terrified; is it; could it be; dread; sister was
aims; goals; goal; treatment goal; target > want; aim; get & to; hope; below
risk; risks; at risk; increased risk; high risk; risk factors > chance; danger; could; might; likely
risks discussed; benefits; risks and benefits; discussed; explained; counselled regarding > chance; told; talk; went through; explain; one in; side
information leaflet; written information; patient information; leaflet; information provided > leaflet; read; website; sheet; print; link
return precautions; safety net advice; safety netting; red flag advice; worsening advice; seek medical attention; seek urgent help > if & worse; come back; ring; 999; A&E; straight; call; hospital if
fit note; sick note; medical certificate; sickness certificate; statement of fitness > certificate; off & work; line; sign
phased return; amended duties; light duties; modified duties; workplace adjustments > half; light; build; shorter; bit by bit; desk; no & lift
time off work; absence from work; sickness absence; off work; unable to work; unfit for work > not & work; sick; cannot & work; signed & off; not & in
compression; elevation; rest ice compression; RICE; ice > ice; feet & up; strap; bandage; rest; peas; up & pillow
heat; warm compress; warm compresses > hot; warm; flannel; heat
dietary advice; dietary modification; dietary changes; diet; lifestyle advice; lifestyle measures; lifestyle modification > eat; food; salt; sugar; cut; walk; weight; exercise; cut & down; diet
fluid intake; increased fluid intake; maintain hydration > drink; water; fluid
reduce alcohol; alcohol reduction; reduce alcohol intake; alcohol advice > cut & drink; less & drink; cut down; pint; wine
weight loss advice; weight reduction; weight management > lose & weight; weight off; slim; diet
physical activity; increase activity; graded exercise; exercise advice; regular exercise > walk; gym; swim; exercise; move; bike
sleep advice; sleep hygiene advice > bed; screen; caffeine; routine
pelvic rest > no & sex
district nurse; community nurse; community nursing; practice nurse; nursing > nurse
physiotherapist; therapist; therapy; therapist input > physio; therap; exercise
multidisciplinary team; MDT; multidisciplinary meeting > team; meeting; meet; all & together
social care; care package; package of care; carers; home care; home carers; carer support > carer; come in; help; wash; care; visits; morning & help
residential care; nursing home; care home; residential home; care home resident > home; care home; residential; moved into
equipment; aids; adaptations; home adaptations; grab rails; raised toilet seat > rail; seat; frame; commode; ramp; stairlift
pendant alarm; falls alarm; alarm > button; neck & alarm; cord
medication review; polypharmacy; rationalise medication; deprescribing > tablets & many; look & tablets; go through & tablets; rattle; too many; fewer
blister pack; dosette; dosette box; compliance aid; monitored dosage > box; blister; days & week; pack
vaccination status; immunisation status; up to date > had & all; jabs; booster
supervised consumption; supervised > front; watch; chemist; pharmacy; there & then
take home naloxone; naloxone > naloxone; kit
palliation; symptom control; symptomatic relief; symptomatic treatment; symptomatic management > comfort; ease; keep; help; settle
curative; cure; curative intent > cure; get rid; gone for good
second opinion > another doctor; somebody else; someone else
clinical trial; trial; research study > trial; research; study
`)
