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
])
