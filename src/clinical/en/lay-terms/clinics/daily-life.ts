import { rowsOf } from '../row.ts'

/** Work, home, family, food, sport, money, law and the general words for them. */
export const DAILY_LIFE = rowsOf(`
works; employed; employment; occupation; working; occupational history; job > work; job; shift; office; teach; drive; nights; factory; boss; done & years; run; clean; I'm a; build; at the
works nights; night worker; works night shifts; night shifts > nights; do nights; night shift
bakery; baker > bakery; bread; baker
teacher; primary school teacher; school teacher; teaches > teach; class; primary; pupils
school; schoolchild; school aged > class; teacher; pupils; reception
student; university student; university; college student; studying; undergraduate > lecture; uni; college; exam; student; degree; study; essay; halls; course
manual work; manual labour; manual worker; heavy manual work; physically demanding > lift; dig; carry; build; site; bricks; plaster; warehouse; labour; shovel
construction; construction worker; builder; labourer > site; build; brick; scaffold; roof
office work; desk based; sedentary work; office worker; sedentary; desk work > desk; computer; sit; office; screen
driver; professional driver > lorry; taxi; van; bus; drive; wheel; cab; truck
agricultural; farmer; farm work; farm worker > farm; sheep; cow; tractor; field
hairdresser; hairdressing > hair; salon; cut & hair
self employed; business owner > own & business; myself & work; my own; own boss
retired; retirement > retire; stop & work; pension; used to work; finished work
unemployed; out of work; redundancy; redundant; job loss > lost & job; laid off; no job; let & go; sack; redundant; signing on
benefits; disability benefits; universal credit > benefit; PIP; claim; universal
lives alone; living alone; alone > own; alone; nobody; just me; by myself; on my own; widow
lives with; cohabiting; lives with family; lives with partner; living with > live; with my; share; house; us; partner; husband; wife; mum
supportive family; family support; good support; well supported; support network; supportive > family; help; daughter; look after; there for; good to me; look in; round; rallied
carer for; cares for; caring responsibilities; caring for; carer > look after; care; mum & my; husband & my
homeless; no fixed abode; homelessness; temporary accommodation; hostel > street; sofa; hostel; nowhere; shelter; tent; car & sleep
housing; accommodation; housing problems; damp housing > house; flat; damp; mould; landlord; live
stairs; flight of stairs; flights of stairs; flights; upstairs > stairs; flight; steps
independent; independent in activities of daily living; self caring; independent with activities; fully independent > myself; everything; own; manage; cope; no help; alone; do all
dependent; requires assistance; needs assistance; assistance; needs help; assisted > help; carer; cannot & wash; someone; daughter & wash; hoist
activities of daily living; ADLs; personal care; washing and dressing; self care > wash; dress; cook; bath; shower; button
shopping; domestic tasks; housework; household tasks; domestic chores > shop; hoover; clean; iron; dishes; cook; garden
hobbies; leisure; interests; recreational > garden; golf; choir; knit; bowls; fish; allotment; dance
married; spouse; marital > husband; wife; wedding; marry
partner; in a relationship; relationship > boyfriend; girlfriend; partner; fiance; other half; wife; husband
divorced; separated; separation; relationship breakdown; marital breakdown; marital difficulties; relationship difficulties > split; divorce; row; ex; broke up; argue; fight & husband; fight & wife
widowed; widow; widower; bereaved > died; lost & husband; lost & wife; passed; widow
sibling; siblings > brother; sister; twin
parent; parents > mum; dad; mother; father; mam; mom
grandparent; grandparents > gran; nan; grandad; granny; grandpa; grandma
child; children; offspring; dependants > kids; son; daughter; little ones; boys; girls; baby
first degree relative; relative; relatives; family member; family members; family > mum; dad; brother; sister; mother; father; son; daughter; aunt; uncle; gran; wife; husband; cousin
male relative; female relative > dad; uncle; brother; mum; sister; aunt
wife > missus; her indoors
husband > hubby; him; the old man
pet; pets; pet ownership; pet exposure > dog; cat; hamster; budgie; rabbit; parrot; horse; bird; snake
domestic abuse; domestic violence; intimate partner violence; abusive relationship; physical abuse; assault by partner > hit me; hits; scare & him; punch; strangle; shove; throw & me; afraid & husband; hurts me
verbal abuse; coercive control; emotional abuse; controlling > control; shout; check & phone; not let me; money & take; put & down
assault; assaulted; physical assault; alleged assault > punch; hit; attack; jump; kick; mug; beat; head butt; stab
sexual assault; sexual abuse; rape > forced; against & will; raped; touched; interfered
police involvement; legal; forensic > police; court; solicitor; arrest; probation; prison
stress; stressors; psychosocial stressors; life stressors; psychosocial > work; money; divorce; moving; exam; boss; row; pressure; caring; stressed
financial; financial concerns; money worries > money; rent; bills; debt; afford; pay; heat
food insecurity; food bank > food bank; not & eat; go without
diet; eating habits; dietary habits > eat; food; meals; takeaways; snack; breakfast
vegetarian; vegan; plant based > no meat; not & meat; veggie; vegan
caffeine; caffeine intake; caffeinated; caffeinated drinks > coffee; tea; cola; red bull; energy drink; coke; monster
sugary drinks; sugar sweetened; fizzy drinks > coke; fizzy; pop; squash; juice; lucozade
fast food; processed food; convenience food > takeaway; burger; chips; kebab; ready meal; pizza
physical exercise; exercise; sport; sporting; sports; athletic; training; physically active > run; gym; football; swim; cycle; train; marathon; match; rugby; tennis; netball; hockey; race; jog; bike; dance; walk
runner; running; jogging; long distance running; half marathon; marathon > run; miles; marathon; jog; race; parkrun
contact sport; contact sports > rugby; football; boxing; judo; martial; tackle
cycling; cyclist; bicycle > bike; cycle
horse riding; equestrian; riding; horse > horse; pony; ride
swimming > swim; pool
inactive; physically inactive; sedentary lifestyle > sit; not & exercise; sofa; telly; no & exercise
air travel; flying; flight; long haul flight > fly; flight; plane; flew
vehicle; car; driving > car; van; motorbike; wheel; drive
religious; religion; faith > church; god; mosque; pray; jehovah; ramadan; fast
language; interpreter; non english speaking > interpret; english; translate
smoke alarm; carbon monoxide > boiler; monoxide
hot water; bath; shower > bath; shower; tap
bed; bedridden; bed bound; housebound > bed; not & out & house; cannot & get & out; stuck & in
sleeps; sleeping arrangements; sleep > bed; asleep; kip; sleep
footwear; shoes; ill fitting shoes > shoe; boot; trainer; slipper; heels
household; household contacts; home environment; home > house; home; flat; family; live; live & with; kitchen; bedroom
holiday; vacation; leave; time away > holiday; away; week off; break
weekend; weekends > saturday; sunday
working week; week > monday; friday; week; work
end; towards the end; latter > end; by
morning > breakfast; first thing; wake
since childhood; childhood; childhood onset; early childhood > kid; child; little; boy; girl; school; baby; born; young
adolescence; teenage; teenage years; adolescent > teen; fifteen; sixteen; fourteen; school; thirteen
adulthood; early adulthood; adult > twenties; grown
aged; age; at the age of; at age > when I was; year; old
year old; year > old; she's; I'm
approximately; approx; around; circa > about; roughly; nearly; or so; maybe; ish; something like; probably
stopping; pause; pauses > stop; rest; break
striking; struck; hitting; impact > hit; punch; bang; knock; whack; thump
rising; standing; on standing; standing up > get up; stand; up; stood
lying; supine; recumbent; lying flat; lying down > lie; flat; bed; lay
sitting; seated; sitting up > sit; chair; sat
jumping; jump; high impact > trampoline; jump; skip; star
coughing; sneezing; laughing > cough; sneeze; laugh
descending; going downstairs > down & stairs; downstairs
lifting; heavy lifting; carrying > lift; carry; box; pick; shopping; heavy; move
twisting; turning; rotation; turning over > turn; roll; twist; look round
bending; flexion; stooping > bend; pick; socks; shoe; stoop
gripping; grasping; holding > grip; hold; jar; cup; grasp; hang on
reaching > reach; shelf; above; stretch
walking; mobilising; on walking > walk; yard; step; miles; hundred
running > run; mile; jog
swallowing > swallow; food; drink; go down
chewing; mastication > chew; eat; bite
speaking; speech; talking > talk; say; speak; words
breathing > breath
urination; micturition; passing urine; voiding > wee; pee; water; loo; toilet; go
defaecation; opening bowels; defecation > poo; toilet; stool; go; motion
intercourse; sexual intercourse; sexual activity; coitus > sex; sleep with; intimate; make love
brushing; brushing teeth; toothbrushing > brush
shaving > shave; razor
washing; bathing > wash; bath; shower; scrub
reading > read; page; book; line; paper
writing; handwriting > write; writing; pen
driving > drive; car; wheel; motorway
light; bright light > light; sun; lamp; bright
noise; loud noise; noise exposure > loud; noise; music; drill; machine; gun; concert
alcohol > wine; beer; pint; gin; vodka; whisky; drink; cider; lager; glass
`)
