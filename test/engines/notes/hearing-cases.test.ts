import { testConversations } from '../../support/conversation-cases.ts'

const RULINGS = 'legal_court_hearing rulings'

testConversations([
  {
    says: 'bail is asked for, opposed and granted on conditions',
    script: `
      clerk: All rise. The Magistrates' Court at Tarrow is in session.
      judge: Be seated. Call the matter.
      clerk: Case number 14 of 2026, the State versus Ibekwe.
      defence: I appear for the accused, Your Worship, and I ask that bail be granted.
      state: For the State, Your Worship. We oppose bail. It was refused in March.
      judge: I will hear both of you on bail.
      defence: He has a fixed address.
      judge: I set bail in the sum of fifty thousand, with two sureties.
      judge: The accused shall surrender his passport.
      judge: This case stands adjourned to the third of August.
    `,
    must: { [RULINGS]: [/bail in the sum of fifty thousand/, /surrender his passport/, /adjourned to the third/] },
    mustNot: { [RULINGS]: [/ask that bail/, /We oppose/, /hear both of you/] },
  },
  {
    says: 'bail is refused and the accused is held',
    script: `
      judge: Good morning, be seated. May I have appearances, please?
      crown: Ruth Adler for the Crown, Your Honour.
      counsel: Omar Said for the defence, Your Honour.
      counsel: If bail is granted he will live with his aunt.
      judge: What if bail is granted and he leaves?
      judge: Bail is denied. The defendant is remanded in custody until the trial.
      judge: The trial is set for the ninth of November.
    `,
    must: { [RULINGS]: [/Bail is denied/, /remanded in custody/, /trial is set for the ninth/] },
    mustNot: { [RULINGS]: [/live with his aunt/, /and he leaves/] },
  },
  {
    says: 'one exhibit is let in and one is kept out',
    script: `
      clerk: Court rise.
      judge: Please be seated. We are on the record in case number 77, Lopez versus Harbour Clinic.
      plaintiff: I offer Exhibit 6, the photographs, Your Honor.
      defense: Objection, they were taken a year later.
      judge: The objection is well taken. I will not admit Exhibit 6.
      plaintiff: I appear for the plaintiff, Your Honor, and I offer Exhibit 7.
      defense: For the defendant, Your Honor, no objection.
      judge: Exhibit 7 is received.
      judge: The jury will disregard what was said of the photographs.
    `,
    must: {
      [RULINGS]: [/not admit Exhibit 6.*exhibit: 6/, /Exhibit 7 is received.*exhibit: 7/, /disregard/],
      'legal_court_hearing exhibits': [/exhibit: 6/, /exhibit: 7/],
    },
    mustNot: { [RULINGS]: [/I offer/, /a year later/, /no objection/] },
  },
  {
    says: 'a letter is refused as evidence and a video is allowed',
    script: `
      judge: We are on the record in case number 5. Enter your appearances.
      grant: Grant for the claimant, Your Honour.
      moss: Moss for the respondent, Your Honour.
      grant: I move to admit the letter of the tenth of May.
      judge: That letter is not admitted, it is hearsay.
      moss: I ask the court to exclude the video as well.
      judge: The video comes in. I'll allow it.
      judge: Leave to appeal is refused.
    `,
    must: { [RULINGS]: [/letter is not admitted/, /I'll allow it/, /Leave to appeal is refused/] },
    mustNot: { [RULINGS]: [/I move/, /exclude the video/] },
  },
  {
    says: 'a sentence is passed and costs are ordered',
    script: `
      clerk: Be upstanding in court.
      judge: Counsel, you may proceed.
      counsel: I appear for the defendant, Your Honour. My client was sentenced in 2019 for something else.
      judge: I sentence you to sixty hours of community service.
      judge: I order the defendant to pay costs of two hundred pounds.
      judge: Do you have anything to say about bail?
      judge: The second charge is dismissed.
    `,
    must: { [RULINGS]: [/sixty hours/, /pay costs/, /second charge is dismissed/] },
    mustNot: { [RULINGS]: [/2019/, /anything to say/] },
  },
  {
    says: 'motions are decided one by one, and one is left for later',
    script: `
      judge: Be seated, please. State your appearances.
      ames: Ames on behalf of the petitioner, Your Honor.
      boyd: Boyd on behalf of the respondent, Your Honor.
      ames: My motion to compel was denied last week, and I ask you to look at it again.
      judge: The motion to compel is granted in part.
      judge: I'm denying the request for fees.
      judge: I will rule on custody next week.
      boyd: May my client be excused?
      judge: She may be excused.
    `,
    must: { [RULINGS]: [/compel is granted in part/, /denying the request for fees/] },
    mustNot: { [RULINGS]: [/last week/, /rule on custody/] },
  },
  {
    says: 'a motion to suppress falls, exhibits are parted, and the accused goes home',
    script: `
      c: Please rise. Division Four of the Superior Court of Kern County is now in session, the Honorable Lydia Ames presiding.
      j: Thank you, you may sit. This is case number 26 CR 0091, People versus Tran. Appearances, please.
      p: Good morning, Your Honor. Kevin Doyle for the People.
      d: Maria Estrada for Mr. Tran, who is present in custody.
      j: We're here on the motion to suppress and on release.
      d: Your Honor, the search had no warrant. We'd ask that the phone records be excluded.
      p: The People submit on the papers. As to release, we ask for no bail.
      j: All right. On the motion, I find that the search was lawful. The motion to suppress is denied.
      j: Exhibits 3 and 4 come in over objection. Exhibit 5 does not.
      d: What about release, Your Honor?
      j: I'm going to release Mr. Tran on his own recognizance with electronic monitoring.
      p: Would the court consider a stay?
      j: No. The request for a stay is denied. He is to have no contact with the witness.
      j: We'll be in recess until one thirty.
    `,
    must: {
      [RULINGS]: [/suppress is denied/, /Exhibits 3 and 4 come in/, /release Mr\. Tran/, /stay is denied/, /in recess/],
      'legal_court_hearing case': [/26 CR 0091/],
    },
    mustNot: { [RULINGS]: [/be excluded/, /no bail/, /We're here/] },
  },
  {
    says: 'a tribunal lets a late report in and reserves its judgment',
    script: `
      m: Good afternoon. I am Judge Okafor and this is the First-tier Tribunal, appeal number PA 1123.
      s: I represent the appellant, Madam.
      h: And I appear for the respondent, Madam.
      m: There is an application to adduce a late medical report.
      s: Yes, Madam. It was only received on Friday.
      h: I object to it.
      m: I will allow the report in, but I give the respondent until four o'clock to respond.
      m: The application for an adjournment is refused.
      s: I'm obliged.
      m: Judgment is reserved.
    `,
    must: {
      [RULINGS]: [/allow the report in/, /adjournment is refused/, /Judgment is reserved/],
      'legal_court_hearing appearances': [/speaker: Counsel for the appellant/, /speaker: Counsel for the respondent/],
    },
    mustNot: { [RULINGS]: [/There is an application/, /I object/, /received on Friday/] },
  },
])
