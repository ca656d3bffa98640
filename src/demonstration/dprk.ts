import { addressees } from './addressees.js';
import { assessments } from './assessments.js';
import { contributions } from './contributions.js';
import type { DemonstrationContent } from './content.js';
import { deadlines } from './deadlines.js';
import { documents } from './documents.js';
import { humanitarianEvidence } from './evidence-humanitarian.js';
import { letterEvidence } from './evidence-letter.js';
import { workerEvidence } from './evidence-workers.js';
import { vaccineFigures } from './figures-vaccines.js';
import { workerFigures } from './figures-workers.js';
import { heldBack } from './held-back.js';
import { humanitarianAsks, humanitarianEngagements } from './humanitarian.js';
import { diplomacyAsks } from './letter-diplomacy.js';
import { foodAidAsks } from './letter-food-aid.js';
import { kaesongAsks } from './letter-kaesong.js';
import { nonRefoulement } from './letter-non-refoulement.js';
import { objectives } from './letter-objectives.js';
import { refugeeAsks } from './letter-refugees.js';
import { workerAsks } from './letter-workers.js';
import { accounts, organizations } from './people.js';
import { occasions } from './occasions.js';
import { relations } from './relations.js';
import { reliefForWorkers } from './relief-for-workers.js';
import { resolution2397 } from './resolution-2397.js';
import { sources } from './sources.js';
import { tallies } from './tallies.js';
import { themes } from './themes.js';
import { comments, steps } from './workings.js';

/** What five published documents ask about North Korea, and what they tell of what became of it. Nothing else is entered. */
export const dprk: DemonstrationContent = {
  workspace: { slug: 'dprk', name: 'North Korea', timeZone: 'Asia/Seoul' },
  organizations,
  accounts,
  lastReport: '2024-03-21',
  enteredBy: 'editor@heed.example',
  themes,
  addressees,
  sources,
  evidence: [...letterEvidence, ...workerEvidence, ...humanitarianEvidence],
  recommendations: [
    ...objectives,
    ...diplomacyAsks,
    ...refugeeAsks,
    ...nonRefoulement,
    ...foodAidAsks,
    ...workerAsks,
    ...kaesongAsks,
    ...resolution2397,
    ...humanitarianAsks,
    ...reliefForWorkers,
  ],
  relations,
  occasions,
  deadlines,
  engagements: humanitarianEngagements,
  assessments,
  contributions,
  indicators: [...workerFigures, ...vaccineFigures],
  tallies,
  documents,
  heldBack,
  comments,
  steps,
};
