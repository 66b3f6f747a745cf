import { rowsOf } from '../row.ts'

/** Brain, nerves, memory, mood, thoughts, eating, and what people depend on. */
export const NERVES_AND_MIND = rowsOf(`
migraine; migrainous; migraine without aura; migraine with aura; migrainous headache > migraine; throb & sick; dark & sick; zigzag; one side & head
aura; visual aura; migraine aura; scintillating scotoma; fortification > zigzag; flicker; lights; shimmer; sparkl; wavy
cluster headache; trigeminal autonomic cephalalgia; cluster > headache & eye & night; eye & stream; every night & eye; pace
tension headache; tension type headache > band & head; tight & head; vice & head; hat
postural headache; low pressure headache; post dural puncture headache > head & sit; head & stand; headache & lie flat; headache & sit
thunderclap headache; thunderclap; sudden severe headache > hit & head; bang & head; worst & headache; hammer; clap; suddenly & head; bat
raised intracranial pressure; papilloedema; idiopathic intracranial hypertension > bend & head; cough & headache; pressure & head; nerve & swell; whoosh
medication overuse headache; analgesic overuse; medication overuse > paracetamol & every day; tablets & every day; too many & painkiller; painkillers & daily
trigeminal neuralgia; facial neuralgia; neuralgia > face & shock; face & electric; jab & face; stab & face; tooth & shock
occipital; occipital headache > back of & head
frontal; frontal headache; forehead > forehead; front of & head; above & eyes
temporal; temporal headache > temple; side of & head
retro orbital headache; periorbital headache; retro orbital; periorbital; retro orbital pain > behind & eye; round & eye; around & eye
restlessness; restless; agitation; pacing; unable to keep still; agitated > pace; cannot & still; fidget; rock; up & down; wound
lacrimation; autonomic features; conjunctival injection > stream; water; red & eye
features; features of; features suggestive > eye; night; laugh; headache
seizure; convulsive seizure; generalised seizure; tonic clonic; generalised tonic clonic seizure; epileptic seizure; convulsion > fit; shake & floor; jerk; shook; stiff & shake; foam; bit & tongue; twitch & out
focal seizure; focal seizures; partial seizure > arm & jerk; smell & burning; deja; one side & jerk; lip & smack; pluck
epilepsy; epileptic > fit; seizure; epilep
alcohol withdrawal seizures; withdrawal seizure; withdrawal seizures > fit & stop; fit & drink
post ictal; postictal; post ictal confusion; postictal drowsiness > after & fit; sleepy & after; muddled & after; came round
tongue biting; lateral tongue biting > bit & tongue; bitten & tongue; tongue
status epilepticus > fit & not & stop; one after another
tremor; postural tremor; resting tremor; action tremor; essential tremor; intention tremor; hand tremor; morning tremor > shake; tremble; shaky; shakes; wobble; jitter
action; on action; intention > hold; pick; cup; write; pour; reach; spoon
rest tremor; resting; resting tremor; pill rolling > shake & still; shake & rest; shake & lap; telly; pill
bradykinesia; slowness; slowness of movement; slowed movements; hypokinesia > slow; takes & ages; sluggish; slowness
rigidity; cogwheel rigidity; cogwheeling; increased tone > stiff; stiffness; ratchet
parkinsonism; parkinsonian; parkinson's; parkinson's disease > parkinson; shuffle; tiny & writing
shuffling gait; festinant gait; shuffling; freezing of gait; gait freezing > shuffle; small & steps; feet & stick; freeze; glue; stuck & floor
spiral; spiral drawing; archimedes spiral > spiral; draw
dystonia; dystonic; torticollis; writer's cramp > neck & twist; hand & cramp & write; twist
chorea; choreiform; dyskinesia; involuntary movements; abnormal movements > fidget; writhe; jerk; move & own; twitch; dance
myoclonus; myoclonic jerks > jump; jerk; twitch
ataxia; ataxic; gait ataxia; incoordination; dysdiadochokinesis > drunk; wobbl; stagger; unsteady; clumsy; weave; bump; all over the place
unsteady; gait unsteadiness; unsteady gait; unsteadiness > wobbl; balance; furniture; veer; stagger; hold on
dysarthria; slurred speech; slurring > slur; drunk & speech; words & thick; mumble
dysphasia; aphasia; expressive dysphasia; word finding difficulty; word finding difficulties > cannot & words; words & out; find & word; wrong words; word & tip; get & words
hemiparesis; hemiplegia; unilateral weakness; limb weakness; right sided weakness; left sided weakness; arm weakness; leg weakness > weak; heavy; drag; drop; dead; not & lift; not & move; not work; give way; legs & go; floppy
leg weakness; lower limb weakness; leg heaviness > leg & weak; leg & heavy; leg & go; leg & give; leg & drag; legs & just; legs
arm weakness; upper limb weakness > arm & weak; arm & heavy; arm & drop; hand & drop
facial weakness; facial palsy; facial droop; facial asymmetry; bell's palsy > face & drop; face & droop; mouth & side; smile & crook; eye & not & shut; dribble & side; eye & shut; bell
foot drop; foot slap > foot & drag; foot & trip; toes & catch; slap
paraplegia; paraparesis; quadriplegia; tetraplegia; paralysis > cannot & move & leg; paralys; no & move; wheelchair
stroke; cerebrovascular event; CVA; cerebrovascular accident; following stroke > stroke
transient ischaemic attack; TIA; transient neurological symptoms > mini stroke; went & back to normal; came back & minutes; arm & dead & minutes
thrombolysis; thrombectomy > clot & bust; dissolve & clot; pull & clot
intracranial haemorrhage; subdural; subdural haematoma; subarachnoid haemorrhage > bleed & brain; bleed & head; blood & brain
brain tumour; space occupying lesion; meningioma > tumour & head; lump & brain; growth & brain
multiple sclerosis; MS; demyelination; demyelinating; MS relapse > MS; relapse; patch & brain; patch & spine; lining & nerve
optic neuritis; retrobulbar neuritis > eye & pain & blur; optic
spinal lesion; cord lesion; spinal cord lesion; enhancing lesion; new lesion; spinal > spine; back & patch; patch & cord
trunk; truncal; torso; thoracic; band like sensation; trunk sensory level > middle; chest; waist; tummy; band; ribs
lhermitte; lhermitte's; lhermitte's sign > shock & neck; bend & neck & electric
heaviness; heavy > heavy; lead; weigh
neuropathic pain; burning pain; nerve pain; dysaesthesia > burn; electric; shoot; coals; hot & feet; pins
complex regional pain syndrome; CRPS > hand & swell & colour; sweaty & hand & pain
motor neurone disease; fasciculations; fasciculation > twitch; flicker; muscle & jump; ripple
myasthenia; myasthenia gravis; fatigable weakness; fatigability > tired & by evening & lid; worse & day & chew; droop & evening
guillain barre; ascending weakness > creep & up; up & legs; legs then
lumbar puncture; cerebrospinal fluid > needle & back; spine & needle; fluid & spine
nerve conduction studies; electromyography; nerve conduction study; EMG > nerve & test; little shocks; needle & muscle; electric & test
electroencephalogram; EEG > brain wave; wires & head; brain & tracing
neuroimaging; brain imaging > scan & head; scan & brain; picture & head
imaging > scan; picture; MRI; CT; x-ray; ultrasound
cognitive impairment; cognitive decline; memory impairment; memory loss; forgetfulness; memory difficulties; short term memory loss > forget; memory; repeat; same question; lose & things; not remember; names; keys & fridge; muddle; where & put
dementia; alzheimer's; alzheimer's disease; vascular dementia; lewy body > dementia; alzheimer; forget & things
disorientation; disoriented; disorientated; disorientation in time; confusion; confused; disorientated in time > not & know & where; believe; what day; muddled; lost; work & retired; wander; not know & day
delirium; acute confusion; acute confusional state > suddenly & muddled; confus; see & things; not herself; not himself; pull & drip; all over the place
sundowning; evening confusion > evening & muddled; evening & confus; worse & evening
wandering; wandering behaviour; nocturnal wandering > wander; out & night; lost; found & street; up & dressed; gone out
cognitive assessment; cognitive screening; cognitive testing; MMSE; MoCA; mini mental; cognitive score > memory test; remember & words; clock; draw; score; points
poor concentration; impaired concentration; reduced concentration; concentration difficulties; attention difficulties > cannot & concentrate; follow & page; read & line; focus; book; take & in; mind & wander; cannot & follow; film; brain fog; fog
low mood; depressed mood; depressive symptoms; depression; depressed; dysphoria > low; flat; cry; blue; miserable; rubbish; dark; fed up; hopeless; black; empty; tears; not & get out of bed
major depression; depressive episode; depressive disorder > depress; low & weeks
anhedonia; loss of interest; loss of enjoyment; reduced interest; lack of enjoyment; reduced motivation; lack of motivation > not & enjoy; no & interest; given up; cannot & bother; nothing & fun; gone off; not & bothered; no & joy; used to love
tearful; tearfulness; crying; episodes of crying > cry; tears; weep; sob; well up
hopelessness; hopeless; pessimism; helplessness > no & point; no & hope; future; what's the point; pointless; never & better
guilt; worthlessness; feelings of guilt; feelings of worthlessness; low self esteem; poor self esteem > fault; guilt; useless; burden; worthless; hate & myself; let & down; failure; rubbish mum
social withdrawal; withdrawn; socially withdrawn; social isolation; isolated; reduced socialising > not & go out; stay & room; not & see & friend; avoid & people; shut & away; no & friends; nobody; lonely; alone; in & bed; not & answer
anxiety; anxious; generalised anxiety; anxiety symptoms; apprehension; worry; excessive worry > worry; nervous; on edge; churn; knot; butterflies; dread; what if; wound; panic; stressed; mind & race; tense
panic attacks; panic attack; panic disorder; panic > heart & race; cannot & breathe; going to die; sweat & get out; chest & tight; shake & shop; burst; get out; heart & burst; hyperventil
agoraphobia; avoidance of crowded places; avoids crowds > cannot & go out; crowd; supermarket; leave & house; bus; not & leave
social anxiety; social phobia > people & look; stare; blush; speak & front; party; judge
specific phobia; phobia; needle phobia; fear of flying; phobic > scared; terrif; spider; needle; fly; frightened; lift
obsessive compulsive disorder; OCD; obsessive; obsessional; obsessions; obsessive thoughts; obsessional fear; intrusive thoughts > dread; thought & head; cannot & stop & think; germs; stuck & thoughts; over and over; horrible thoughts; fear & make; pop & head
compulsions; compulsive; compulsive behaviour; rituals; ritualistic; compulsive checking; checking behaviour > scrub; wash & hands; check; count; over and over; order; line up; forty; thirty; raw
hand washing; handwashing; compulsive hand washing > scrub & hands; wash & hands
contamination; fear of contamination; contamination fears > germs; dirty; make & ill; ill; catch
insight; good insight; with insight; insight preserved; retained insight > know & daft; know & silly; know & stupid; know & sense; know & not real; I know; know & ill
post traumatic stress; PTSD; post traumatic stress disorder; traumatic stress; trauma related > flashback; nightmare; keep & see; back there; since & crash; since & attack; relive
nightmares; distressing dreams; bad dreams > dream; nightmare
flashbacks; re experiencing; intrusive memories > flashback; see & again; back there; replay; relive; film & head
hypervigilance; hyperarousal; exaggerated startle; startle response > jump; edge; look & shoulder; startle; door & check; back & wall
dissociation; derealisation; depersonalisation; dissociative > not real; outside & body; float; watch & myself; far away; spaced; zoned; glass
bereavement; grief; grief reaction; bereaved; loss of > died; lost & husband; lost & wife; lost & mum; lost & dad; pass away; passed; funeral
adjustment disorder; stress reaction; work related stress; occupational stress > boss; stress & work; work & pressure; deadline; since & divorce
burnout; emotional exhaustion > burnt out; nothing left; empty & work
suicidal ideation; suicidal thoughts; thoughts of suicide; thoughts of self harm; passive suicidal ideation; passive death wish > not & be here; end it; better off dead; not wake; kill; tablets & take; jump; rope; bridge; want to die; disappear
suicide attempt; attempted suicide; overdose; intentional overdose; previous overdose; deliberate self poisoning > overdose; took & tablets; tried & kill; took & all; swallow & pills; hang
deliberate self harm; self harm; self injury; self inflicted; cutting > cut & myself; burn & myself; scratch & myself; cutting; blade; hurt & myself; razor
protective factors; protective factor > kids; children; dog; mum; family; because of; faith; would not & because
suicidal intent; suicide plan; suicidal plans; plans > plan; how & do it; would not; going to do
psychosis; psychotic; psychotic symptoms; first episode psychosis > voice; telly & talk; spy; follow; chip; poison
auditory hallucinations; hallucinations; hearing voices; auditory > voice; hear & nobody; hear & people; whisper; talking about me
visual hallucinations; visual hallucination; visual > see & not there; see & people; see & cats; little people; children & corner
command hallucinations > tell & me to; voices & do
delusions; delusional; paranoid ideation; paranoia; paranoid; persecutory; persecutory delusions; paranoid delusions; delusional beliefs; belief; believing; beliefs > think & watch; after me; spy; neighbours; poison; follow; bugged; camera; plot; steal; convinced
thought disorder; thought insertion; thought broadcasting; ideas of reference > thoughts & put; telly & about me; read & mind; radio
mania; manic; hypomania; elevated mood; elated; manic episode; manic symptoms > high; not & sleep & energy; spending; buzzing; on top of & world; invincible; no & sleep; top of the world
pressured speech; pressure of speech; flight of ideas; racing thoughts > talk & fast; talk & stop; thoughts & race; mind & race; not & keep up; cannot & shut up
disinhibited; disinhibition; impulsive; overspending; reckless > spend; bought; naked; strangers; credit card; gamble
bipolar; bipolar disorder; bipolar affective disorder > bipolar; highs and lows; manic
mood stabiliser; antipsychotic; depot; depot injection; antidepressant; SSRI > lithium; injection & month; olanzapine; depot; tablet & mood; sertraline; fluoxetine; citalopram; quetiapine; risperidone; aripiprazole; injection & weeks
eating disorder; anorexia nervosa; bulimia; bulimia nervosa; disordered eating > make & sick; not & eat; calorie; fat; weigh & times; scales; fingers & throat; laxative; binge
self induced vomiting; self induced; purging; purges; purging behaviour > make & myself & sick; made & myself & sick; fingers; bring & up; sick & purpose; myself & sick; throw & up & purpose
binge eating; bingeing; binges; binge > whole & packet; eat & everything; stuff; cannot & stop & eat; loaf; tub
calorie counting; calorie restriction; dietary restriction; food restriction; restricts intake > calorie; count; skip & meal; only & eat; starve; apple & day; live & on
body image; body image disturbance; fear of weight gain; distorted body image; body dissatisfaction > fat; mirror; huge; hate & body; terrified & weight
excessive exercise; compulsive exercise; overexercise > run & twice; gym & hours; star jumps; exercise & hours
misuse; substance misuse; substance use; drug misuse; illicit drug use; illicit; illicit use; illicit substances; recreational drugs; recreational drug use; drug use > heroin; cocaine; coke; cannabis; weed; smoke; inject; speed; crack; ketamine; pills; MDMA; spice; on top; score; gear; line; joint
opioid dependence; opiate dependence; opioid use disorder; opioid addiction; heroin dependence > heroin; codeine & cannot; tramadol & cannot; methadone; script; smack; hooked; gear
injecting; intravenous drug use; injecting drug use; injects > inject; needle; vein; dig; shoot; groin
opioid substitution; opioid substitution therapy; opiate substitution; methadone maintenance > methadone; buprenorphine; subutex; script
alcohol dependence; alcohol misuse; alcohol use disorder; harmful drinking; hazardous drinking; alcohol excess; heavy alcohol use > vodka; drink & morning; bottle & day; litre; cans & day; shake & morning; drink & every; cannot & stop & drink
alcohol withdrawal; withdrawal symptoms; alcohol withdrawal symptoms; withdrawal > shake; sweat & stop; fits & stop; rattle; cold turkey; sick & stop; when & stopped; till & had
alcohol consumption; alcohol intake; drinks; consumes; consumption; drinking > vodka; wine; beer; pint; gin; whisky; cider; drink; get through; units; cans; glass; lager; bottle
detoxification; alcohol detoxification; medically assisted withdrawal; detox; inpatient detoxification; assisted withdrawal > detox; dry & out; come off; coming in; chlordiazepoxide; librium
inpatient > come & in; coming in; keep & in; ward; stay; bed; hospital
relapse; relapsed > back & drink; start & drink; slip; fell & wagon; use & again; lapse; back on
abstinent; abstinence; sobriety; sober; in recovery > dry; not & touched; clean; not & drop; not & drink & since; off it; sober; not & used
alcohol support; mutual aid; alcoholics anonymous; recovery group > AA; meeting; group; sponsor
gambling; gambling disorder; problem gambling; pathological gambling; online gambling; betting > bet; bookies; casino; slot; stake; horses; scratch; poker
online; internet > phone; app; web; laptop; internet; computer
debt; debts; financial difficulties; financial loss; financial; financial strain; financial problems > owe; lost; rent; loan; behind; bills; thousand; money; card; payday; mortgage; skint; broke
nicotine dependence; smoker; tobacco use; current smoker; cigarette smoking > smoke; fag; roll; cigarette; pack; vape; twenty a day
former smoker; ex smoker > used to smoke; stop & smok; gave up; quit; packed & in; given up
lifelong non smoker; never smoked; never smoker; non smoker > never & smoke; not & smoke; never & touch
e cigarette; vaping; vape use > vape; elf; puff
cannabis use; cannabis > weed; joint; spliff; skunk; dope; hash; bong
driving advice; driving restriction; DVLA; driving licence; advised not to drive; not to drive; driving > drive; licence; wheel; car; DVLA; keys
occupational therapy; speech and language therapy; speech therapy; multidisciplinary > OT; speech; swallow; therapist; occupational
cognitive behavioural therapy; CBT; psychological therapy; talking therapy; psychotherapy; counselling; psychological support > talk; counsell; therapy; someone to talk; therapist; psycholog
crisis team; crisis resolution; home treatment team; community mental health team; mental health services; secondary mental health > crisis; mental health; team; CPN; community nurse; psychiatr
sectioned; mental health act; detained; compulsory admission; involuntary admission > section; police; against & will; locked
capacity; mental capacity; lacks capacity; capacity assessment > decide; understand; weigh; decision
lasting power of attorney; power of attorney > attorney; power & attorney; papers & daughter
learning disability; intellectual disability > learning; special school; support & live
`)
