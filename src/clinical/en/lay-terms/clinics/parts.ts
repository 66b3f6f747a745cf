import { rowsOf } from '../row.ts'

/** Parts of the body by what belongs to them and what is done with them, and complaints by the words for how they feel. */
export const PARTS_BY_USE = rowsOf(`
pain; painful; pains > hurt; ache; sore; agony; kill; sting; throb; burn; stab; cramp; tender; ouch; catch & breath; gripe; niggle; discomfort; twinge
ache; aching > ache; hurt; sore; pain
chest; thoracic; pulmonary; lungs; lung; respiratory > breath; cough; wheeze; puff; rib; breastbone; phlegm; chest
heart; cardiac; cardiovascular > beat; flutter; thump; pulse; valve; pacemaker; stent; angina
abdomen; abdominal; gastrointestinal; tummy > bowel; gut; belly; stomach; under & rib; belly button; side; poo; vomit
bowel; bowels; intestinal; colonic; rectal > poo; loo; toilet; stool; motion; runs; bottom; constipat
stool; stools; faecal; faeces > poo; loo; toilet; motion; runs; bowel; pan; number two
anal; perianal; rectum; rectal; anus > bottom; back passage; bum; behind; wipe; sit; pile; tail
urine; urinary; bladder; urological > wee; pee; loo; water; toilet; leak; catheter; pad; stream
genital; perineal; vulval; groin > down below; down there; private; between & legs; willy; vagina; penis; testicle; sex
vaginal; uterine; pelvic; gynaecological > period; womb; down below; smear; bleed; coil; baby; sex; ovar; tampon
breast; breasts; mammary > nipple; boob; feed; milk; bra; latch
skin; cutaneous; dermatological > rash; itch; spot; mole; patch; scratch; eczema; blister; tan; scar; graze; bruise
head; cranial > headache; temple; forehead; brain; concuss
brain; cerebral; neurological; intracranial > head; stroke; fit; memory; nerve; numb; scan
face; facial > cheek; smile; chin; jaw; forehead; beard
eye; eyes; ocular; visual; vision; ophthalmic > see; sight; read; glasses; lid; lens; blind; blur; look; pupil; contact
ear; ears; aural; auditory > hear; deaf; ring; wax; sound; listen; telly; eardrum; drum
nose; nasal > sneeze; snot; nostril; smell; breathe; blow; sniff; bunged; snore
mouth; oral; intraoral; dental > tongue; lip; gum; tooth; swallow; taste; chew; jaw; dentist; cheek; denture; eat
throat; pharyngeal; oropharyngeal; laryngeal > swallow; voice; tonsil; hoarse; croak
tooth; teeth; dental > dentist; gum; filling; chew; bite; jaw; denture; brush
neck; cervical > collar; head & turn; whiplash; nape
back; spine; spinal > disc; sciatic; vertebra; lower & back
arm; arms; upper limb; upper limbs; upper extremity > elbow; wrist; forearm; sleeve; biceps
hand; hands; manual; palmar > finger; thumb; grip; knuckle; palm
finger; fingers; digit; digits; digital > thumb; knuckle; index; pinkie; fingertip
leg; legs; lower limb; lower limbs; lower extremity > knee; calf; ankle; shin; thigh
limb; limbs; extremity > arm; leg; hand; foot; knee; calf
foot; feet; pedal; podiatric > toe; heel; shoe; sole; sock; trainer; bunion
knee; knees > kneecap; kneel; squat
joint; joints; articular > knuckle; knee; finger; wrist; hip; elbow; ankle; shoulder; toe; thumb
muscle; muscles; muscular; musculoskeletal > calf; thigh; pull; cramp; strain; ache; lift; biceps; hamstring; shoulder; neck; gym; stiff
bone; bones; bony; skeletal; osseous > break; broke; fracture; rib; hip; heel; wrist; shin; skull; plaster; crack
nerve; nerves; neural; neurogenic > tingl; numb; burn; shoot; electric; pins; sciatic; disc; trap
hair; scalp hair > bald; brush; head; comb
blood; bloody; haematological; haemorrhagic > bleed; bled; clot
kidney; kidneys; renal > loin; dialysis; creatinine
liver; hepatic > jaundice; bilirubin
vein; veins; venous > varicose; drip; cannula; needle; line
circulation; circulatory; vascular > foot & cold; leg & cold; vein; artery; calf
sleep; sleeping > bed; wake; woke; night; asleep; awake; nod; doze; snore; kip; dream; up & night; up till
waking; wakes; woken; awakening > wake; woke; woken; up & night; get up; alarm; up at
memory; cognition; cognitive > forget; remember; muddled; repeat; lose & keys; names
speech; language > talk; word; say; slur; babble
balance > fall; wobbl; steady; unsteady; dizzy; sway
gait; walking; mobility > walk; limp; stick; frame; shuffle; steps; on & feet
weight > stone; pound; kilo; heavy; thin; clothes; belt; trousers; dress size; scales; fat
appetite > eat; food; hungry; meal
temperature > hot; fever; cold; sweat; burn; shiver; thermometer
odour; smell > smell; stink; pong; fishy; whiff
colour > red; white; blue; black; brown; yellow; green; dark; pale; purple; pink; grey
swelling > lump; bump; puffy; balloon; swell; swollen; egg
wound > cut; stitch; scar; dressing; plaster; bandage; heal; gash; graze; burn; ulcer; sore
rash > spot; itch; red; hive; blotch; patch; welts; bumps; come up; came up
injury > fall; fell; hit; bang; twist; broke; cut; crash; hurt; tripped; landed; accident; kicked
medication; medicines; tablets; pharmacotherapy > pill; tablet; inhaler; drop; cream; script; dose; capsule; injection; syrup; medicine
symptoms; symptom > pain; cough
friend; friends; colleague; colleagues; peers > mate; pal; work; lads; girls; housemate
partner; spouse > wife; husband; boyfriend; girlfriend; fiance
team; service; services; unit; department; centre > clinic; nurse; doctor; hospital; specialist; people; ward; team
school; nursery; preschool > teacher; class; playgroup; lesson; pupils; reception; school
`)
