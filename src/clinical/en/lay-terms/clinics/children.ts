import { rowsOf } from '../row.ts'

/** Children and young people, and those who speak for them. */
export const CHILDREN = rowsOf(`
parental concern; parental; caregiver concern > mum; dad; my son; my daughter; worry & he/she; my little; my baby; my boy; my girl
infant; neonate; toddler; newborn > baby; months old; little one; weeks old; born
child; paediatric > kid; son; daughter; little one; my boy; my girl
lethargy; lethargic; reduced activity; drowsy; listless; reduced responsiveness > floppy; sleepy; not himself; not herself; flat; no energy; limp; hard to wake; lie & sofa; just lies
irritable; irritability; inconsolable; unsettled; crying; distressed > cry; scream; grizzle; whinge; cannot & settle; moan; miserable; fractious; shout
poor oral intake; reduced oral intake; poor fluid intake; refusing fluids; reduced intake > not & drink; not & eat; sips; refuse; turn away; nothing & down; half; barely & drink; off & food; not & take
reduced urine output; decreased urine output; oliguria; fewer wet nappies; reduced wet nappies; wet nappies > nappy & dry; nappy & wet; not & wee; dry & nappy; fewer & nappy; only & nappy; hardly & wee
dehydration; dehydrated; clinically dehydrated > dry; sunken; nappy; not & wee; tears; lips & dry; thirsty
sunken eyes; sunken fontanelle > sunk; hollow; soft spot & in
bulging fontanelle > soft spot & out; bulge; soft spot & up
non blanching rash; purpuric rash; petechial rash; purpura; petechiae; petechial > glass; not & fade; bruise & spots; pin prick; purple; not & go & press; tiny & red; pinprick
blanching rash; blanches; viral exanthem; exanthem; maculopapular rash > fade; glass; press & white; disappear & press; rash & virus; blotch
croup; laryngotracheobronchitis; barking cough > bark; seal; dog & cough
bronchiolitis > chest & baby; wheez & baby; RSV; snot & breath
hand foot and mouth; hand foot and mouth disease > blister & hand & mouth; spot & feet & mouth; hand & foot & mouth
slapped cheek; erythema infectiosum; parvovirus > cheek & red; slapped
chickenpox; varicella; vesicular rash > chickenpox; blister & spots; chicken pox; itchy & spots; spots & scab
scarlet fever; strawberry tongue; sandpaper rash > sandpaper; strawberry; tongue & red; rough & rash
impetigo; honey coloured crusting; crusted lesions > crust; golden; scab & nose; honey; weep & face; yellow & crust; cornflake
scabies; head lice; pediculosis > lice; nits; mites; burrow; itch & hands & night; crawl
threadworms; enterobiasis; worms > worm; thread; itchy & bottom & night; white & bottom
molluscum; molluscum contagiosum > pearl; spots & dimple; little & shiny
verruca; verrucas; plantar wart; viral wart; warts > verruca; wart
febrile convulsion; febrile seizure; febrile convulsions > fit & hot; fit & fever; shake & temperature; jerk & temperature; shook & hot; fit & temperature
absence seizure; absence seizures; absences; vacant episodes > blank; stare; daydream; zone; glaze; switch off; vacant; not there
breath holding; breath holding attacks > hold & breath; blue & cry; breath & scream; went blue & cry
enuresis; nocturnal enuresis; bedwetting; night time wetting; night wetting > wet & bed; nappy & night; pull up; wet & night; bed & wet; sheets & wet; nappies
daytime wetting; daytime urinary incontinence; daytime continence > wet & day; wet & school; dry & day; wet & pants
toilet training; toilet trained; potty training > potty; nappy; train; dry
constipation; stool withholding; withholding > poo & days; rock; hold & in; hard & poo; cross & legs; pellets; hide & poo; afraid & poo; hurt & poo
soiling; encopresis; overflow soiling > soil; pants; skid; poo & pants; mess
speech delay; delayed speech; language delay; speech and language delay; expressive language; limited speech; delayed language > not & talk; words; few words; not & say; only & says; talk & behind; point; babble; sentences
motor delay; delayed walking; gross motor delay; delayed motor milestones; developmental delay; delayed milestones; global developmental delay > not & walk; not & sit; not & crawl; behind; bottom shuffle; late & walk; slow
developmental regression; regression > stop & talk; lost & words; used to & say; forgot & words
toe walking; walks on toes > toe; tip
tripping; clumsiness; frequent falls; falls; poor coordination; incoordination; clumsy > trip; fall over; own feet; bump; drop; clumsy; fall & feet; bash
in toeing; intoeing; pigeon toed > toes & in; pigeon; feet & in
bow legs; genu varum > bow; legs & out; cowboy
knock knees; genu valgum > knees & touch; knock & knee; knees & together
flat feet; pes planus > flat & feet; no & arch; arch
growing pains; limb pain > leg & night & hurt; ache & legs & night
limp; limping; antalgic gait; non weight bearing; refusal to weight bear > limp; not & walk; not & put weight; hop; not & stand; drag; carry
scoliosis; spinal curvature > curve & back; spine & bend; shoulder & higher; hump & bend
short stature; growth faltering; poor growth; short > small & class; shoe & size; shortest; not & grow; smallest; little for
tall stature > tall; tallest
precocious puberty; early puberty > early & breast; hair & seven; body odour & six; early
delayed puberty; pubertal delay > no & period & sixteen; not & develop; still & small; voice & not
growth chart; centile; centiles; growth centile > line; chart; red book; centile
restricted diet; restrictive eating; highly restricted diet; selective eating; fussy eating; food selectivity; avoidant restrictive food intake; limited diet; restricted > only & eat; beige; fussy; never & tried; picky; same food; nuggets; plain; not & touch & vegetable; will not & eat
vegetable intake; fruit and vegetables; fruit and vegetable intake > vegetable; veg; greens; fruit
dietary intake; dietary history; nutritional intake; diet > eat; food; meals; milk; beige
obesity; overweight; raised BMI; elevated BMI > weight; heavy; big; bmi; large
attention deficit; inattention; poor attention; hyperactivity; impulsivity; hyperactive; inattentive > sit still; fidget; concentrate; daydream; bounce; interrupt; climb; focus; blurt; on the go
school refusal; school avoidance; school non attendance > not & go & school; not & school; refuse & school; cries & school; miss & school; stay & home & school
bullying; bullied; victim of bullying; peer difficulties > bully; pick on; bullied; mean; tease; push & around; no friends; left out
school performance; academic performance; academic difficulties; declining grades > grades; marks; school & struggle; teacher & says; behind & class; reports
social communication difficulties; social communication; autistic features; autistic traits; restricted interests > not & look & eye; play & alone; line & cars; friends & hard; eye contact; trains; same & routine; meltdown
sensory sensitivities; sensory sensitivity; sensory issues > noise & ears; label; hoover; texture; socks; loud & hands
repetitive behaviours; repetitive behaviour; stereotypies; hand flapping > flap; spin; rock; line up; over and over; same thing
temper tantrums; behavioural difficulties; challenging behaviour; aggression; aggressive behaviour; behavioural outbursts; oppositional behaviour > tantrum; hit; bite; throw; kick; meltdown; shout; lash; temper; smash; rage
tics; tic; motor tics; vocal tics; tic disorder > blink; twitch; sniff; grunt; jerk & head; noises; clear & throat; shrug; squeak
separation anxiety > cling; not & leave; cries & leave
thumb sucking; dummy > thumb; suck; dummy; pacifier
safeguarding; safeguarding concerns; child protection; non accidental injury > social worker; social services; bruise & explain; hurt by; hit
social services; social services involvement; child in need; looked after child > social worker; foster; care order; social services
foster care; foster carer; adopted; adoption > foster; adopt
immunisations up to date; vaccinations up to date; fully immunised; fully vaccinated; immunisation status > jabs; all & jab; all his; all her; needles; vaccines
unimmunised; unvaccinated; not immunised; incomplete immunisations > not & jab; no & jab; never & jab; miss & jab; not & vaccine; not & had & vaccin
immunisation; immunisations; vaccination; vaccinated; vaccine > jab; shot; needle; injection; jabs
foreign body ingestion; ingestion; ingested; swallowed foreign body; accidental ingestion > swallow & coin; swallow & battery; swallow; swallowed; ate; drank; got into; put in & mouth
foreign body; nasal foreign body; aural foreign body > bead; up & nose; in & ear; pea; lego; button
accidental overdose; accidental poisoning > swallow & tablets; bottle & open; got into; ate & tablets; drank
pulled elbow; radial head subluxation > pull & arm; swing & arm; yank; not & use & arm; lifted & hand
greenstick fracture; buckle fracture; torus fracture > bend & bone; buckle; crack
head circumference; macrocephaly > head & big; head & size; head & measure
consanguinity; consanguineous > cousin
inherited; genetic; hereditary; familial; inherited disorder > gene; run in; family; carry; carrier; passed down
genetic testing; genetic counselling; genetic test; requests genetic testing > gene & test; gene; tested; blood & gene; want & test
mutation; pathogenic variant; gene carrier; gene mutation; variant; mutation carrier > gene; carry; faulty; BRCA; mistake & gene
carrier status; carrier testing; carrier > carry; carrier
`)
