import { rowsOf } from '../row.ts'

/** Joints, bones, muscles, hands and feet, injuries, burns and wounds. */
export const JOINTS_AND_BONES = rowsOf(`
arthralgia; joint pain; polyarthralgia; joint pains > joint & ache; joint & hurt; joint & sore; knuckle; joints; fingers & ache
polyarticular; multiple joints; polyarthritis > all & joint; every joint; hands & knees; wrists & knees; joints
monoarticular; single joint; monoarthritis > one joint; just & knee; just & toe; only & ankle; only & knee
synovitis; joint swelling; swollen joints; boggy > joint & swell; knuckle & swell; boggy; squashy; puffy; joint & puffy
early morning stiffness; morning stiffness; prolonged morning stiffness > stiff & morning; get going & morning; hour & going; morning & going; loosen; stiff & wake; wooden
girdle; shoulder girdle; limb girdle; hip and shoulder girdle; girdle pain > shoulder; hips
proximal myopathy; proximal weakness; proximal muscle weakness > stairs; chair & get up; arms & up; lift & arms; hair; low & sofa; sofa; squat; overhead
difficulty rising from a chair; difficulty rising; rising from a low seat; rising from a chair; rising from low seating; standing from a chair; standing from a seat > get up & chair; get up & sofa; push & chair; low & sofa; out of a chair; off & sofa; get up; off the toilet
low seat; low seating; seated > sofa; chair; toilet
raising arms; arm elevation; overhead activities; overhead reach; reaching overhead > lift & arm; hair; shelf; washing & line; above & head; bra; coat; reach & up; lightbulb
polymyalgia; polymyalgia rheumatica; PMR > polymyalgia
giant cell arteritis; temporal arteritis; GCA > temporal arteritis; arteritis; giant
scalp tenderness; scalp pain; tender scalp > brush & hair; comb; hair & hurt; head & touch; pillow & hurt; side of & head
jaw claudication; pain on chewing; chewing pain; jaw pain on chewing > jaw & chew; jaw & eat; jaw & ache; chew & hurt
rheumatoid arthritis; inflammatory arthritis; seropositive > rheumatoid; inflam & joint
osteoarthritis; degenerative joint disease; degenerative changes; osteoarthritic changes > wear; wear and tear; worn; bone on bone; arthritis; cartilage & thin
gout; acute gout; gouty arthritis; podagra > gout; big toe & red; crystals; toe & hot
crystal arthropathy; monosodium urate; tophi; tophus > crystal; chalk; lumps & gout
septic arthritis > infect & joint; joint & infect
joint aspiration; aspiration; arthrocentesis > needle & joint; draw & fluid; fluid & off; needle & knee
intra articular; intra articular injection; steroid injection; joint injection; corticosteroid injection > injection & joint; jab & knee; jab & shoulder; steroid & into; injection; cortisone; inject
systemic lupus; lupus; SLE; systemic lupus erythematosus > lupus
photosensitive; photosensitivity; photosensitive rash; sun sensitivity > sun; sunlight; light & skin
malar rash; butterfly rash; facial rash; malar > cheek; face & rash; across & cheek; butterfly
connective tissue disease; scleroderma; systemic sclerosis; sclerodactyly > tight & skin; skin & hard
sicca; sicca symptoms; sjogren's; sjogren > dry & eye; dry & mouth
ankylosing spondylitis; axial spondyloarthritis; inflammatory back pain; spondyloarthropathy > back & stiff & morning; back & night & better; stiff & loosen & back
fibromyalgia; widespread pain; chronic widespread pain > all over & ache; everywhere & hurt; fibro
osteoporosis; reduced bone density; low bone density; osteopenia; bone density > thin & bone; bone & weak; DEXA; brittle; bones & thin; bone scan
fragility fracture; vertebral fracture; compression fracture; vertebral collapse; wedge fracture > crush; back & crack; spine & collapse; collapse; height & lost; squash
fracture; fractured; bony injury > break; broke; broken; crack; snap
calcaneal; calcaneus; heel fracture; calcaneal fracture > heel; heel bone
metatarsal; metatarsal fracture; stress fracture; stress reaction > foot & break; hairline; bone & crack; foot bone; training; shin
metacarpal; boxer's fracture > hand & punch; knuckle & break; knuckle
scaphoid; scaphoid tenderness; anatomical snuffbox > thumb & wrist; base & thumb; snuffbox
distal radius; colles fracture; wrist fracture; distal radial fracture > wrist & break; wrist & broke; outstretched
neck of femur fracture; hip fracture; fractured neck of femur > hip & break; broke & hip; broken hip
clavicle; clavicular; clavicle fracture > collarbone
rib fracture; rib fractures; costal > rib
vertebra; vertebral; spinal > spine; bone & back
coccyx; coccydynia; coccygeal > tailbone; tail bone; sit & hurt
dislocation; dislocated; subluxation > pop & out; out of & socket; came out; out & joint; pop & back
shoulder dislocation; anterior dislocation > shoulder & out; shoulder & pop
sprain; ligamentous injury; ligament injury; inversion injury > roll & ankle; turn & ankle; twist; went over; go over; sprain
anterior cruciate ligament; ACL; cruciate > cruciate
meniscal injury; meniscal tear; meniscus > cartilage; lock & knee; knee & stuck; knee & catch
haemarthrosis; joint effusion; knee effusion; effusion > swell; balloon; fluid; grapefruit; water & knee
giving way; instability; joint instability; unstable > buckle; go & from under; not & trust; slip
patellofemoral; anterior knee pain; patellofemoral pain > front & knee; kneecap; stairs & knee; sit & knee
prepatellar bursitis; olecranon bursitis; bursitis; trochanteric bursitis > bursa; lump & elbow; kneel; side & hip; lie & hip
achilles; achilles tendinopathy; achilles tendon; achilles rupture > heel & back; back of & ankle; cord; kick & back; pop & calf; achilles
plantar fasciitis; plantar heel pain; fasciitis > heel & morning; heel & first; heel & step; under & heel; sole; stone & heel
plantar; plantar surface; sole of the foot > under; sole; heel; bottom & foot; underneath
hallux valgus; bunion; bunions > bunion; big toe & side; lump & toe
hallux; great toe; first toe > big toe
hammer toe; claw toes; toe deformity > toe & curl; toes & bent
ingrowing toenail; ingrown toenail; onychocryptosis > nail & in; toe & nail; nail & dig
onychomycosis; fungal nail; nail dystrophy; dystrophic nails > nail & thick; nail & yellow; nail & crumbl
subungual haematoma; paronychia; nail bed > nail & black; nail & pus; nail & swell; side & nail
corn; callus; callosity; hyperkeratosis > hard skin; corn; thick & skin
rotator cuff; rotator cuff tear; supraspinatus > shoulder & tear; shoulder & lift; cuff
subacromial impingement; impingement; painful arc; shoulder impingement > shoulder & reach; shoulder & catch; arm & halfway; shoulder & lift; above & shoulder
adhesive capsulitis; frozen shoulder > shoulder & stuck; shoulder & freeze; shoulder & move; frozen
epicondylitis; lateral epicondylitis; tennis elbow > elbow & outside; elbow & grip; tennis
carpal tunnel syndrome; carpal tunnel; median nerve compression; median nerve > thumb & tingl; wrist & nerve; shake & hand; thumb & first; hand & numb & night; carpal; nerve & wrist
ulnar neuropathy; cubital tunnel; ulnar nerve; ulnar > little finger; elbow & tingl; funny bone
tinel; tinel's; tinel's sign; tinel test; tinel's test > tap
phalen; phalen's; phalen's test > bend & wrist; wrists & bent
thenar; thenar eminence; thenar wasting > base & thumb; ball & thumb; thumb & muscle; muscle & thumb
wasting; atrophy; muscle wasting; muscle atrophy > shrink; shrunk; thin; flat; hollow; waste; lost & muscle; smaller
trigger finger; triggering; stenosing tenosynovitis > finger & catch; finger & lock; finger & click; finger & stuck
dupuytren; dupuytren's; dupuytren's contracture > cord & palm; finger & curl; palm & thick; finger & bent & palm; palm & lump
contracture; fixed flexion; flexion deformity; flexion contracture; in flexion; flexed > bend; bent; curl; not & straight; cannot & straight
manual extension; passive extension; extension; on extension > straighten; pull & straight; open; straight
requiring; requires; needing > have to; need; had to; must
de quervain; de quervain's; tenosynovitis; tendinitis; tendinopathy > tendon; thumb & wrist; wrist & lift
ganglion; ganglion cyst > lump & wrist; jelly & lump; bump & wrist
nodule; nodules; nodular; heberden's nodes > lump; knobbly; bump; knob; pea
index finger; index; index and middle fingers; index and middle > first finger; first two finger; pointing; next & thumb; two finger; trigger finger
middle fingers; middle finger > two finger; first two; long finger
grip strength; reduced grip; weak grip; grip weakness > grip; drop; jar; hold; lid; bottle; squeeze
fine motor; dexterity; fine movements; manual dexterity > button; pick up; coins; write; key; thread
dropping objects; drops objects > drop
numbness; reduced sensation; sensory loss; hypoaesthesia; reduced foot sensation; anaesthesia > numb; not & feel; felt nothing; cannot & feel; dead; cotton wool; dull; no feeling; miss & thread
paraesthesia; pins and needles; tingling > tingl; pins; needle; ants; fizz; buzz; prickl; electric; numb
radiculopathy; sciatica; radicular pain; nerve root pain; lumbar radiculopathy; radicular > down & leg; shoot & leg; leg & electric; into & foot; buttock & leg; back & leg
lumbago; lumbar pain; low back pain; lower back pain; mechanical back pain; lumbar > low & back; lift & back
cervical; cervical spine; cervical spondylosis; neck pain > neck
whiplash; whiplash injury > neck & crash; rear & end; back & shunt; neck & car; hit & behind
cauda equina; cauda equina syndrome; saddle anaesthesia; saddle numbness; perineal numbness > saddle; numb & between; numb & bottom; wipe & feel; feel & wipe; numb & down
straight leg raising; straight leg raise > lift & leg; leg & up
spinal stenosis; neurogenic claudication > lean & trolley; bend & forward & ease; walk & back & sit
myalgia; muscle pain; muscle aches; muscular pain; bone pain > muscle & ache; muscle & sore; bones & ache; ache & all; flu & ache; thighs & solid
rhabdomyolysis; creatine kinase; raised creatine kinase; CK; elevated CK > muscle enzyme; muscle & enzyme; muscle & break; cola
muscle stiffness; thigh stiffness; rigidity; hypertonia; stiffness > solid; stiff; hard; tight; rock; board; wooden
muscle cramps; nocturnal cramps; leg cramps > cramp; charley
muscle strain; hamstring strain; calf strain; hamstring injury; muscle tear > pull; tear; twang; ping; pop
shin splints; medial tibial stress syndrome; tibial; shin pain > shin
overuse; overuse injury; training load; increase in training; increased training load > training; double; miles; up & training; run & more
range of movement; range of motion; active movement; movement; active range of motion > move; lift; bend; turn; reach; raise; straighten
weight bear; weight bearing; unable to weight bear; bear weight; non weight bearing; partial weight bearing > stand; walk; put & weight; step; put & foot; hop; crutch
antalgic; antalgic gait; limping; limps > limp; hobble
mobility; mobilises; mobilising; ambulates; ambulation; walking; mobility aid; ambulant > walk; stick; frame; get about; wheelchair; steps; on & feet; zimmer; crutches; furniture
wheelchair; wheelchair bound; wheelchair dependent; wheelchair user > chair & wheel; wheelchair; wheels
fell; fall; falls; recurrent falls; mechanical fall; fallen; falling > fall; trip; tumble; down & stairs; went over; floor; slip; came off; land; fell
fall from height; fell from height > ladder; roof; scaffold; fell off; came off; tree; wall
trauma; traumatic injury; injury; injured; following a fall; following injury; following trauma > fall; hit; bang; crash; knock; kick; twist; landed; came off; horse; ladder; accident; crush; smash; tripped; slipped
head injury; head trauma; concussion; concussive > head & hit; bang & head; knock & head; came off; horse; bike; concuss; star
post concussion; post concussion syndrome; post concussive symptoms > concuss; headache & screen; head & bang
screen use; screens; screen time > screen; phone; telly; computer; laptop; ipad; tablet & game
road traffic accident; road traffic collision; motor vehicle collision; RTC; motor vehicle accident > car; crash; hit by; motorbike; bus; lorry; van; knock & off & bike; shunt
fractured ribs; chest trauma > rib
laceration; lacerated; open wound; incised wound; wound > cut; gash; slice; knife; glass; open; split
abrasion; grazes > graze; scrape; road rash; skin & off
puncture wound; puncture > nail; stood on; needle; spike; thorn
animal bite; dog bite; cat bite; human bite; bite wound > bite; bit; bitten
tetanus; tetanus prophylaxis; tetanus immunisation; tetanus booster > tetanus; lockjaw
wound infection; infected wound; surgical site infection > red; pus; hot; smell; ooze; weep; infect; green
wound dehiscence; dehiscence; wound breakdown > come & apart; open & up; burst; split; gape
wound care; dressing changes; wound dressing; dressed > dress; bandage; plaster; nurse; pack
exudate; exuding; exudative; exuding ulcer; wet > weep; ooze; leak; wet; drip; seep
slough; sloughy; granulation; granulating; granulation tissue > yellow & wound; pink & wound; beef; slime; yellow; clean & pink
ulcer; ulceration; ulcerated > sore; open; hole; raw
probing to bone; osteomyelitis; exposed bone; bone infection > to bone; bone & infect; down to bone
diabetic foot; neuropathic ulcer; foot ulcer; diabetic foot ulcer > foot & ulcer; ulcer & toe; ulcer & heel; diabet & foot
neuropathy; peripheral neuropathy; diabetic neuropathy; sensory neuropathy; polyneuropathy; neuropathic > nerve; feet & numb; feet & burn; feet & tingl; felt nothing; feet & dead; feet & hot; coals; cotton wool
allodynia; hyperalgesia; touch sensitivity; hypersensitivity to touch > duvet; sheet; touch & hurt; clothes & hurt; sock & hurt; light & touch
monofilament; monofilament sensation; monofilament testing; protective sensation > thread; nylon; feel & touch; prodd; touch
sites; site; points > point; spots; places
charcot > foot & collapse; foot & shape
burn; burns; thermal injury; scald; scalds > hot; boil; kettle; steam; iron; oven; flame; fire; burn; tea; scald; water
partial thickness; superficial burn; superficial partial thickness; partial thickness burn > blister; pink; wet
full thickness; deep burn; full thickness burn > white; leather; waxy; char; no & feel
total body surface area; body surface area; TBSA; surface area > percent; per cent
preserved sensation; intact sensation; sensation intact; sensation preserved; sensation present > can feel
cooling; first aid; cooled; cooling with water; immediate cooling > water; towel; tap; run; cold; wet; cling film
crush injury; degloving; amputation > crush; trap; door; squash; caught; machine
foreign body; embedded foreign body; splinter > splinter; glass; thorn; bit of; metal
compartment syndrome > tight & leg & pain; plaster & tight
plaster; cast; plaster cast; immobilisation; immobilised; splint; splinted; splinting; brace; orthosis; orthotic > plaster; cast; splint; boot; brace; sling; strap; pot; insole
sling; broad arm sling > sling
reduction; manipulation; closed reduction; manipulation under anaesthesia; reduced > put & back; pull & straight; set; back in
internal fixation; open reduction internal fixation; ORIF; metalwork; surgical fixation; fixation > plate; screw; pin; rod; nail & bone; metal; wire
arthroscopy; arthroscopic; keyhole surgery; laparoscopic; laparoscopy > keyhole; camera & knee; camera & joint; little holes
arthroplasty; joint replacement > new knee; new hip; knee & done; hip & done; replace & knee/hip/shoulder
prosthesis; prosthetic; prosthetic limb; artificial limb > false leg; leg & off; stump; metal; artificial
phantom limb; phantom pain; phantom limb pain; stump pain > still & feel & leg; toes & gone; feel & foot & not there
spasticity; spastic; increased tone; tone; muscle tone > stiff; curl; tight; clench; fist; board; spasm; jerk
hand spasticity; upper limb spasticity > hand & stiff; hand & curl; hand & tight; fist; arm & stiff
night splint; night splinting; resting splint > splint & night; splint
botulinum toxin; botox injections > botox
physiotherapy; physical therapy; rehabilitation; strengthening exercises; exercise programme; stretching; stretches > exercise; physio; stretch; strengthen
return to sport; return to play; resume sport; return to running > back & run; back & play; back & training; football; sport; run again; match; riding
avoid; avoidance; refrain; abstain; rest from > stop; stay; keep; leave; till
symptom free; asymptomatic; free of symptoms; symptom resolution > without & symptom; no & symptom; fine; clear; better; nothing
`)
