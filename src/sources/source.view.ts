import type { SourceKind } from './source.entity.js';

/** What makes recommendations: a letter, report, resolution, review outcome or concluding observations. */
export class SourceView {
  id!: string;
  title!: string;
  kind!: SourceKind;
  /** Document symbol. */
  symbol!: string | null;
  mechanism!: string | null;
  cycle!: string | null;
  session!: string | null;
  /** EDTF; null where it is not known. */
  issuedOn!: string | null;
  /** BCP 47. */
  language!: string | null;
  url!: string | null;
  accessedOn!: string | null;
  issuers!: string[];
  recipients!: string[];
  copies!: string[];
  /** What else it is called or cited as. */
  aliases!: string[];
  note!: string | null;
  /** How many of its recommendations, parts among them, the reader may see. */
  recommendationCount!: number;
  version!: number;
}
