import { rowsOf } from '../row.ts'
/** How a complaint comes, goes and behaves: what a clinician calls it, and what people say of it. */
export const PATTERN = rowsOf(`
nocturnal; nightly > night; wake; woke; woken; bed; sleep; asleep; two/three/four & morning
nocturnal waking; night waking; nighttime waking > wake & night; up & night; woken & night
on waking; upon waking > wake; woke; morning; first thing; get up; open & eye
disturbed; interrupted; disrupted > wake; woken; not & sleep; cannot & sleep; keep & awake; keep & up; shake & out
sleep disturbance; disturbed sleep; poor sleep > wake; woken; not & sleep; cannot & sleep; keep & awake; awake & night
sleep disturbed > wake; woken; not & sleep; awake; up & night; sleep
recurrent; repeated; recurring; relapsing > again; keep; every & few; another; third; fourth; fifth; always; twice
recurrent; repeated; multiple > four; five; six; seven; eight; ten; three; several; loads; lots
recurrence > again; return; another
episodic; paroxysmal; episodes > attack; spell; turn; come and go; comes on; now and then; bout; sudden; times
attacks; attack; bouts; bout; spells > when & come; episode; turn; fit; headache; wheeze; every
intermittent; fluctuating; variable > come and go; on and off; sometimes; some day; now and then; up and down; catch
persistent; continuing; continued; unremitting; sustained > still; keep; ever since; always; all day; never & go; not & go; since
persistent; unresolved > not & clear; not & settle; week; month; not & shift; will not & go
constant; continuous > all the time; always; all day; never & stop; never & go; day and night; non stop; whole time
chronic; longstanding; long term; lifelong > years; ages; always; ever since; months; since & child; all & life; as long as; since
lifelong; never > always; all & life; never; born
acute; sudden; abrupt > overnight; suddenly; came on; minute; hours; since & morning; woke; last night; this morning; yesterday; today
acute; sudden; abrupt > half & hour; straight; out of nowhere; bang; snap; all at once; in & second; flare; attack
sudden onset; abrupt onset; rapid onset > suddenly; out of nowhere; bang; like & switch; all at once; like that; came on
gradual; gradually; insidious; insidious onset; slowly > creep; crept; bit by bit; slowly; over & months; over & years; over time
progressive; progressively; worsening; deteriorating; deterioration > get & worse; worse; creep; crept; more & more; less & less
progressive; progressively > used to & now; get & harder; used to & can; bigger; further
improving; improvement; improved; improves > better; ease; settle; grand; help; nicer; on the mend
improving; improvement > on holiday & grand; on holiday & fine; on holiday & well; at weekend & fine
relieved; eased; alleviated; settles; resolves > go off; goes; better; help; settle; calm; ease; stop; shake & out; disappear; fine when
relieved; relieved by; relieved with > less; nicer; loosen; take & away; comfortable; sort; works; till & had
relief > help; better; ease; work; settle; take & edge; touch
unrelieved; no relief; not relieved; unresponsive; refractory > not & touch; not & help; nothing & work; no good; nothing & help; useless
unrelieved; inadequately controlled; uncontrolled; refractory > not & work; not & make & difference; does nothing; still
partly; partially; partial; incompletely > a bit; bit; some; little; half; not fully; not completely; slightly; takes the edge
aggravated; exacerbated; exacerbating; aggravating > worse; bring & on; set & off; hurt & when
exacerbation; flare; flare up > worse; bad again; playing up; flare
precipitated; triggered; provoked; precipitating; trigger; induced > after; set & off; bring & on; came on; whenever
induced; related > after; when; from; because; since; with; due
associated > and; with; too; also
positional; postural > lie; sit; stand; turn; roll; flat; bend; get up
exertional; effort related; on exertion; exercise induced > stairs; hill; walk; run; yard; mile; push; carry; climb; exercise; miles
exertional; with exercise; on exercise > hundred & yard; training; sport; gym; mow; hurry; jog; game
exercise tolerance; exercise capacity; effort tolerance > stairs; flight; walk; yard; hill; mile; manage; stop
at rest; rest > sit; sitting; still; nothing; lie; bed
postprandial; after meals; after eating; with meals > eat; meal; food; dinner; lunch; curry
premenstrual; perimenstrual > before & period; week before; period
seasonal > spring; summer; winter; autumn; pollen; every year; hay
cyclical > every month; monthly; each month
diurnal; diurnal variation > morning; evening
early morning > morning; four; five; first thing; wake
continuous; throughout > all day; all night; whole
brief; transient; short lived; momentary; fleeting > second; minute; few; quick; pass; moment; then & gone; couple
prolonged; protracted > hours; long; ages; lasts & hour; forever; week
frequent; frequently; frequency > often; every; a lot; lots; all the time; always; loads; keep; own; over & feet; constantly
infrequent; infrequently; occasional; sporadic > rarely; hardly; once; now and then; odd; few; couple; sometimes; every few; not & often
daily; every day > every morning; every night; each day; most days
isolated; single; one off > once; only; just
unilateral; one sided > one side; one eye; one ear; left; right; one leg; one of
bilateral; bilaterally; both > both; each; either; two; pair
symmetrical; symmetric; equal; equally > both; same; each; match; as & other; both sides; even
asymmetrical; asymmetric; asymmetry; unequal > one & other; more; bigger; smaller; different; lopsided; not & same; uneven
generalised; diffuse; widespread; extensive > all over; everywhere; whole; lots; all & body; head to toe; spread; everything; big
localised; focal; discrete; circumscribed; well localised > one spot; spot; just; same spot; point; only; small
radiating; radiation; radiates; referred; spreading > into; to my; through to; across; shoot; round; spread; travel; all the way
migratory; migrating; flitting > move; moves; one & another; around; shift
distal > finger; toe; hand; foot; feet; end
proximal > shoulder; hip; thigh; arm; get & up; lift & arm; stairs; rise; hair; upper
superficial; deep > inside; surface; skin
severe; severely; marked; markedly; intense; debilitating; significant > agony; awful; terrible; cannot & bear; kill; worst; excruciating
severe; severely; marked; markedly; intense > splitting; pounding; scream; tears; doubled; ten out of ten; nine out of ten; eight out of ten
severe; severely; marked; markedly; intense > barely; hardly; cannot & stand; solid; unbearable; crippling; sky high; crippled; dying
severe; severely; marked; markedly; intense > really bad; so bad; horrible; horrendous; dreadful; floor & me; can hardly; very; floored; ten & ten; nine & ten; eight & ten
severe > ambulance; wanted to die; pass out; passed out; thought & die; never & like; sick with; rolling
mild; slight; minor; slightly; mildly; minimal > bit; little; a touch; niggle; not too bad; tiny; slightly
moderate; moderately > fair; medium; quite; middling; middle; so so; five out of ten; six out of ten
significant; considerable; substantial > lot; big; quite; loads; really; very; huge; much
heavy > a lot; lots; flood; soak; all day; loud; shout; pour; clot
light > little; bit; spot
profuse; copious > soak; drench; pour; lots; everywhere; buckets; gush; drip
dull > ache; boring; nagging; gnaw
sharp; stabbing; shooting; lancinating > knife; stab; needle; jab; electric; shock; shoot; dart
burning > hot; fire; coals; acid; scald; sting; nettle
throbbing; pulsating; pulsatile > pound; throb; beat; thump; pulse; drum; hammer; banging
cramping; colicky; crampy; spasmodic > cramp; grip; wave; twist; spasm; contraction; knot
crushing; constricting; pressing; band like; tight > tight; weight; elephant; squeeze; band; vice; heavy; grip; press; belt
pressure; tightness > band; squeeze; weight; heavy; press; full
sensation; feeling > feel; like; band; lump; numb
discomfort; soreness > uncomfortable; ache; not nice; sore; gritty; nag; pain; hurt
spontaneous; spontaneously; unprovoked > own; nothing; no reason; out of nowhere; by itself; just
unprovoked > no reason; nothing
delayed; late; delay > not till; until; later; slow; hours after; till & morning; cannot & till
immediate; immediately; instantly; prompt > straight; at once; right away; the minute; as soon as; within & minute; second
onset; started; began; commenced > since; first; come on; started; ago; crept; woke
preceded; preceding; prior to > before; leading up
followed; following; subsequent; subsequently; post > after; then; since; once; later; next; when
concurrent; concomitant; accompanying > same time; with; and; as well
current; currently; present; active; ongoing > now; still; at the moment; today; these days; today
previous; previously; prior; past; former; formerly; historical > used to; ago; before; never & had; already
previous; previously; prior; past > after & last; already; once; in nineteen; in two thousand; in twenty; back in; my last
recent; recently > week; just; yesterday; came back; this month; lately; since & tuesday/monday/friday; started; new; ago
new; newly; new onset; de novo > never & before; just; started; first; not & before; suddenly; woke
similar; identical; comparable > same; like; too; as well; also
unchanged; stable; static > same; no different; not & change; steady; no better
changed; changing; change; alteration; altered > different; bigger; darker; not & same; new; used to; grown; turned
changes > white; blue; red; different; colour; dark
colour change; discolouration; discoloured; colour changes > white; blue; red; black; purple; brown; yellow; dark; green; go/went & white
increase; increased; increasing; rise > more; double; bigger; higher; extra; heavier
decrease; decreased; reduced; reduction; diminished; impaired > less; not as; drop; hardly; barely; cannot & feel; not & feel
decrease; decreased; reduced; reduction; diminished; impaired; impairment; poor > low; lower; fewer; smaller; lost; weak; worse; not & move; not & see; not & hear
decrease; decreased; reduced; reduction; diminished; impaired; loss of > felt nothing; cannot & feel; not & feel; miss; missed; dull; faint; half; not & as much
reduced; limited; restricted; limitation; restriction > only; stop at; cannot; not past; as far as; at most; half; stiff; tight; about; just
highly; very; extremely > only; never; really; ever; nothing but; always
full; normal > all the way; fine; as it should; no problem; everything; moves; well; nothing wrong; good
complete; completely; total; entirely > all; whole; nothing; full; everything
incomplete; incompletely > not & all; not fully; half; not quite
absent; absence; loss of; impalpable; not palpable; undetectable; not detected > cannot & find; cannot & feel; not & find; not & feel; missing
palpable; can be felt; felt > lump; touch
visible; visibly; evident; apparent > see; look; notice; shows; stick out
prominent; prominence > bulge; bulgy; stick out; stand out; big
impalpable > cannot & feel; cannot & find
abnormal; abnormality; abnormalities; irregularity > wrong; not right; funny; odd; unusual; shadow; strange
normal; unremarkable; satisfactory; within normal limits; reassuring > fine; good; ok; okay; perfect; alright; healthy; nothing wrong; nothing to worry
satisfactory; adequate; good > fine; ok; okay; well; great; happy; nicely
poor; inadequate; suboptimal; unsatisfactory > bad; not good; rubbish; terrible; low; hardly; only & when; forget; not & follow
positive; reactive; detected > set & off; hurt; grow; show; bring & on; found; millimetres; lit; reproduce
negative; not detected; undetectable > nothing; clear; fine
elevated; raised; high; increased > high; sky high; through the roof; going up
low; reduced; decreased > low; dropped; not enough; short of
borderline; marginally > just; bit; on the edge; slightly; only just
suggestive; suggesting; indicative; indicating; indicates; compatible; in keeping; fits > means; looks like; sounds like; so; fit; think; points; could be; that
features; picture; presentation > look; sound; like; headache; rash; feel
suspected; possible; probable; presumed; query; likely > think; wonder; might; could; looks; sounds; suspect; reckon; maybe; probably; sure; if it is; bet
confirmed; known > show; found; proved; diagnosed
excluded; ruled out; no evidence > rule; clear; nothing & show; not & see
unclear; uncertain; undetermined; unknown cause; unexplained > not sure; cannot say; do not know; no idea; no reason; puzzl
unknown > not know; no idea; not sure; cannot remember
unintentional; involuntary; unplanned > not & try; without; not mean; accident; dropped; by itself; fell off; loose; loose & clothes; jerk; own
intentional; deliberate; voluntary; deliberately > on purpose; trying; meant; to lose; myself
unaware > not know; not realise; no idea; does not know
aware > know; realise; notice
concealed; hidden; secret; undisclosed > not know; does not know; hide; secret; not told; nobody knows
despite; although; even with > still; but; even; not & touch
except; excluding > apart; only
`)
