import { IntakeCustody } from './intake-custody.entity.js';
import { IntakeProposal } from './intake-proposal.entity.js';
import { Intake } from './intake.entity.js';

/** What intake keeps of documents that came in. */
export const INTAKE_TABLES = [Intake, IntakeCustody, IntakeProposal];
