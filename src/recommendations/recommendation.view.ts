import { ApiProperty } from '@nestjs/swagger';
import { NamedView } from '../access/actor.dto.js';
import { AsOfView } from '../follow-ups/as-of.dto.js';
import { AskView, CodedView, FollowUpView } from '../follow-ups/follow-up.view.js';
import { TrackView } from '../follow-ups/track.dto.js';
import { ThemeInBriefView } from '../taxonomy/theme.dto.js';
import { TimelineBeginningView } from './timeline.dto.js';

export class SourceInBriefView {
  id!: string;
  title!: string;
  symbol!: string | null;
  /** Of the original (BCP 47), which its title is in. */
  language!: string | null;
}

export class PartView {
  id!: string;
  code!: string;
  label!: string | null;
  /** In the reader's language where it is translated. */
  title!: string;
}

export class RelationInBriefView {
  id!: string;
  kind!: 'repeats' | 'supersedes' | 'conflicts-with' | 'echoes';
  /** `to`: this one stands so to the other; `from`: the other to this one. */
  direction!: 'to' | 'from';
  other!: AskView;
  note!: string | null;
}

/** What the parts of a whole add up to with one addressee: never one axis with the other. */
export class AddsUpView {
  addressee!: CodedView;
  response!: string | null;
  implementation!: string | null;
}

/** What every answer says of a recommendation. */
export class RecommendationInListView {
  id!: string;
  code!: string;
  /** Its translation into the reader's language where there is one, else the original, which `sort=title` goes by. */
  title!: string;
  /** Follow-ups that are not closed, of it and of its parts, by phase. */
  @ApiProperty({ type: 'object', properties: countsOf(), required: ['response', 'implementation'] })
  counts!: { response: Record<string, number>; implementation: Record<string, number> };
  source!: SourceInBriefView;
  section!: string | null;
  paragraph!: string | null;
  label!: string | null;
  partOf!: string | null;
  nature!: string;
  priority!: string;
  confidentiality!: string;
  themes!: ThemeInBriefView[];
  followUpCount!: number;
  version!: number;
  updatedAt!: string;
}

function countsOf(): Record<string, { type: 'object'; additionalProperties: { type: 'integer' } }> {
  const counts = { type: 'object' as const, additionalProperties: { type: 'integer' as const } };
  return { response: counts, implementation: counts };
}

/** Which proposal of a document that was read in it was; its words are under `/recommendations/{id}/place`. */
export class DocumentPlaceView {
  intakeId!: string;
  proposalId!: string;
}

/** One ask of a source, with its parts and its chain of follow-ups. */
export class RecommendationView extends AsOfView {
  id!: string;
  code!: string;
  /** The original, as its text: `translations` has the others. */
  title!: string;
  /** As the source has it. */
  text!: string;
  language!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'object', properties: { title: { type: 'string' }, text: { type: 'string' } } },
  })
  translations!: Record<string, { title: string; text: string }>;
  source!: SourceInBriefView;
  section!: string | null;
  paragraph!: string | null;
  label!: string | null;
  madeBy!: string[];
  affectedPersons!: string[];
  legalBasis!: string[];
  sdg!: string[];
  subjectCountry!: string | null;
  condition!: string | null;
  nature!: 'once' | 'recurring' | 'continuing';
  priority!: 'low' | 'normal' | 'high';
  confidentiality!: 'public' | 'coalition' | 'organization';
  themes!: ThemeInBriefView[];
  publication!: TrackView;
  parts!: PartView[];
  /** Of a whole: what its parts add up to, by addressee. */
  addsUp!: AddsUpView[];
  partOf!: AskView | null;
  /** Null where it came from no document that was read in, or from one that the reader may not see. */
  place!: DocumentPlaceView | null;
  relations!: RelationInBriefView[];
  /** The first 50; the rest under `/recommendations/{id}/follow-ups`. */
  followUps!: FollowUpView[];
  followUpCount!: number;
  /** With `timeline=true`: what happened last. */
  timeline?: TimelineBeginningView;
  /** Who entered it. */
  organization!: NamedView;
  version!: number;
  createdAt!: string;
  updatedAt!: string;
}
