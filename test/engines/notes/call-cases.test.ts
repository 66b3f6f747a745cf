import { testConversations } from '../../support/conversation-cases.ts'

testConversations([
  {
    says: 'a broken glucose meter is replaced',
    script: `
      agent: Hello, Sunfield Diagnostics, Tom speaking. What can I do for you?
      caller: Hi Tom. My glucose meter stopped working on Sunday.
      agent: Oh dear, that must be worrying. Can I take your surname and the order number?
      caller: Harlow, and it's 88213.
      agent: Thanks. So the display stays dark even with a new battery, is that right?
      caller: Yes.
      agent: That happens when the clip inside comes loose.
      agent: The meter comes with a guarantee of five years.
      agent: I've put a replacement in the post for you. It should reach you on Thursday.
      caller: Brilliant, thank you.
      agent: You're welcome. All the best.
    `,
    must: {
      'call_center_results reason': [/glucose meter stopped working/],
      'call_center_results resolved': [/put a replacement in the post/],
      'call_center_product_info products': [/guarantee of five years/],
      'call_center_agent_score score': [/^([89]|10) of 10/],
      'call_center_agent_score points': [/check: Company named/, /check: Own name/, /check: Empathy/],
      'call_center_agent_score_category category': [/^Good/],
    },
    mustNot: { 'call_center_results unresolved': [/./] },
  },
  {
    says: 'a surgery has no appointment left',
    script: `
      agent: Elm Grove Surgery, good morning.
      caller: Morning. I've had a cough for two weeks and I was hoping to see somebody today.
      agent: I'm afraid there is nothing left today.
      caller: That's not good enough, I'm really frustrated.
      agent: I know, and I'm sorry. What's your date of birth?
      caller: Third of June 1980.
      agent: I can offer you Friday at nine with Doctor Bose.
      caller: Fine, I'll take that.
      agent: You are booked in for Friday at nine.
      agent: If you get worse, ring 111. Bye now.
    `,
    must: {
      'call_center_results reason': [/hoping to see somebody today/],
      'call_center_results unresolved': [/nothing left today/],
      'call_center_results resolved': [/booked in for Friday/],
      'call_center_compliance compliance': [/check: Company named/],
      'call_center_sentiment turns': [/not good enough.*sentiment: negative/],
    },
    mustNot: { 'call_center_results reason': [/^Morning\./] },
  },
  {
    says: 'an insurer explains what a policy covers and refuses a claim',
    script: `
      agent: Thank you for calling Northgate Health. You're through to Priya. How may I help?
      caller: You turned my dental claim down and I'd like to know why.
      agent: I understand. May I have your policy number, please?
      caller: It's 4410.
      agent: Your plan doesn't cover crowns, I'm afraid.
      agent: It covers check-ups and fillings, up to four hundred pounds a year.
      agent: The waiting period is six months.
      caller: That is ridiculous.
      agent: I'm going to send you the full list of benefits by email.
      caller: Okay. My account was opened in May, by the way.
      agent: Is there anything else today?
      caller: No.
    `,
    must: {
      'call_center_results reason': [/like to know why/],
      'call_center_results unresolved': [/doesn't cover crowns/],
      'call_center_results promised': [/full list of benefits/],
      'call_center_product_info products': [/check-ups and fillings/, /waiting period is six months/],
      'call_center_agent_score points': [/check: Company named/, /check: Identity of the caller/],
    },
    mustNot: {
      'call_center_product_info products': [/My account/],
      'call_center_results resolved': [/./],
    },
  },
  {
    says: 'a caller likes one thing and not the other',
    script: `
      agent: Welcome to Pocket Clinic, my name is Leo, how can I help?
      caller: I can't log in since the update.
      agent: I'm sorry to hear that. Please try the link I have just sent you.
      caller: It works again, thanks.
      caller: Great app, I don't like that you log me out, though.
      caller: I hate the new colours.
      agent: I'll pass that on. Have a nice day.
    `,
    must: {
      'call_center_results reason': [/can't log in since the update/],
      'call_center_results resolved': [/It works again/],
      'call_center_sentiment turns': [/Great app.*sentiment: negative/, /new colours.*sentiment: negative/],
    },
    mustNot: {
      'call_center_sentiment sentiment': [/positive throughout/],
      'call_center_results unresolved': [/can't log in/],
    },
  },
  {
    says: 'a pharmacy is out of a medicine and orders it',
    script: `
      agent: Good evening, Kestrel Pharmacy, this is Ada. How can I help you?
      caller: Do you have my insulin pens? I ran out this morning.
      agent: Let me check that for you. Your postcode, please?
      caller: AB1 2CD.
      agent: They are out of stock because the wholesaler was late.
      agent: I have put in an order, and a driver will bring them before ten tomorrow.
      agent: A box holds five pens and keeps for two years in the fridge.
      caller: You've been so kind.
      agent: My pleasure. Goodbye.
    `,
    must: {
      'call_center_results reason': [/insulin pens|ran out/],
      'call_center_results unresolved': [/out of stock/],
      'call_center_results promised': [/driver will bring them/],
      'call_center_product_info products': [/five pens/],
      'call_center_agent_score points': [/check: Company named/, /check: Polite close/],
      'call_center_sentiment turns': [/so kind.*sentiment: positive/],
    },
  },
  {
    says: 'an agent who says next to nothing scores next to nothing',
    script: `
      agent: Yes?
      caller: Hi, I want to cancel my subscription.
      agent: You can't do it on the phone.
      caller: Then where?
      agent: Online. I told you.
      caller: This is a terrible service.
      agent: Whatever.
    `,
    must: {
      'call_center_results reason': [/cancel my subscription/],
      'call_center_feedback feedback': [/terrible service/],
    },
    mustNot: {
      'call_center_agent_score score': [/^([3-9]|10) of/],
      'call_center_results resolved': [/./],
      'call_center_agent_score_category category': [/Good|Fair/],
    },
  },
  {
    says: 'a clinic thanks for the call and names no company',
    script: `
      agent: Thanks for calling, how can I help?
      caller: I never got my test results.
      agent: I can see them here. I have emailed them to you.
      caller: Got them, thank you.
      agent: Bye.
    `,
    must: {
      'call_center_results reason': [/never got my test results/],
      'call_center_results resolved': [/emailed them/],
    },
    mustNot: { 'call_center_compliance compliance': [/Company named/] },
  },
  {
    says: 'an insurer explains a higher premium and takes some of it off',
    script: `
      a: Good afternoon, Brightwater Insurance, you're speaking with Colin, how can I help you today?
      b: Hello, yes, I had a letter saying my premium is going up and I don't understand why.
      a: Okay, no problem at all, let me have a look for you. Could I take your policy number and your first line of address please?
      b: It's BW 20931, and it's 4 Mill Lane.
      a: Lovely, thank you. So what's happened is that your introductory discount has come to an end.
      a: It was thirty percent for the first year. So now it'll be forty two pounds a month.
      b: That's a lot. Is there nothing you can do?
      a: What I can do is take off ten percent if you pay yearly.
      b: Okay, let's do that.
      a: Perfect, that's all gone through for you. You'll get a confirmation email in the next ten minutes.
      b: Thanks, you've been great.
      a: No worries. Have a good day, bye bye.
    `,
    must: {
      'call_center_results reason': [/premium is going up/],
      'call_center_results resolved': [/all gone through/],
      'call_center_results promised': [/confirmation email/],
      'call_center_product_info products': [/thirty percent/, /forty two pounds a month/],
      'call_center_agent_score score': [/^([89]|10) of 10/],
      'call_center_sentiment turns': [/you've been great.*positive/],
    },
  },
  {
    says: 'an eye clinic moves an appointment',
    script: `
      b: Hi there, is that the hospital?
      a: Yes, this is the outpatient desk at St Mark's, Julie speaking.
      b: I need to move my appointment, it's next Wednesday with the eye clinic.
      a: Sure. Can you confirm your date of birth for me?
      b: 12th of April 1958.
      a: Thank you. The next one I have is the 21st at half past two. Would that suit you?
      b: Yes, that's fine.
      a: All done, you're now down for the 21st at two thirty.
      b: And will I be able to drive afterwards?
      a: No, the drops make your sight blurred for about four hours, so please bring somebody.
      b: Right, thank you.
      a: Thank you, goodbye.
    `,
    must: {
      'call_center_results reason': [/move my appointment/],
      'call_center_results resolved': [/down for the 21st/],
      'call_center_agent_score points': [/check: Company named/, /check: Next step/],
    },
    mustNot: { 'call_center_results unresolved': [/./], 'call_center_agent_score_category category': [/Poor/] },
  },
  {
    says: 'a hired bed does not go up',
    script: `
      a: Thank you for calling MediRent, my name is Faith. How may I assist you?
      b: The hospital bed you delivered yesterday doesn't go up. My mother can't get out of it. This is unacceptable.
      a: I am very sorry to hear that, I can imagine how stressful this is.
      a: Just to check, is the handset lit up?
      b: No, nothing.
      a: It sounds as if the power unit has failed. I'll send a technician out this afternoon, between two and four.
      b: And if he can't fix it?
      a: Then we swap the bed for a new one free of charge.
      b: OK, that's better. Thank you.
      a: Your reference is MR 5512. Anything else I can do?
      b: No.
    `,
    must: {
      'call_center_results reason': [/bed you delivered yesterday doesn't go up/],
      'call_center_results promised': [/send a technician/],
      'call_center_results references': [/number: MR 5512/],
      'call_center_product_info products': [/free of charge/],
      'call_center_compliance compliance': [/check: Company named/],
      'call_center_sentiment sentiment': [/^Negative at first, positive at the end/],
    },
    mustNot: { 'call_center_results resolved': [/./] },
  },
])
