import { testConversations } from '../../support/conversation-cases.ts'

testConversations([
  {
    says: 'a clinic moves its day by a question that all assent to, and remembers what was decided before',
    script: `
      olu: Last month we agreed to close the walk-in desk on Mondays.
      olu: That went well. Shall we move the foot clinic to Thursdays?
      hana: Yes, let's do that.
      pete: Works for me.
      hana: I'll tell the podiatrists by Wednesday.
      olu: Who can change the website?
      pete: Leave it with me.
      olu: When will it be done?
      pete: By the end of next week.
    `,
    must: {
      'meeting_notes_decisions decisions': [/move the foot clinic to Thursdays/],
      'meeting_notes_action_items action_items': [
        /tell the podiatrists.*owner: SPEAKER_02, due: Wednesday/,
        /change the website.*owner: SPEAKER_03, due: the end of next week/,
      ],
      'meeting_notes_participants participants': [/name: SPEAKER_01/, /name: SPEAKER_02/, /name: SPEAKER_03/],
    },
    mustNot: { 'meeting_notes_decisions decisions': [/walk-in desk/, /Works for me/] },
  },
  {
    says: 'a practice keeps its supplier, turns a new printer down and leaves the car park open',
    script: `
      chair: Good afternoon, I'm Theresa Lund, practice manager.
      raj: Raj Patel, senior partner.
      chair: The glove contract ends in June. How about staying with Medline for another year?
      raj: Agreed, they have been reliable.
      chair: What about a colour printer for reception?
      raj: No, I'm against that, it costs too much.
      chair: And the car park? We still need to decide whether to charge.
      raj: Let's talk about it next time.
      chair: Raj, could you sign the contract before the end of May?
      raj: Sure.
    `,
    must: {
      'meeting_notes_decisions decisions': [/staying with Medline/],
      'meeting_notes_participants participants': [
        /Theresa Lund, role: practice manager/,
        /Raj Patel, role: senior partner/,
      ],
      'meeting_notes_action_items action_items': [/sign the contract.*owner: Raj Patel, due: the end of May/],
    },
    mustNot: {
      'meeting_notes_decisions decisions': [/printer/, /charge/, /talk about it/],
      'meeting_notes_participants participants': [/SPEAKER/],
    },
  },
  {
    says: 'a ward round of jobs, one asked for by name in the third person and one refused',
    script: `
      sister: Could Bola ring the hospice this afternoon?
      bola: Will do.
      sister: Somebody has to restock the crash trolley.
      ines: I'll take that.
      sister: Ines, can you cover Sunday night?
      ines: Sorry, I can't, I'm away.
      bola: I'll find out why the hoist isn't working.
      sister: If we get another bed I'll call the site manager.
      ines: Yesterday I had to send the bloods twice.
    `,
    must: {
      'meeting_notes_action_items action_items': [
        /ring the hospice.*owner: Bola, due: this afternoon/,
        /restock the crash trolley.*owner: (SPEAKER_03|Ines)/,
        /why the hoist.*owner: Bola/,
      ],
      'meeting_notes_participants participants': [/name: Bola/, /name: SPEAKER_01/],
    },
    mustNot: { 'meeting_notes_action_items action_items': [/Sunday night/, /another bed/, /bloods twice/] },
  },
  {
    says: 'a board votes: one motion carries, one falls, one waits for the budget',
    script: `
      chair: Apologies from Miriam Katz, who is on leave.
      chair: I move that we adopt the new visiting hours.
      vera: Seconded.
      chair: All those in favour? Any against? That is carried.
      dan: I propose a second receptionist.
      vera: I don't think we can afford that.
      chair: Then we'll come back to it in autumn.
      vera: Once the budget is approved we can hire.
      chair: The new complaints form is approved, unanimously.
      chair: The trust has decided to close its laundry, as you heard.
    `,
    must: {
      'meeting_notes_decisions decisions': [/adopt the new visiting hours/, /complaints form is approved/],
      'meeting_notes_participants apologies': [/Miriam Katz/],
    },
    mustNot: { 'meeting_notes_decisions decisions': [/second receptionist/, /budget is approved/, /laundry/] },
  },
  {
    says: 'a team settles its rota by talking, with the decision told at the end by the lead',
    script: `
      lead: We could do early shifts in pairs.
      kofi: I'd like that.
      lead: Right, then we'll do early shifts in pairs from Monday.
      mei: Fine by me.
      lead: In January we decided to stop the late clinic, and nobody misses it.
      kofi: Let's keep the Friday huddle, though.
      lead: Good. Let's have a break.
      mei: I need to print the new rota by tomorrow.
      lead: Our next meeting is on the ninth of June.
    `,
    must: {
      'meeting_notes_decisions decisions': [/early shifts in pairs from Monday/, /keep the Friday huddle/],
      'meeting_notes_action_items action_items': [/print the new rota.*owner: SPEAKER_03, due: tomorrow/],
      'meeting_notes_next_steps next_steps': [/ninth of June/],
    },
    mustNot: { 'meeting_notes_decisions decisions': [/We could/, /late clinic/, /have a break/] },
  },
  {
    says: 'a family meeting about discharge, with names that only others use',
    script: `
      ann: Thank you all for coming. I'm Ann Keller, the social worker.
      son: I'm his son, Marek.
      ann: Doctor Osei, when can he go home?
      osei: On Friday, if the stairs go well.
      ann: So are we all agreed that he goes home with carers twice a day?
      son: Yes, agreed.
      ann: Marek, will you bring his keys tomorrow?
      son: Yes, of course.
      osei: I will write to the GP today.
      ann: We have not decided about the bed rail.
    `,
    must: {
      'meeting_notes_decisions decisions': [/goes home with carers twice a day/],
      'meeting_notes_action_items action_items': [
        /bring his keys.*owner: Marek, due: tomorrow/,
        /write to the GP today.*due: today/,
      ],
      'meeting_notes_participants participants': [/Ann Keller, role: social worker/, /Osei/],
    },
    mustNot: { 'meeting_notes_decisions decisions': [/bed rail/, /stairs/] },
  },
  {
    says: 'a planning call where dates are said in the next breath',
    script: `
      lin: We should replace the old scanner. Everyone okay with that?
      abe: No objections.
      lin: Good, so we will replace the old scanner this quarter.
      lin: Abe to get three quotes. By the fifteenth, please.
      abe: Understood.
      lin: Abe, please email the vendor.
      abe: I will send the floor plan too. You'll have it by noon.
      lin: We never decided on the colour, and it doesn't matter.
    `,
    must: {
      'meeting_notes_decisions decisions': [/we will replace the old scanner this quarter/i],
      'meeting_notes_action_items action_items': [
        /three quotes.*owner: Abe, due: the fifteenth/,
        /email the vendor.*owner: Abe/,
        /floor plan.*due: noon/,
      ],
    },
    mustNot: { 'meeting_notes_decisions decisions': [/colour/, /No objections/] },
  },
  {
    says: 'a suggestion that is taken up, an offer that is taken, and a proposal that is parked',
    script: `
      a: Right, thanks everyone. Shall we begin?
      b: Yes.
      a: First up, the vaccine fridge audit. Carol, where are we with that?
      c: I finished it on Monday. Two of the fridges failed.
      a: OK. I think we have to replace both of them.
      b: I agree.
      c: Me too.
      a: Fine, that's agreed then. Carol, can you get a quote?
      c: Yep, I'll have it for you by next Tuesday.
      b: I could ask the trust whether they'd fund it.
      a: That would be great, thanks Dev.
      a: Second item, overtime. At the last meeting we decided to cap it at ten hours.
      b: It's not working. I'd say fifteen.
      c: I'm not sure about that.
      a: We'll park that for now and look at it again in March.
    `,
    must: {
      'meeting_notes_decisions decisions': [/replace both of them/],
      'meeting_notes_action_items action_items': [
        /get a quote.*owner: Carol, due: next Tuesday/,
        /ask the trust.*owner: SPEAKER_02/,
      ],
    },
    mustNot: { 'meeting_notes_decisions decisions': [/begin/, /ten hours/, /fifteen/, /that's agreed then/] },
  },
  {
    says: 'a workshop is repeated, a newsletter ends, and a hall is booked on a nod',
    script: `
      lena: Hi all, Lena Brandt here from the quality team.
      omar: Omar, community nursing.
      lena: So, do we want to run the falls workshop again?
      omar: Definitely. It was really useful.
      lena: Great, we'll run it again in the autumn, and this time we're going to invite the carers.
      omar: Should I book the hall?
      lena: Please do.
      omar: OK, I'll do that this afternoon.
      lena: We voted last spring on the budget, so that's fixed.
      lena: Nobody has volunteered for the newsletter. Omar, would you mind?
      omar: I'd rather not, sorry.
      lena: OK. We are not going to print it any more, then.
    `,
    must: {
      'meeting_notes_participants participants': [/Lena Brandt, role: quality team/, /Omar, role: community nursing/],
      'meeting_notes_decisions decisions': [/run it again in the autumn/, /not going to print it/],
      'meeting_notes_action_items action_items': [/book the hall.*owner: Omar, due: this afternoon/],
    },
    mustNot: {
      'meeting_notes_decisions decisions': [/budget/],
      'meeting_notes_action_items action_items': [/would you mind/],
      'meeting_notes_participants participants': [/SPEAKER/],
    },
  },
  {
    says: 'a huddle picks one of two dates and keeps its telephones',
    script: `
      gail: Okay welcome to the monthly huddle. I'm Gail, I'm chairing as Jon is on leave.
      priya: Priya Nair, clinical lead.
      tom: And I'm Tom, from IT.
      gail: So the big one is the new booking system. Tom?
      tom: Well, the vendor says they can go live on the fourth of May or in June.
      priya: June is better. May is the inspection.
      gail: Are we happy with June then?
      tom: Fine with me.
      gail: June it is. Tom, can you let the vendor know?
      tom: Sure, I'll email them today.
      priya: I'll need to arrange training. Can somebody help me with slides?
      tom: Yeah, I can do that.
      gail: What do we do about the old phones? I'd keep them until Christmas.
      priya: Agreed.
    `,
    must: {
      'meeting_notes_participants participants': [/Gail/, /Priya Nair, role: clinical lead/, /Tom, role: IT/],
      'meeting_notes_participants apologies': [/name: Jon/],
      'meeting_notes_decisions decisions': [/happy with June/, /keep them until Christmas/],
      'meeting_notes_action_items action_items': [
        /let the vendor know.*owner: Tom, due: today/,
        /arrange training.*owner: Priya Nair/,
        /help me with slides.*owner: Tom/,
      ],
    },
    mustNot: { 'meeting_notes_decisions decisions': [/fourth of May/, /inspection/] },
  },
  {
    says: 'colleagues who chat decide nothing and take nothing on',
    script: `
      a: Did you see the match yesterday?
      b: I did, we should have won.
      a: I agree. Anyway, let's get going.
      b: The audit showed that hand washing fell.
      a: Right. Why is that?
      b: We could ask the night staff. Maybe it's the gel.
      a: It might be. If it gets worse we'll have to tell the board.
      b: They decided to cut the cleaning hours, remember?
      a: Yes. I don't think we can do anything today.
      b: No. I'll think about it.
      a: Good. I'll see you on Thursday then.
      b: Will you be at the party on Friday?
      a: Yes, of course.
    `,
    must: {},
    mustNot: {
      'meeting_notes_decisions decisions': [/./],
      'meeting_notes_action_items action_items': [/./],
    },
  },
])
