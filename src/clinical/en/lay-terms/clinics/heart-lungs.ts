import { rowsOf } from '../row.ts'

/** Heart, vessels, lungs and sleep apnoea. */
export const HEART_LUNGS = rowsOf(`
dyspnoea; breathlessness; shortness of breath; exertional dyspnoea; respiratory difficulty > puff; breath; catch & breath; out of breath; gasp; winded; wheez
dyspnoea on exertion; breathless on exertion; exertional breathlessness > puff & stairs; breath & hill; breath & walk; breath & stairs; breath & up; puffed
orthopnoea > pillow; breath & flat; lie & flat & breath; prop; chair & sleep; upright & sleep
paroxysmal nocturnal dyspnoea; PND > wake & breath; wake & gasp; wake & chok; window & night; sit & edge
angina; anginal; stable angina; typical angina > chest & tight; chest & walk; chest & hill; band & chest; chest & stairs
chest pain; chest discomfort; precordial pain; chest tightness > chest & tight; chest & ache; band & chest; chest & heavy; breastbone; chest & squeeze; weight & chest
retrosternal; substernal; central chest; retrosternal discomfort > breastbone; middle & chest; behind; centre & chest
pleuritic; pleuritic chest pain; pleuritic pain > breathe & hurt; breath & stab; breath & pain; breathe in; deep breath; cough & hurt
radiating to the arm; left arm radiation > into & arm; down & arm; to & arm; arm
radiating to the jaw; jaw radiation > into & jaw; to & jaw; up & jaw
palpitations; palpitation; awareness of heartbeat > flutter; thump; race; skip; pound; heart & fast; heart & go; miss & beat; beat
tachycardia; rapid heart rate; tachyarrhythmia > heart & fast; race; heart & run; pulse & fast; hundred & thirty
bradycardia; slow heart rate > heart & slow; pulse & slow
ectopics; ectopic beats; extrasystoles; missed beats > skip; extra beat; miss & beat; extra
arrhythmia; dysrhythmia; irregular rhythm > rhythm; irregular; all over the place; flutter; jump about
atrial fibrillation; AF > fibrillation; AF; irregular; flutter; top of & heart
cardioversion; DC cardioversion > shock & heart; shock & rhythm; shock
catheter ablation; ablation > burn & heart; burn & rhythm; ablat; freeze
implantable loop recorder; loop recorder > recorder; chip; monitor under
ambulatory ECG; holter; holter monitor; ambulatory monitoring; event recorder > monitor; tape; wear; recorder; box; hours & tracing
ambulatory blood pressure; ambulatory blood pressure monitoring; ABPM > cuff; wear; twenty four; home
home blood pressure; home readings > home & pressure; machine & home; pressure; monitor
defibrillator; ICD; implantable defibrillator > defib; shock; device; box
pacemaker; permanent pacemaker > box; pace
pacemaker check; device check > check & box; check & device
percutaneous coronary intervention; PCI; angioplasty; coronary angioplasty; stenting > stent; balloon; artery & open; wire
angiogram; angiography; coronary angiography; cardiac catheterisation > dye; wrist & tube; wire & heart; tube & groin; artery & picture
coronary artery bypass; CABG; bypass surgery > bypass; open heart; vein & leg & heart; triple; quadruple
valve replacement; valve surgery > new valve; metal valve; tissue valve; valve & operation; pig & valve
aortic stenosis; mitral regurgitation; valvular disease; valve disease > valve & narrow; valve & leak; valve & tight
heart failure; cardiac failure; congestive cardiac failure; decompensated heart failure > heart & not & pump; heart & weak; fluid & heart; pump & heart; heart & struggling
fluid overload; fluid retention; volume overload; congestion > fluid; swell; water; puffy; weight & up; ankle & swell
peripheral oedema; ankle oedema; leg oedema; lower limb oedema; pedal oedema > ankle & swell; leg & swell; foot & swell; sock; shoe; balloon; tree trunk; feet & swell; dent
pitting oedema > dent; thumb & mark; press & dent; finger & mark; dimple
raised jugular venous pressure; JVP elevated; raised JVP; elevated JVP > neck vein; vein & neck
cardiomyopathy > heart muscle; muscle & heart; big heart; heart & enlarge
cardiomegaly > heart & big; heart & enlarge
ejection fraction; LVEF; left ventricular function; systolic function > pump; squeeze; percent
pericarditis; pericardial > lining & heart; sac & heart; inflame & heart
myocarditis > heart muscle & inflame; virus & heart
endocarditis > infect & valve; infect & heart
pericardial rub; rub > scratch; rub
aortic aneurysm; abdominal aortic aneurysm; AAA; aneurysm > aneurysm; aorta & big; bulge & artery; artery & bulge; wide & artery; balloon & artery
carotid stenosis; carotid disease; carotid > neck artery; artery & neck; neck & narrow; artery & neck
claudication; intermittent claudication; calf claudication > calf & walk; calf & yard; cramp & walk; leg & walk; calves & yard; calves & cramp; calves & hundred
rest pain; ischaemic rest pain > foot & bed; foot & night; hang & bed; leg & hang; dangle
peripheral arterial disease; PAD; peripheral vascular disease; arterial insufficiency > circulation; artery & leg; fur; narrow & leg; block & leg
ankle brachial pressure index; ABPI > ankle & pressure; index; cuff & ankle
popliteal; popliteal pulse > behind & knee; back & knee
pedal; pedal pulses; foot pulses; dorsalis pedis > foot; feet; that foot; ankle
impalpable; absent pulses; absent pulse > cannot & find; cannot & feel; no & pulse; find & pulse
limb ischaemia; acute limb ischaemia; ischaemic limb > leg & cold; foot & cold; foot & white; toe & black
gangrene; necrosis; necrotic > black; dead
deep vein thrombosis; DVT > clot; clot & leg; clot & calf
pulmonary embolism; pulmonary embolus; PE > clot & lung; clot
thrombophlebitis; superficial thrombophlebitis; phlebitis > vein & hard; vein & sore; vein & red; vein & hot
varicose veins; varicosities; venous disease > vein; veins; lumpy; worms; knobbly
venous insufficiency; chronic venous insufficiency; venous ulcer; leg ulcer; chronic leg ulcer > ulcer & leg; ulcer & ankle; sore & ankle; ulcer; vein & leg; leaky
haemosiderin; haemosiderin staining; lipodermatosclerosis > brown & leg; brown & skin; stain
compression stockings; compression hosiery; compression; compression bandaging; compression therapy > stocking; sock; bandage; tight sock; sleeve; wrap
raynaud; raynaud's; raynaud's phenomenon; raynauds > white & cold; finger & white; blue & cold; white & blue; white & freezer
vasovagal; vasovagal syncope; simple faint; reflex syncope > faint; pass out; blood & faint; needle & faint; stand & faint; keel
presyncope; near syncope; pre syncope; near collapse > nearly pass out; nearly & faint; almost & faint; woozy; going to faint; about to faint; nearly & out; light headed
syncope; syncopal; collapse; transient loss of consciousness; loss of consciousness > pass out; faint; black out; blackout; keel; went down; collapse; came round; out cold; dropped; wake up & floor
prodrome; prodromal; warning symptoms > warning; before & go; feel & coming; know & coming; hot & sweaty
orthostatic hypotension; postural hypotension; postural drop; postural dizziness > stand & dizzy; stand & drop; get up & dizzy; stand & faint; stand; get up; lying & standing; sit & stand
hypertension; elevated blood pressure; hypertensive > pressure & high; pressure & up; blood pressure
white coat hypertension; white coat effect > nervous & here; high & here; see doctor & pressure
cardiovascular risk; cardiovascular risk factors; QRISK; ten year risk > risk & heart; chance & heart; heart attack & stroke; percent & ten; risk
primary prevention; secondary prevention; cardioprotection > prevent; protect; lower & risk; stop & another; cut & chance
cardiac rehabilitation; cardiac rehab > rehab; exercise class; classes
lipid lowering; lipid lowering therapy; lipid profile; lipids > cholesterol; statin; fat & blood
rate control; anti arrhythmic; beta blocker; rate limiting > slow & heart; bisoprolol; heart & slow; propranolol; atenolol; metoprolol; steady & heart
anticoagulation; anticoagulated; anticoagulant; anticoagulants > thin & blood; thinner; warfarin; apixaban; rivaroxaban; edoxaban; heparin; dabigatran; clot & tablet
antiplatelet; dual antiplatelet > aspirin; clopidogrel; ticagrelor; prasugrel
wheeze; wheezing; expiratory wheeze; audible wheeze; bronchospasm > whistle; wheezy; tight & chest; squeak; musical; rattle
cough; productive cough; chesty cough; wet cough > bring & up; phlegm; green; gunk; cough; spit; rattly
productive cough; expectoration; sputum production; sputum > phlegm; bring & up; cough & up; gunk; spit; stuff & up; cupful; eggcup
dry cough; non productive cough; unproductive > nothing & up; tickle; dry & cough; tickly; no phlegm
purulent sputum; discoloured sputum; mucopurulent sputum; purulent > green; yellow; brown; pus; thick
haemoptysis; blood stained sputum; blood streaked sputum > cough & blood; blood & phlegm; blood & spit; streak & blood; blood & tissue
whooping cough; pertussis; paroxysmal cough > whoop; cough & sick; cough & fits; hundred day
crackles; crepitations; inspiratory crackles; rales > crackle; crackling; velcro; fine & sound; rice; pop & base
basal; bibasal; basal crackles; basally; basilar > base; bottom & lung; bases; bottom
reduced air entry; decreased air entry; reduced breath sounds; diminished breath sounds > not & hear & air; quiet & lung; less air; quiet & base; not much air; air & quiet
dullness; dull to percussion; stony dull > dull; tap & dull
hyperinflation; hyperinflated; barrel chest > barrel; over & inflate; big & lung; puffed up
pneumonia; lower respiratory tract infection; chest infection; consolidation; LRTI > chest & infect; lung & infect; chest infection; shadow & lung; infect & lung
pleural effusion; effusion > fluid & lung; water & lung; fluid
pneumothorax; collapsed lung > lung & collapse; air & lung; lung & down; puncture
chest drain; thoracocentesis; pleural aspiration > drain; needle & chest; tube & chest; fluid & off
bronchiectasis > airway & wide; wide & airway; baggy & airway; stretch & airway; damage & airway
interstitial lung disease; pulmonary fibrosis; fibrosis > scar & lung; lung & stiff; scar
COPD; chronic obstructive pulmonary disease; airflow obstruction; obstructive > airway & narrow; lung & smok; emphysema; obstruct; narrow
asthma; occupational asthma; asthmatic; bronchial hyperreactivity > asthma; wheez & dust; chest & tight; inhaler
occupational; work related; workplace > work; job; dust; factory; shift; site; boss; bakery; paint; machine; welding; mine; mining
asthma exacerbation; acute asthma > asthma & bad; wheez & bad; attack & asthma; inhaler & not
poorly controlled asthma; asthma control > inhaler & lot; blue & day; wheez & night
inhaler technique; inhaler use; poor inhaler technique > puff; inhaler & use; breathe & inhaler; spacer; technique; show & inhaler
spacer; spacer device > spacer; tube & inhaler; chamber
reliever inhaler; reliever; short acting beta agonist; bronchodilator; rescue inhaler > blue; salbutamol; ventolin; albuterol; reliever
preventer inhaler; preventer; inhaled corticosteroid; inhaled steroid > brown; purple; pink; preventer; clenil; orange
nebuliser; nebulised; nebulised bronchodilator > neb; mask; machine & breath; mist
peak flow; peak flow measurement; peak flow measurements; serial peak flow; peak flow diary; peak expiratory flow > meter; blow; tube; blow into; diary & blow
spirometry; pulmonary function tests; lung function tests; lung function > blow; breathing test; blow & machine; puff & tube
FEV1 > blow & first second; blow; percent
bronchoscopy > camera & lung; camera & windpipe; scope & lung; look & lung
home oxygen; long term oxygen therapy; domiciliary oxygen; supplemental oxygen; oxygen therapy; high flow oxygen > oxygen; concentrator; cylinder; litres
room air; on air; on room air > air
hypoxia; hypoxic; desaturation; low saturations; oxygen desaturation; hypoxaemia > sats & low; oxygen & low; sats; eighty; oxygen & drop; ninety one
respiratory distress; increased work of breathing; accessory muscle use; recession > suck & rib; tummy & breath; rib & breath; struggle & breath; hard & breath; nostril & flare; heav
tachypnoea; raised respiratory rate; rapid breathing > breath & fast; pant; breath & quick; forty & breath; breaths
cyanosis; cyanosed; central cyanosis > blue & lip; blue & finger; go & blue; lips & blue; went & blue; turn & blue
smoking cessation; smoking cessation support; smoking cessation advice > stop & smok; quit; give up; patch; nicotine; pack in; cigarettes
pack years; pack year history; tobacco exposure > twenty & day; pack; cigarettes; smok
asbestos exposure; dust exposure; occupational exposure; exposure > asbestos; lagging; dust; ship; fumes; work with; around; flour; chemicals; sawdust; contact; cold
passive smoking; second hand smoke > smok & house; partner & smok; husband & smok; wife & smok; mum & smok
tuberculosis; TB > TB; tb
TB contact; contact history > contact; live & with; same house; caught; sat next
pulmonary nodule; lung nodule; lung lesion > spot & lung; shadow & lung; nodule; lump & lung
lung cancer; bronchial carcinoma > cancer & lung; tumour & lung
CPAP; continuous positive airway pressure; CPAP therapy > mask; machine & night; mask & night; machine
daytime somnolence; excessive daytime sleepiness; hypersomnolence; hypersomnia; daytime sleepiness; somnolence > sleep & day; nod; doze; fall asleep; drop off; drowsy; asleep & telly; sleep all day
unrefreshing sleep; non restorative sleep > wake & tired; not & refresh; never & rested; not rested; shatter & wake
epworth; epworth score > score & sleep; sleepiness
sleep study; polysomnography; overnight oximetry; sleep studies > sleep & test; overnight & clip; wire & sleep; study; monitor & sleep; finger & night
parasomnia; dream enactment; REM sleep behaviour disorder; sleep behaviour disorder; thrashing > thrash; act & dream; shout & sleep; punch & sleep; kick & sleep; lash out; fight & sleep
sleepwalking; somnambulism > walk & sleep; wander & night; found & kitchen
night terrors; sleep terrors > scream & night; scream & sleep; terror
sleep paralysis > cannot & move & wake; awake & cannot & move; frozen & wake
hypnagogic hallucinations > see & fall asleep; see & drift; drop off & see
cataplexy > laugh & knee; laugh & leg; laugh & weak; laugh & go; giggle & drop; laugh & legs
narcolepsy > fall asleep & talk; sleep attack; sleep & suddenly; nod & sudden
restless legs; restless legs syndrome > leg & twitch; leg & move; fidget & leg; leg & jump; crawl & leg
delayed sleep phase; delayed sleep onset; circadian rhythm disorder; sleep onset > cannot & asleep; fall asleep & till; asleep & four; asleep & three; asleep & morning; drop off & till; night owl; get off & till
sleep onset; sleep initiation; initial insomnia; sleep latency > fall asleep; drop off; get off; get to sleep; toss
sleep maintenance; broken sleep; fragmented sleep > wake & night; up & down; wake & times
difficulty waking; difficult to rouse; hard to rouse > cannot & woken; cannot & wake; sleep through alarm; alarm; not & wake
sleep hygiene > screen; bed; routine; caffeine; phone; same time; bedroom
shift work; shift worker; night shifts; works nights; night work; shift pattern > night; nights; shift; rota
jet lag > flight & sleep; time zone
naps; daytime naps; napping > nap; snooze; kip; forty winks
`)
